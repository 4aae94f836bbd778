/** What payroll is to be told: the difference between the register and Lucca, in lines that a person ticks. Pure. */
import { periodOf, type AbsencePeriod } from '../../../domain/absences/absencePeriod.ts';
import { boundTo, type Bound } from '../../../domain/absences/bindAccounts.ts';
import { reconciled, type Reconciliation } from '../../../domain/absences/reconcile.ts';
import { broughtLines, takenBackLines, type TransferLine } from '../../../domain/absences/transferLines.ts';
import type { TransferredHalfDay } from '../../../domain/absences/transferRegister.ts';
import {
  fatesOf,
  judge,
  wantedHalfDays,
  type FatedHalfDay,
  type WantedContext,
} from '../../../domain/absences/wantedHalfDays.ts';
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { accountBindingsTable } from '../../../tables/absences/accountBindingsTable.ts';
import { readAccountBindings, type AccountBindings } from '../../../tables/absences/readAccountBindings.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { readEstablishments } from '../../../tables/readEstablishments.ts';
import type { BookRow } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { byPerson } from '../../byPerson.ts';
import { heldSpans } from '../../worktime/heldContracts.ts';
import type { OpenedTransfer } from './readTransfer.ts';
import { heardFrom } from './silentLucca.ts';

/** A line, with the closed payroll month that it corrects; null where it is of the open one. */
export interface WantedLine {
  readonly line: TransferLine;
  readonly correctedMonth: PlainMonth | null;
}

export interface TransferReading {
  readonly sheet: AccountBindings;
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

/** Each account as it is bound at a date: in a closed month, as it was when the month was closed. */
function bindingAt({ register, facts }: OpenedTransfer, { bindings }: AccountBindings): WantedContext['boundTo'] {
  const seen = facts.halfDays.map(({ accountId, accountName }) => [accountId, accountName] as const);
  const names = new Map([...seen, ...facts.accounts.map(({ id, name }) => [id, name] as const)]);
  const now = new Map<string, Bound>();
  const current = (id: string): Bound => {
    const known = now.get(id) ?? boundTo({ id, name: names.get(id) ?? id }, bindings);
    now.set(id, known);
    return known;
  };
  return (accountId, date) => {
    const frozen = periodOf(date, register.closed)?.treatments.get(accountId);
    return frozen ? { state: 'bound', treatment: frozen } : current(accountId);
  };
}

/** Dates of the contracts of those whom « Salariés » and Lucca both know. */
function contractsIn({ snapshot, facts }: OpenedTransfer): WantedContext['contractsOf'] {
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const inLucca = new Set(facts.employees.map(({ id }) => id));
  const contracts = byPerson(facts.contracts);
  const rows = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const known = new Map<string, ReturnType<WantedContext['contractsOf']>>();
  const read = (id: string, row: BookRow | undefined) =>
    row && inLucca.has(id) ? heldSpans(row, contracts.get(id) ?? [], establishments) : undefined;
  return (id) => {
    if (!known.has(id)) known.set(id, read(id, rows.get(canonical('identifier', textCell(id)))));
    return known.get(id);
  };
}

/** Half-days by payroll period: no line lies in two of them. */
function byPeriod<T extends TransferredHalfDay>(items: readonly T[], periods: readonly AbsencePeriod[]) {
  const groups = new Map<PlainMonth | null, T[]>();
  for (const item of items) {
    const month = periodOf(item.date, periods)?.month ?? null;
    const group = groups.get(month);
    if (group) group.push(item);
    else groups.set(month, [item]);
  }
  return [...groups];
}

function linesOf({ added, deleted }: Reconciliation, { register, period }: OpenedTransfer): WantedLine[] {
  const taken = takenBackLines(deleted).map((line): WantedLine => {
    const month = deleted.find(({ run }) => run === line.corrects)?.month ?? null;
    return { line, correctedMonth: month === period.month ? null : month };
  });
  const brought = byPeriod(added, register.closed).flatMap(([correctedMonth, items]) =>
    broughtLines(items).map((line): WantedLine => ({ line, correctedMonth })),
  );
  return [...taken, ...brought];
}

/** The difference, and why what waits waits. */
export function transferIn(opened: OpenedTransfer): TransferReading {
  const { snapshot, facts, register, start, period } = opened;
  const { value: sheet, findings } = readAccountBindings(snapshot[accountBindingsTable.name], facts.accounts);
  const context: WantedContext = {
    boundTo: bindingAt(opened, sheet),
    contractsOf: contractsIn(opened),
    start: start.from,
    upTo: period.to,
  };
  const fates = fatesOf(facts.halfDays, context);
  const { isRead, findings: silence } = heardFrom(opened);
  const difference = reconciled(wantedHalfDays(fates), register.held, judge(fates, context, isRead));
  const kept = difference.kept.filter(({ date }) => isRead(date));
  return {
    sheet,
    findings: [...silence, ...findings],
    context,
    isRead,
    fates,
    difference: { ...difference, kept },
    lines: linesOf(difference, opened),
  };
}
