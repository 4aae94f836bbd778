import type { ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import { keysText } from '../../../../../shared/messages/fr/employees/matching.ts';
import type { MatchLine } from '../../../model/people/matching/matchingRows.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', padding: '6px 8px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Somebody, and what they have in common with the first file that they may be. */
export function MatchRow({ line }: { readonly line: MatchLine }): ReactElement {
  const styles = useStyles();
  const [first] = line.candidates;
  const keys = first ? keysText([...first.keys, ...first.shared].filter((key) => key !== 'link')) : '';
  const about = [line.employeeNumber, line.establishment, keys].filter((each) => each !== '');
  return (
    <div className={styles.words}>
      <Text weight="semibold">{line.name === '' ? line.id : line.name}</Text>
      <Text size={200} className={styles.quiet}>
        {about.join(' · ')}
      </Text>
    </div>
  );
}
