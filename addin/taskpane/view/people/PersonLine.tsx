import type { ReactElement, ReactNode } from 'react';
import { Text, makeStyles } from '@fluentui/react-components';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '6px 10px' },
  head: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    overflowWrap: 'anywhere',
    rowGap: '2px',
  },
  figures: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    fontVariantNumeric: 'tabular-nums',
  },
});

interface PersonLineProps {
  readonly name: string;
  /** What tells homonyms apart: matricule, establishment. Blanks are left out. */
  readonly details: readonly string[];
  /** Under both, over the whole width. */
  readonly children?: ReactNode;
  /** Beside the name, on the right. */
  readonly figures?: ReactNode;
}

/** A person in a list, with their figures. */
export function PersonLine({ name, details, children, figures }: PersonLineProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <div className={styles.line}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={look.quiet}>
            {details.filter((part) => part !== '').join(' · ')}
          </Text>
        </div>
        <div className={styles.figures}>{figures}</div>
      </div>
      <div className={styles.words}>{children}</div>
    </div>
  );
}
