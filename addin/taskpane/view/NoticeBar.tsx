import type { ReactElement } from 'react';
import { Button, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { eveningEntry } from '../../../shared/messages/fr/pane.ts';
import type { Notice } from '../model/state.ts';
import { run, usePane } from './paneContext.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  list: { margin: '4px 0 0', paddingLeft: '18px' },
  way: { margin: '8px 0 4px' },
});

/** What just happened. The region is always there, so that a screen reader announces what comes into it. */
export function NoticeBar({ notice }: { readonly notice: Notice | null }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  return (
    <div role="status" aria-live="polite">
      {notice ? (
        <MessageBar intent={notice.intent} layout="multiline" className={styles.bar}>
          <MessageBarBody>
            {notice.text}
            {notice.details ? (
              <ul className={styles.list}>
                {notice.details.map((detail) => (
                  <li key={detail}>{detail}</li>
                ))}
              </ul>
            ) : null}
            {notice.more ? (
              <details>
                <summary>{notice.more.label}</summary>
                <ul className={styles.list}>
                  {notice.more.lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </details>
            ) : null}
            {notice.toEvening ? (
              <div className={styles.way}>
                <Button size="small" onClick={() => run(pane.evening().then((evening) => evening.openForm()))}>
                  {eveningEntry}
                </Button>
              </div>
            ) : null}
          </MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
