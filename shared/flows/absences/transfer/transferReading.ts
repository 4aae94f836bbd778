/** What payroll is to be told: the difference between the register and Lucca, in lines that a person ticks. Pure. */
import { periodOf } from '../../../domain/absences/absencePeriod.ts';
import type { NamedBinding } from '../../../domain/absences/bindAccounts.ts';
import { reconciled, type Reconciliation } from '../../../domain/absences/reconcile.ts';
import { broughtLines, takenBackLines, type TransferLine } from '../../../domain/absences/transferLines.ts';
import type { TransferEntry, TransferredHalfDay } from '../../../domain/absences/transferRegister.ts';
import {
  fatesOf,
  judge,
  wantedHalfDays,
  type FatedHalfDay,
  type WantedContext,
} from '../../../domain/absences/wantedHalfDays.ts';
import { firstDay, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { accountBindingsTable } from '../../../tables/absences/accountBindingsTable.ts';
import { readAccountBindings } from '../../../tables/absences/readAccountBindings.ts';
import type { TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { readEstablishments, type Establishment } from '../../../tables/readEstablishments.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { byPerson } from '../../byPerson.ts';
import { heldSpans, type HeldSpan } from '../../worktime/heldContracts.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { boundAccounts, type BoundAccounts } from './boundAccounts.ts';
import { broughtBy } from './broughtBy.ts';
import { currentFacts, type CurrentFacts } from './currentFacts.ts';
import type { OpenedTransfer } from './readTransfer.ts';
import { heardFrom } from './silentLucca.ts';

/** A line, with the closed payroll month that it corrects; null where it is of the open one. */
export interface WantedLine {
  readonly line: TransferLine;
  readonly correctedMonth: PlainMonth | null;
  /** Where the person worked then, or where payroll took what is taken back; null where nothing says it. */
  readonly establishment: WorkPlace | null;
}

type WorkPlace = Pick<Establishment, 'id' | 'name'>;

export interface TransferReading {
  readonly accounts: BoundAccounts;
  readonly bindings: readonly NamedBinding[];
  /** Of « Correspondance comptes d'absence », and of what Lucca does not say. */
  readonly findings: readonly Finding[];
  readonly context: WantedContext;
  /** Whether Lucca answers for the absences of a date. */
  readonly isRead: (date: PlainDate) => boolean;
  readonly fates: readonly FatedHalfDay[];
  readonly difference: Reconciliation;
  /** Deletions first. */
  readonly lines: readonly WantedLine[];
}

/** Contracts, with their establishment, of those whom « Salariés » and Lucca both know. */
function spansIn(
  { snapshot }: OpenedTransfer,
  facts: CurrentFacts,
): (employeeId: string) => readonly HeldSpan[] | undefined {
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const contracts = byPerson(facts.contracts);
  const rows = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const known = new Map<string, readonly HeldSpan[] | undefined>();
  const read = (id: string, row: BookRow | undefined) =>
    row && facts.listed.has(id) ? heldSpans(row, contracts.get(id) ?? [], establishments) : undefined;
  return (id) => {
    if (!known.has(id)) known.set(id, read(id, rows.get(canonical('identifier', textCell(id)))));
    return known.get(id);
  };
}

/** The contract of that date. */
function spanOn(
  spansOf: ReturnType<typeof spansIn>,
  { employeeId, date }: Pick<TransferredHalfDay, 'employeeId' | 'date'>,
): HeldSpan | undefined {
  return spansOf(employeeId)?.find(({ from, to }) => from <= date && (to === null || date <= to));
}

/** Half-days that share a payroll period and an establishment: no line lies in two of either, brought or taken back. */
interface Place {
  readonly correctedMonth: PlainMonth | null;
  readonly establishment: WorkPlace | null;
}

function byPlace<T extends TransferredHalfDay>(items: readonly T[], placeOf: (item: T) => Place) {
  const groups = new Map<string, { readonly place: Place; readonly items: T[] }>();
  for (const item of items) {
    const place = placeOf(item);
    const key = JSON.stringify(place);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { place, items: [item] });
  }
  return [...groups.values()];
}

/** Where a line brought an absence to; a number that it does not keep is that of the contract of the date, if it bears the same name. */
function broughtTo(row: BookRow, contract: WorkPlace | null): WorkPlace | null {
  const [id, name] = [textOf(row, 'establishmentId'), textOf(row, 'establishment')];
  return id === '' && contract?.name === name ? contract : { id: id || name, name };
}

function linesOf(
  { added, deleted }: Reconciliation,
  { snapshot, register, period }: OpenedTransfer,
  spansOf: ReturnType<typeof spansIn>,
): WantedLine[] {
  const workedIn = (item: TransferredHalfDay): WorkPlace | null => {
    const establishment = spanOn(spansOf, item)?.establishment;
    return establishment ? { id: establishment.id, name: establishment.name } : null;
  };
  const brought = broughtBy(snapshot);
  const takenFrom = (entry: TransferEntry): Place => {
    const row = brought({ ...entry, corrects: entry.run, halfDays: [entry] });
    const correctedMonth = entry.month === period.month ? null : entry.month;
    return { correctedMonth, establishment: row ? broughtTo(row, workedIn(entry)) : workedIn(entry) };
  };
  const placeOf = (item: TransferredHalfDay): Place => {
    const correctedMonth = periodOf(item.date, register.closed)?.month ?? null;
    return { correctedMonth, establishment: workedIn(item) };
  };
  const placed = (place: Place) => (line: TransferLine) => ({ line, ...place });
  return [
    ...byPlace(deleted, takenFrom).flatMap(({ place, items }) => takenBackLines(items).map(placed(place))),
    ...byPlace(added, placeOf).flatMap(({ place, items }) => broughtLines(items).map(placed(place))),
  ];
}

/** Half-days that may all go without a question. */
const FEW = 20;

/** Most of what payroll holds gone at once is rarely what happened: the key may read less than it did. */
function massFindings({ deleted, kept }: Reconciliation, held: TransferRegister['held']): Finding[] {
  const judged = held.length - kept.length;
  if (deleted.length <= FEW || 2 * deleted.length <= judged) return [];
  return [{ code: 'absencesMostlyGone', severity: 'warning', facts: { halfDays: deleted.length, held: judged } }];
}

/** What payroll holds of months that are too old to be compared. */
function olderFindings({ register, facts, start }: OpenedTransfer): Finding[] {
  const [first] = facts.months;
  if (!first) return [];
  const older = register.held.filter(({ date }) => date >= start.from && date < firstDay(first));
  const told = { before: firstDay(first), halfDays: older.length };
  return older.length === 0 ? [] : [{ code: 'absencesTooOld', severity: 'info', facts: told }];
}

/** The difference, and why what waits waits. */
export function transferIn(opened: OpenedTransfer): TransferReading {
  const { snapshot, register, start, period } = opened;
  const { value: sheet, findings } = readAccountBindings(snapshot[accountBindingsTable.name], opened.facts.accounts);
  const accounts = boundAccounts(opened, sheet.bindings);
  const facts = currentFacts(opened);
  const spansOf = spansIn(opened, facts);
  const context: WantedContext = {
    boundTo: accounts.boundTo,
    contractsOf: spansOf,
    start: start.from,
    upTo: period.to,
  };
  const fates = fatesOf(facts.halfDays, context);
  const { isRead, findings: silence } = heardFrom(opened);
  const counted = fates.filter(({ halfDay }) => !facts.isDouble(halfDay));
  const isJudged = judge(fates, context, isRead);
  const difference = reconciled(
    wantedHalfDays(counted),
    register.held,
    (entry) => isJudged(entry) && facts.isAnswered(entry),
  );
  const isWithin = (date: PlainDate) => start.from <= date && date <= period.to;
  const kept = difference.kept.filter(({ date }) => isRead(date) && isWithin(date));
  return {
    accounts,
    bindings: sheet.bindings,
    findings: [...silence, ...massFindings(difference, register.held), ...olderFindings(opened), ...findings],
    context,
    isRead,
    fates,
    difference: { ...difference, kept },
    lines: linesOf(difference, opened, spansOf),
  };
}
