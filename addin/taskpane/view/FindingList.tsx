import type { ReactElement } from 'react';
import { Link, MessageBar, MessageBarBody, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Finding } from '../../../shared/domain/finding.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { moreFindings, showCell } from '../../../shared/messages/fr/pane.ts';
import { run, usePane } from './paneContext.ts';

const useStyles = makeStyles({
  // Squeezed, it would let its sentences run over what follows.
  bar: { flexShrink: 0 },
  list: { margin: 0, paddingLeft: '18px' },
  // No list to tell apart.
  single: { paddingLeft: 0, listStyleType: 'none' },
});

/** What stops first: the rest may be beyond what is shown. */
const severities = ['error', 'warning', 'info'] as const satisfies readonly Finding['severity'][];
/** More than a person reads at once: the first ones are put right first. */
const SHOWN = 20;

/** What a person must know about the data, each with a way to the cell when there is one. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactElement | null {
  const styles = useStyles();
  const pane = usePane();
  if (findings.length === 0) return null;
  const ordered = severities.flatMap((each) => findings.filter(({ severity }) => severity === each));
  const worst = ordered[0]?.severity ?? 'info';
  return (
    <MessageBar className={styles.bar} intent={worst} layout="multiline" shape="square">
      <MessageBarBody>
        <ul className={mergeClasses(styles.list, findings.length === 1 && styles.single)}>
          {ordered.slice(0, SHOWN).map((finding, index) => {
            const { place } = finding;
            const isCell = place?.key !== undefined || place?.address !== undefined;
            return (
              // Two findings may be alike but for their facts.
              <li key={`${finding.code} ${finding.subject ?? place?.table ?? ''} ${index}`}>
                {findingText(finding)}{' '}
                {!isCell ? null : (
                  <Link as="button" inline onClick={() => run(pane.showPlace(place))}>
                    {showCell}
                  </Link>
                )}
              </li>
            );
          })}
          {findings.length > SHOWN ? <li>{moreFindings(findings.length - SHOWN)}</li> : null}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
