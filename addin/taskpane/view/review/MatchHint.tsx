import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import { lookFirst, mayBeRow, whatAnswersDo } from '../../../../shared/messages/fr/employees/doubles.ts';
import { keysText, reasonText } from '../../../../shared/messages/fr/employees/matching.ts';
import { entryCandidate, mayBeThere } from '../../../../shared/messages/fr/employees/matchingPane.ts';

/** Candidates named here: the matching screen has them all. */
const NAMED = 3;

/** Which rows of « Salariés » it may be, and what the answers do. */
function DoubleHint({ entry: { doubles, item } }: { readonly entry: ReviewEntry }): ReactElement | null {
  if (!doubles) return null;
  return (
    <>
      {doubles.slice(0, NAMED).map((double) => (
        <Text key={double.luccaId} size={200} weight="semibold">
          {mayBeRow(double)}
        </Text>
      ))}
      <Text size={200}>{item.kind === 'conflict' ? whatAnswersDo : lookFirst}</Text>
    </>
  );
}

/** Why an arrival is not proposed: whom of payroll it may be, and by which keys. */
export function MatchHint({ entry }: { readonly entry: ReviewEntry }): ReactElement | null {
  const { match } = entry;
  if (!match) return <DoubleHint entry={entry} />;
  const [first] = match.candidates;
  const files = match.candidates.map(({ id, keys, shared }) => entryCandidate(id, keysText([...keys, ...shared])));
  const named = [...files, ...match.suggestions.map((id) => entryCandidate(id, ''))].slice(0, NAMED);
  return (
    <>
      <DoubleHint entry={entry} />
      <Text size={200} weight="semibold">
        {mayBeThere}
      </Text>
      <Text size={200}>{reasonText(match.reason, first)}</Text>
      {named.map((each) => (
        <Text key={each} size={200}>
          {each}
        </Text>
      ))}
    </>
  );
}
