/** An export of hours as its files take it. Prepared: the lines of its sheet; confirmed: those of the register. Nothing is computed again. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { blank, canonical, displayed, textCell } from '../../domain/review/cell.ts';
import type { TimeFileLine } from '../../domain/worktime/files/timeFile.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { currentIds, type CurrentIds } from '../../tables/people/currentIds.ts';
import { formerIdsTable } from '../../tables/people/formerIdsTable.ts';
import { establishmentNamed, readEstablishments, type Establishment } from '../../tables/readEstablishments.ts';
import { readTimeAccounts, type TypedAccount } from '../../tables/worktime/readTimeAccounts.ts';
import { readTimeRegister, type RecordedExport } from '../../tables/worktime/readTimeRegister.ts';
import { timeAccountsTable } from '../../tables/worktime/timeAccountsTable.ts';
import {
  destinationLabels,
  exportLinesTable,
  timeExportsTable,
  type Destination,
} from '../../tables/worktime/timeExportsTable.ts';
import { timeRegisterTable, timeSettingsTable } from '../../tables/worktime/timeRegisterTable.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { textOf } from '../vouchers/regulationReadings.ts';
import { linesCheck } from './exportLines.ts';
import { isTicked } from './preparedLines.ts';

export interface ExportedLine extends TimeFileLine {
  readonly destination: Destination;
}

export interface TimeExportToFile {
  readonly number: string;
  readonly month: PlainMonth;
  readonly state: 'prepared' | 'confirmed';
  /** Those that payroll did not refuse. */
  readonly lines: readonly ExportedLine[];
  /** Lines ticked « non »: in no file. */
  readonly refused: readonly { readonly hundredths: number }[];
  /** What « Exports de temps » says of it, refused lines of a prepared one included: the files must add up to it. */
  readonly hundredths: number;
  /** When its rest was credited in Lucca, as « Exports de temps » says it; '' when it was not. */
  readonly sentAt: string;
  /** Other exports of its month whose rest was. */
  readonly sentBefore: readonly string[];
  /** The receipt of the last sending, that the workbook keeps; null without one. */
  readonly sending: string | null;
  /** By code, as « Comptes de temps » has them now. */
  readonly accounts: ReadonlyMap<string, TypedAccount>;
}

/**
 * `unknown`: no export of that number, or one that ended. `unsound`: the register cannot be trusted. `edited`: « Lignes d'export » is not what was
 * prepared: prepare again.
 */
export type TimeExportReadingError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unknown' | 'edited' }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

const read = [
  employeesTable,
  establishmentsTable,
  timeAccountsTable,
  timeExportsTable,
  exportLinesTable,
  timeRegisterTable,
  timeSettingsTable,
  formerIdsTable,
];

const HUNDRED = 100;

function numberOf(row: BookRow | undefined, key: string): number {
  const cell = row?.cells[key] ?? blank;
  return 'number' in cell ? cell.number : Number(displayed(cell).replace(',', '.')) || 0;
}

/** Hundredths of hours of a line of either sheet. */
function hundredthsOf(row: BookRow): number {
  return 'hundredths' in row.cells ? numberOf(row, 'hundredths') : Math.round(numberOf(row, 'hours') * HUNDRED);
}

function destinationOf(row: BookRow): Destination {
  const label = textOf(row, 'destination');
  const all = Object.keys(destinationLabels) as Destination[];
  return all.find((each) => destinationLabels[each] === label) ?? 'none';
}

interface Around {
  readonly month: PlainMonth;
  readonly people: ReadonlyMap<string, BookRow>;
  readonly ids: CurrentIds;
  readonly establishments: readonly Establishment[];
  readonly accounts: ReadonlyMap<string, TypedAccount>;
}

/** The matricule that the line froze; a blank one is looked for in « Salariés », where it may be typed. Lucca knows the last identifier alone. */
function personOf(line: BookRow, row: BookRow | undefined, luccaId: string): TimeFileLine['person'] {
  const of = (key: string) => textOf(line, key) || (row ? textOf(row, key) : '');
  return {
    luccaId,
    employeeNumber: of('employeeNumber'),
    lastName: of('lastName') || textOf(line, 'name'),
    firstName: of('firstName'),
    ...(row && { place: { table: employeesTable.name, key: row.key } }),
  };
}

function lineOf(line: BookRow, { month, people, ids, establishments, accounts }: Around): ExportedLine {
  const luccaId = ids.of(textOf(line, 'luccaId'));
  const row = people.get(canonical('identifier', textCell(luccaId)));
  const typed = textOf(line, 'establishment') || (row ? textOf(row, 'establishment') : '');
  const place = establishmentNamed(establishments, typed);
  const account = accounts.get(textOf(line, 'account'));
  const code = textOf(line, 'account');
  return {
    person: personOf(line, row, luccaId),
    establishment: {
      code: place?.code ?? '',
      name: place?.name ?? typed,
      payrollDossier: place?.codes.payrollDossier ?? '',
      ...(place && { codePlace: place.codePlace }),
    },
    origin: parsePlainMonth(textOf(line, 'origin')) ?? month,
    account: code,
    accountName: account?.account.name || code,
    payrollCode: textOf(line, 'payrollCode') || code,
    counter: account?.counter ?? null,
    destination: destinationOf(line),
    hundredths: hundredthsOf(line),
  };
}

function aroundOf(snapshot: BookSnapshot, month: PlainMonth): Around {
  return {
    month,
    people: new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row])),
    ids: currentIds(snapshot),
    establishments: readEstablishments(snapshot[establishmentsTable.name]).value,
    accounts: new Map(
      readTimeAccounts(snapshot[timeAccountsTable.name]).value.map((each) => [each.account.code, each]),
    ),
  };
}

/** Rows of the export, those that were refused apart; undefined when a prepared one was edited since. */
function rowsFor(snapshot: BookSnapshot, { number, state }: RecordedExport) {
  const sheet = rowsOf(snapshot, exportLinesTable.name).filter((row) => textOf(row, 'export') === number);
  const refused = sheet.filter((row) => !isTicked(row));
  if (state === 'confirmed') {
    const kept = rowsOf(snapshot, timeRegisterTable.name).filter((row) => textOf(row, 'export') === number);
    return { taken: kept.sort((a, b) => Number(a.key) - Number(b.key)), refused };
  }
  const check = rowsOf(snapshot, timeSettingsTable.name).find(({ key }) => key === `${number}/CHECK`);
  if (!check || displayed(check.cells['value'] ?? blank) !== linesCheck(sheet)) return undefined;
  return { taken: sheet.filter(isTicked), refused };
}

/** What was sent to Lucca of the month. */
function sendings(snapshot: BookSnapshot, { number, month }: RecordedExport) {
  const ofMonth = rowsOf(snapshot, timeExportsTable.name).filter((row) => textOf(row, 'month') === month);
  const own = ofMonth.find(({ key }) => key === number);
  const others = ofMonth.filter((row) => row !== own && textOf(row, 'sentAt') !== '');
  const receipts = rowsOf(snapshot, timeSettingsTable.name).filter(({ key }) => key.startsWith(`${number}/SENT-`));
  const last = receipts.at(-1)?.cells['value'];
  return {
    sentAt: own ? textOf(own, 'sentAt') : '',
    sentBefore: others.map(({ key }) => key),
    sending: last ? displayed(last) : null,
  };
}

/** Export `number`, prepared or confirmed, with everything that its files need. */
export async function readTimeExport(
  book: Book,
  number: string,
): Promise<Result<TimeExportToFile, TimeExportReadingError>> {
  const snapshot = await book.read(read);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const register = readTimeRegister(snapshot.value);
  if (register.findings.length > 0) return fail({ code: 'unsound', findings: register.findings });
  const asked = canonical('identifier', textCell(number));
  const own = register.exports.find((each) => canonical('identifier', textCell(each.number)) === asked);
  if (own?.state !== 'prepared' && own?.state !== 'confirmed') return fail({ code: 'unknown' });
  const rows = rowsFor(snapshot.value, own);
  if (!rows) return fail({ code: 'edited' });
  const around = aroundOf(snapshot.value, own.month);
  const sheet = rowsOf(snapshot.value, timeExportsTable.name).find(({ key }) => key === own.number);
  return ok({
    number: own.number,
    month: own.month,
    state: own.state,
    lines: rows.taken.map((row) => lineOf(row, around)),
    refused: rows.refused.map((row) => ({ hundredths: hundredthsOf(row) })),
    hundredths: Math.round(numberOf(sheet, 'hours') * HUNDRED),
    ...sendings(snapshot.value, own),
    accounts: around.accounts,
  });
}
