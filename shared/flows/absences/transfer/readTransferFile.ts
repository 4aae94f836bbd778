/** An import of absences as its files take it, from its lines. Nothing is computed again: every file can be made again later. */
import { bindingsFor, type NamedAccount } from '../../../domain/absences/bindAccounts.ts';
import { halfDaysIn } from '../../../domain/absences/transferLines.ts';
import { payrollTargetKeys, type PayrollTargetKey } from '../../../domain/absences/targets/targets.ts';
import type { TransferFileLine } from '../../../domain/absences/files/transferFile.ts';
import { parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { looksSecret } from '../../../domain/files/secrets.ts';
import type { Finding, Place } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { absenceTables } from '../../../tables/absences/absenceTables.ts';
import { accountBindingsTable } from '../../../tables/absences/accountBindingsTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import { lineFor, readAccountBindings, type BindingLine } from '../../../tables/absences/readAccountBindings.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import { readTransferRegister, type TransferRegister } from '../../../tables/absences/readTransferRegister.ts';
import { cellPlace } from '../../../tables/cellPlace.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { currentIds, type CurrentIds } from '../../../tables/people/currentIds.ts';
import { formerIdsTable } from '../../../tables/people/formerIdsTable.ts';
import { sameHumans } from '../../../tables/people/sameHumans.ts';
import { establishmentsKnownAs, readEstablishments, type Establishment } from '../../../tables/readEstablishments.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { TransferToFile } from '../transferFiles.ts';
import { importIn, isApplied, isDeletion, isOfRun, isRefused, type HeldTransfer } from './heldTransfer.ts';
import { editedFindings } from './lineFindings.ts';

/** `unknown`: no import of that number. `unsound`: the register cannot be trusted, or its lines are not those prepared. */
export type TransferFileError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unknown' }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

const read = [...absenceTables, employeesTable, establishmentsTable, formerIdsTable];

interface Around {
  readonly own: RecordedImport;
  readonly register: TransferRegister;
  readonly people: ReadonlyMap<string, BookRow>;
  /** Where the cells of a row of « Salariés » stand, by what findings call them. */
  readonly cellsOf: (row: BookRow) => Readonly<Record<string, Place>>;
  readonly ids: CurrentIds;
  /** The identifier under which a row of « Salariés » is told higher up. */
  readonly humans: ReadonlyMap<string, string>;
  /** Payroll month of an import. */
  readonly monthOf: (run: string) => PlainMonth | undefined;
  readonly establishments: readonly Establishment[];
  /** The row of « Correspondance comptes d'absence » that speaks of an account now. */
  readonly bindingOf: (account: NamedAccount) => BindingLine | null;
}

/** What findings call the columns of « Salariés ». */
const fields = { Matricule: 'employeeNumber', Nom: 'lastName', Prénom: 'firstName', Prenom: 'firstName' };

function cellsIn(snapshot: BookSnapshot): Around['cellsOf'] {
  const table = snapshot[employeesTable.name];
  if (table?.state !== 'found') return () => ({});
  return (row) =>
    Object.fromEntries(
      Object.entries(fields).map(([field, key]) => [field, cellPlace(employeesTable, table, row, key)]),
    );
}

/** The most precise confirmed row that speaks of an account, else whatever row does. */
function bindingIn(lines: readonly BindingLine[]): Around['bindingOf'] {
  const confirmed = lines.flatMap((line) =>
    line.state === 'confirmed' && line.treatment ? [{ ...line, treatment: line.treatment }] : [],
  );
  return (account) => bindingsFor(account, confirmed)[0] ?? lineFor(account, lines);
}

function aroundOf(snapshot: BookSnapshot, register: TransferRegister, own: RecordedImport): Around {
  const { lines } = readAccountBindings(snapshot[accountBindingsTable.name], []).value;
  const people = rowsOf(snapshot, employeesTable.name);
  return {
    own,
    register,
    cellsOf: cellsIn(snapshot),
    people: new Map(people.map((row) => [row.key, row])),
    ids: currentIds(snapshot),
    humans: sameHumans(people),
    monthOf: (run) => register.imports.find(({ number }) => number === run)?.month,
    establishments: readEstablishments(snapshot[establishmentsTable.name]).value,
    bindingOf: bindingIn(lines),
  };
}

/**
 * Of an import that waits, what is typed now is what payroll will read: a mistake is corrected in its sheet, and the file made again. What payroll
 * took, and what it is to take back, is called as it was then, unless nothing stands there that a file may hold.
 */
function isLive({ own }: Around, line: BookRow): boolean {
  return own.state === 'prepared' && !isDeletion(line);
}

function chosen(frozen: string, live: string, isLiveFirst: boolean): string {
  const isGood = frozen !== '' && !looksSecret(frozen);
  return live !== '' && (isLiveFirst || !isGood) ? live : frozen;
}

function personOf(
  line: BookRow,
  row: BookRow | undefined,
  luccaId: string,
  around: Around,
): TransferFileLine['person'] {
  const of = (key: string) => chosen(textOf(line, key), row ? textOf(row, key) : '', isLive(around, line));
  const human = row && around.humans.get(row.key);
  return {
    luccaId,
    ...(human !== undefined && { human }),
    employeeNumber: of('employeeNumber'),
    lastName: of('lastName'),
    firstName: of('firstName'),
    ...(row && { place: { table: employeesTable.name, key: row.key }, cells: around.cellsOf(row) }),
  };
}

/** By the number that the line froze; by its name alone, two may bear it. */
function establishmentOf(
  line: BookRow,
  row: BookRow | undefined,
  { establishments }: Around,
): TransferFileLine['establishment'] {
  const name = textOf(line, 'establishment') || (row ? textOf(row, 'establishment') : '');
  const [first, another] = establishmentsKnownAs(establishments, textOf(line, 'establishmentId'), name);
  if (first && another) return { code: '', name, payrollDossier: '', homonym: first.idPlace };
  return {
    code: first?.code ?? '',
    name: first?.name ?? name,
    payrollDossier: first?.codes.payrollDossier ?? '',
    ...(first && { codePlace: first.codePlace }),
  };
}

const byTarget = <V>(entries: readonly (readonly [PayrollTargetKey, V])[]) =>
  Object.fromEntries(entries) as Record<PayrollTargetKey, V>;

function lineOf(line: BookRow, around: Around): TransferFileLine[] {
  const halfDays = halfDaysIn(textOf(line, 'detail'));
  if (!halfDays) return [];
  const luccaId = around.ids.of(textOf(line, 'luccaId'));
  const row = around.people.get(canonical('identifier', textCell(luccaId)));
  const run = textOf(line, 'corrects');
  const month = parsePlainMonth(textOf(line, 'correctedMonth')) ?? around.monthOf(run);
  const binding = around.bindingOf({ id: textOf(line, 'accountId'), name: textOf(line, 'account') });
  // In a closed month, types are those of its own rows.
  const isOpen = isLive(around, line) && textOf(line, 'correctedMonth') === '';
  const types = payrollTargetKeys.map(
    (key) => [key, chosen(textOf(line, key).trim(), binding?.types[key].trim() ?? '', isOpen)] as const,
  );
  return [
    {
      person: personOf(line, row, luccaId, around),
      establishment: establishmentOf(line, row, around),
      direction: isDeletion(line) ? 'delete' : 'import',
      isDone: isDeletion(line) && isApplied(around.register, line),
      categoryName: textOf(line, 'category'),
      code: textOf(line, 'code'),
      account: textOf(line, 'account'),
      halfDays,
      types: byTarget(types),
      ...(binding && {
        codePlace: binding.row.place('code'),
        typePlaces: byTarget(payrollTargetKeys.map((key) => [key, binding.row.place(key)])),
      }),
      corrects: month ? { run, month } : null,
    },
  ];
}

/** In no file: what payroll refused, and of a confirmed import what it did not take. A cancelled one, which only the check tells, is read whole. */
function isLeftOut({ register }: HeldTransfer, { state }: RecordedImport, row: BookRow): boolean {
  if (isDeletion(row) || state === 'cancelled') return false;
  return state === 'confirmed' ? !isApplied(register, row) : isRefused(row);
}

/** Import `number`, whatever became of it, with everything that its files need. */
export async function readTransferFile(book: Book, number: string): Promise<Result<TransferToFile, TransferFileError>> {
  const snapshot = await book.read(read);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const register = readTransferRegister(snapshot.value);
  if (register.findings.length > 0) return fail({ code: 'unsound', findings: register.findings });
  const own = importIn(register, number, ['prepared', 'confirmed', 'abandoned', 'cancelled']);
  if (!own) return fail({ code: 'unknown' });
  const held: HeldTransfer = { snapshot: snapshot.value, register, rows: ({ name }) => rowsOf(snapshot.value, name) };
  const edited = editedFindings(held, own.number);
  if (edited.length > 0) return fail({ code: 'unsound', findings: edited });
  const rows = held.rows(importLinesTable).filter(isOfRun(own.number));
  const refused = rows.filter((row) => isLeftOut(held, own, row));
  const around = aroundOf(snapshot.value, register, own);
  return ok({
    number: own.number,
    month: own.month,
    state: own.state,
    lines: rows.filter((row) => !refused.includes(row)).flatMap((row) => lineOf(row, around)),
    refused: refused.length,
    deletionsLeft: rows.filter((row) => isDeletion(row) && !isApplied(register, row)).length,
  });
}
