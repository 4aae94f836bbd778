import type { ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { moreLines } from '../../../../../shared/messages/fr/vouchers/filesPane.ts';

const useStyles = makeStyles({
  frame: {
    flexShrink: 0,
    overflowX: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    padding: '2px 6px',
    whiteSpace: 'pre',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    textAlign: 'left',
  },
});

/** Lines of the file shown, its headings included. */
const SHOWN = 6;

/** A region that scrolls must be reached by the keyboard. */
const reachable = { tabIndex: 0 };

interface FilePreviewProps {
  /** What the lines are of. */
  readonly label: string;
  readonly rows: readonly (readonly string[])[];
}

/** The first lines of a file, as they stand in it. Wide files scroll in their own frame. */
export function FilePreview({ label, rows }: FilePreviewProps): ReactElement {
  const styles = useStyles();
  const left = rows.length - SHOWN;
  return (
    <>
      <div className={styles.frame} role="region" aria-label={label} {...reachable}>
        <table className={styles.table}>
          <tbody>
            {rows.slice(0, SHOWN).map((row, at) => (
              // Lines of a file have no name of their own, and stay where they are.
              <tr key={at}>
                {row.map((cell, index) => (
                  <td key={index} className={styles.cell}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 ? <Text size={200}>{moreLines(left)}</Text> : null}
    </>
  );
}
