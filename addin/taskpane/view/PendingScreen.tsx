import type { ReactElement } from 'react';
import { Button, Text, makeStyles } from '@fluentui/react-components';
import { frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { run, usePane, usePaneState } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', rowGap: '8px' },
});

/** A plan begun and not finished: the two ways out, and nothing else. */
export function PendingScreen(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const pending = usePaneState().book?.pending;
  const at = pending ? wallClock(pending.header.at, 'Europe/Paris') : null;
  return (
    <>
      <ScreenTitle>{text.pendingTitle}</ScreenTitle>
      <Text>{at ? text.pendingBody(frenchDate(at.date), at.time) : null}</Text>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => run(pane.updates.resume())}>
          {text.resumeAction}
        </Button>
        <Button onClick={() => run(pane.updates.abandon())}>{text.abandonAction}</Button>
      </div>
    </>
  );
}
