/**
 * Changes of Lucca that are written without asking: of the groups of fields that a person chose, and where nothing is in doubt. They are
 * lines of the same plan as the others, journalled and undone with it.
 */
import type { Instant } from '../domain/calendar/plainDate.ts';
import { normalText } from '../domain/people/checks/formats.ts';
import { employeeFields, type EmployeeField, type FieldGroup } from '../domain/people/employeeFields.ts';
import { displayed, isBlank, type Cell } from '../domain/review/cell.ts';
import type { RowCells } from '../domain/review/plan.ts';
import type { TheirsRow } from '../domain/review/review.ts';
import { employeesTable } from '../tables/employeesTable.ts';
import { isSound } from './entryProblems.ts';
import type { Review, ReviewEntry } from './reviewShape.ts';

/** What says who somebody is: while one of these is not settled, everything of that person is asked. */
const identity: ReadonlySet<string> = new Set([
  'nir',
  'birthDate',
  'firstName',
  'lastName',
  'birthName',
  'employeeNumber',
]);

/** Those that payroll holds otherwise than Lucca for good only when one of the two is wrong. */
const proofs: ReadonlySet<string> = new Set(['nir', 'birthDate']);

export interface AutomaticWorld {
  readonly groups: readonly FieldGroup[];
  /** Keys of the rows of « Salariés » of which something was accepted from Lucca before. */
  readonly accepted: ReadonlySet<string>;
  /** Everybody as Lucca has them. */
  readonly theirs: readonly TheirsRow[];
  /** Everybody as « Salariés » has them. */
  readonly mine: readonly TheirsRow[];
  /** Fields that Lucca was not read at the same place for at the last update. */
  readonly moved: ReadonlySet<string>;
  readonly asOf: Instant;
}

const fieldOf = new Map<string, EmployeeField>(employeeFields.map((field) => [field.key, field]));

/** People of whom something that says who they are waits, or is not what Lucca says. */
function unsettled({ entries, kept }: Pick<Review, 'entries' | 'kept'>): ReadonlySet<string> {
  const own = entries.filter(({ item }) => item.table === employeesTable.name);
  const waiting = own.filter(({ item }) => item.changes.some(({ column }) => identity.has(column)));
  const held = kept.filter(({ column }) => proofs.has(column));
  return new Set([...waiting.map(({ item }) => item.key), ...held.map(({ key }) => key)]);
}

function contactOf({ format, matching, key }: EmployeeField, cells: RowCells): string | undefined {
  const cell: Cell | undefined = cells[key];
  if (!cell || isBlank(cell) || !format || !matching) return undefined;
  return `${matching} ${normalText(format, displayed(cell)) ?? displayed(cell)}`;
}

/** Who holds each e-mail and each phone, in Lucca or in the workbook: one that two people hold is looked at. */
function holders(rows: readonly TheirsRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const people = new Map<string, Set<string>>();
  for (const { key, cells } of rows)
    for (const each of [...fieldOf.values()].flatMap((field) => contactOf(field, cells) ?? []))
      people.set(each, (people.get(each) ?? new Set()).add(key));
  return people;
}

/** What a choice of groups makes of the entries of a review. */
export function withAutomatic(review: Pick<Review, 'entries' | 'kept'>, world: AutomaticWorld): ReviewEntry[] {
  const { groups, accepted, moved, asOf } = world;
  if (groups.length === 0) return [...review.entries];
  const doubtful = unsettled(review);
  const held = groups.includes('contact') ? holders([...world.theirs, ...world.mine]) : undefined;
  const isSettled = (entry: ReviewEntry): boolean => {
    const { item, about, match } = entry;
    const [change, other] = item.changes;
    const field = change && fieldOf.get(change.column);
    if (item.table !== employeesTable.name || item.kind !== 'changed' || item.decision !== 'accept') return false;
    if (!field || other || item.gated || match || isBlank(change.after)) return false;
    if (field.group === undefined || !groups.includes(field.group) || moved.has(field.key)) return false;
    if (!accepted.has(item.key) || doubtful.has(item.key)) return false;
    return (held?.get(contactOf(field, about) ?? '')?.size ?? 0) < 2 && isSound(entry, asOf);
  };
  return review.entries.map((entry) => (isSettled(entry) ? { ...entry, automatic: true } : entry));
}
