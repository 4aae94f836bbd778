import type { ReactElement } from 'react';
import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import type { Finding } from '../../../shared/domain/finding.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { showCell } from '../../../shared/messages/fr/pane.ts';
import { run, usePane } from './paneContext.ts';

const useStyles = makeStyles({ list: { margin: 0, paddingLeft: '18px' } });

/** What a person must know about the data, each with a way to the cell when there is one. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const styles = useStyles();
  const pane = usePane();
  if (findings.length === 0) return null;
  const worst = findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return (
    <MessageBar intent={worst} layout="multiline" shape="square">
      <MessageBarBody>
        <ul className={styles.list}>
          {findings.map((finding) => {
            const { place } = finding;
            return (
              <li key={`${finding.code} ${finding.subject ?? place?.table ?? ''}`}>
                {findingText(finding)}{' '}
                {place?.key === undefined ? null : (
                  <Link as="button" inline onClick={() => run(pane.showPlace(place))}>
                    {showCell}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
