/** What is printed of a month, or written in its sheets: the same lines, masked up to what may be seen. Pure. */
import type { BankReport, BankReportRow, RecapReport, RecapReportRow } from '../../contracts/recapSchemas.ts';
import { frenchDate, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { employeeField, type Sensitivity } from '../../domain/people/employeeFields.ts';
import type { BankChange } from '../../domain/people/recap/bankChange.ts';
import { ibanCountry, bicCountryOf, maskedBic, maskedIban } from '../../domain/people/recap/bankIdentity.ts';
import type { RecapChange, RecapPerson } from '../../domain/people/recap/recap.ts';
import { displayed, type Cell } from '../../domain/review/cell.ts';
import * as bank from '../../messages/fr/employees/bank.ts';
import * as say from '../../messages/fr/employees/recap.ts';
import { findingText } from '../../messages/fr/findings.ts';
import type { RecapKind } from '../../tables/recap/recapTables.ts';
import { stamp } from '../stamp.ts';
import { shownNumber } from '../entryText.ts';
import { accountKey } from '../acceptedAccounts.ts';
import type { MonthRecap } from './readRecap.ts';

const levels: readonly Sensitivity[] = ['open', 'personal', 'secret'];
const mayShow = (of: Sensitivity, upTo: Sensitivity) => levels.indexOf(of) <= levels.indexOf(upTo);

const partly: Readonly<Record<string, (text: string) => string>> = { iban: maskedIban, bic: maskedBic };

/** A value of a field to somebody who sees values up to `upTo`: the others are masked, of an account the bank is left. '' for an empty one. */
export function shownField(field: string, cell: Cell, upTo: Sensitivity): string {
  const text = displayed(cell);
  if (text === '' || mayShow(employeeField(field).sensitivity, upTo)) return shownNumber(text, upTo);
  return partly[field]?.(text) ?? say.masked;
}

/** Texts of a sheet longer than that are no name. */
const fitting = (text: string) => text.slice(0, 300);

function who({ id, name, employeeNumber, establishment }: RecapPerson, upTo: Sensitivity) {
  return {
    luccaId: fitting(id),
    employeeNumber: fitting(shownNumber(employeeNumber, upTo)),
    name,
    establishment: fitting(establishment),
  };
}

function changedRow({ person, field, before, after, origin }: RecapChange, upTo: Sensitivity): RecapReportRow {
  return {
    ...who(person, upTo),
    kind: 'changed',
    field: employeeField(field).heading,
    before: shownField(field, before, upTo),
    after: shownField(field, after, upTo),
    origin,
  };
}

const comers: readonly RecapKind[] = ['arrival', 'other', 'returned'];

/** What a line about somebody says: the date that counts, or that nothing is known of them. */
function personTold({ contractStart, contractEnd }: RecapPerson, kind: RecapKind) {
  if (kind === 'unread') return { field: say.copyField, after: say.unreadCopy };
  const isComing = comers.includes(kind);
  const date: PlainDate | null = isComing ? contractStart : contractEnd;
  const field = isComing ? say.contractStartField : say.contractEndField;
  return { field, after: date ? frenchDate(date) : isComing ? say.noDate : '' };
}

function personRow(person: RecapPerson, kind: Exclude<RecapKind, 'changed'>, upTo: Sensitivity): RecapReportRow {
  return { ...who(person, upTo), kind, ...personTold(person, kind), before: '', origin: null };
}

/** Every line of the recap, in the order of its sections. */
export function recapLines({ recap }: Pick<MonthRecap, 'recap'>, upTo: Sensitivity): RecapReportRow[] {
  const { changes, arrivals, others, returned, leavers, gone, removed, unread } = recap;
  const of = (people: readonly RecapPerson[], kind: Exclude<RecapKind, 'changed'>) =>
    people.map((person) => personRow(person, kind, upTo));
  return [
    ...changes.map((change) => changedRow(change, upTo)),
    ...of(arrivals, 'arrival'),
    ...of(others, 'other'),
    ...of(returned, 'returned'),
    ...of(leavers, 'leaver'),
    ...of(gone, 'gone'),
    ...of(removed, 'removed'),
    ...of(unread, 'unread'),
  ];
}

/** Rows taken away from a copy: nobody knows whose, and a sheet or a file has no other place to say it. */
function missingRow({ facts }: Finding): RecapReportRow[] {
  const [missing, month] = [Number(facts['missing']), facts['month'] as PlainMonth];
  if (missing === 0) return [];
  const nobody = { luccaId: '', employeeNumber: '', establishment: '', name: say.missingCopies(missing) };
  return [{ ...nobody, kind: 'unread', field: say.copyOf(month), before: '', after: say.missingCopy, origin: null }];
}

/** Where the figures come from. */
function sourceNotes(source: MonthRecap['source']): string[] {
  if (source.from === 'closes') return [say.sinceClose(source.since)];
  const known = source.knownFrom === null ? [] : [say.knownFrom(frenchDate(source.knownFrom))];
  return [say.fromLog(source.since), ...known, say.arrivalsOfLog];
}

function stateNotes({ source, closed, isPast }: MonthRecap): string[] {
  if (closed) return [`${say.closedOn(closed.by, closed.at)}.`, ...(isPast ? [say.pastClosed] : [])];
  if (isPast) return [say.pastOpen];
  return source.from === 'closes' ? [say.stillOpen] : [];
}

/** What is compared, in sentences. */
export function recapNotes(month: MonthRecap): string[] {
  return [...sourceNotes(month.source), ...stateNotes(month)];
}

const ofCopies = ({ findings }: MonthRecap) => findings.filter(({ code }) => code === 'closingSpoilt');

/** True when a copy that is compared is spoilt, or Lucca was not read from the beginning: a short list is then no quiet month. */
export function isIncomplete(month: MonthRecap): boolean {
  const { source } = month;
  return ofCopies(month).length > 0 || (source.from === 'log' && source.knownFrom !== null);
}

function headOf(month: MonthRecap, upTo: Sensitivity, on: PlainDate) {
  return {
    month: month.month,
    account: month.account,
    on,
    isMasked: upTo !== 'secret',
    notes: [...ofCopies(month).map(findingText), ...recapNotes(month)],
  };
}

/** `on`: the day it is made. */
export function recapReport(month: MonthRecap, upTo: Sensitivity, on: PlainDate): RecapReport {
  return { ...headOf(month, upTo, on), rows: [...recapLines(month, upTo), ...ofCopies(month).flatMap(missingRow)] };
}

function accountText(text: string, upTo: Sensitivity, mask: (text: string) => string): string {
  return mayShow('secret', upTo) ? text : mask(text);
}

const countryOf = ({ iban, bic }: BankChange['before']) => ibanCountry(iban) || bicCountryOf(bic);

function bankRow(change: BankChange, { acceptances }: MonthRecap, upTo: Sensitivity): BankReportRow {
  const { person, before, after, state, changedAt, toCheck } = change;
  return {
    ...who(person, upTo),
    state,
    ibanBefore: accountText(before.iban, upTo, maskedIban),
    ibanAfter: accountText(after.iban, upTo, maskedIban),
    bicBefore: accountText(before.bic, upTo, maskedBic),
    bicAfter: accountText(after.bic, upTo, maskedBic),
    countryBefore: countryOf(before),
    countryAfter: countryOf(after),
    changedAt: changedAt ? displayed(stamp(changedAt)) : '',
    acceptedAt: state === 'accepted' ? (acceptances.get(accountKey(person.id, after.iban)) ?? '') : '',
    toCheck: toCheck.map(findingText).slice(0, 20),
  };
}

/** The bank accounts of a month, by name; of one person, what payroll holds, then what waits or was refused. */
export function bankLines(month: MonthRecap, upTo: Sensitivity): BankReportRow[] {
  return month.bank.changes.map((change) => bankRow(change, month, upTo));
}

/** Accounts that are shared by people whose own did not change are told above the list. */
export function otherBankFindings({ bank: { changes, findings } }: MonthRecap) {
  const listed = new Set(changes.map(({ person }) => person.id));
  return findings.filter(({ subject }) => !listed.has(subject ?? ''));
}

export function bankReport(month: MonthRecap, upTo: Sensitivity, on: PlainDate): BankReport {
  const told = [...ofCopies(month).map(findingText), ...otherBankFindings(month).map(findingText)];
  const notes = [bank.bankSubject(month.month), ...told].slice(0, 10);
  return { ...headOf(month, upTo, on), notes, rows: bankLines(month, upTo) };
}
