import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { FieldLine } from '../../../../../shared/flows/fields/fieldLines.ts';
import type { FieldsReading } from '../../../../../shared/flows/fields/readFields.ts';
import type { FieldState } from '../../../../../shared/messages/fr/employees/fieldWords.ts';

/** « Correspondance champs ». `findings`: why it was not validated, and what was said when it was. */
export interface FieldsScreen {
  readonly name: 'peopleFields';
  readonly reading: FieldsReading;
  readonly findings: readonly Finding[];
}

const order: readonly FieldState[] = ['incomplete', 'vanished', 'proposed', 'accepted'];

/** What is to be done first; otherwise in the order of the catalogue. */
export function inOrderOfNeed(lines: readonly FieldLine[]): FieldLine[] {
  return [...lines].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

export function countsOf(lines: readonly FieldLine[]): Record<FieldState, number> {
  const of = (state: FieldState) => lines.filter((each) => each.state === state).length;
  return { incomplete: of('incomplete'), vanished: of('vanished'), proposed: of('proposed'), accepted: of('accepted') };
}
