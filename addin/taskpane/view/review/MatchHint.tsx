import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import { keysText, reasonText } from '../../../../shared/messages/fr/employees/matching.ts';
import { entryCandidate, mayBeThere } from '../../../../shared/messages/fr/employees/matchingPane.ts';

/** Candidates named here: the matching screen has them all. */
const NAMED = 3;

/** Why an arrival is not proposed: whom of payroll it may be, and by which keys. */
export function MatchHint({ entry }: { readonly entry: ReviewEntry }): ReactElement | null {
  const { match } = entry;
  if (!match) return null;
  const [first] = match.candidates;
  const files = match.candidates.map(({ id, keys, shared }) => entryCandidate(id, keysText([...keys, ...shared])));
  const named = [...files, ...match.suggestions.map((id) => entryCandidate(id, ''))].slice(0, NAMED);
  return (
    <>
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
