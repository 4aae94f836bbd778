/** An import of absences as its files take it, from its lines. Nothing is computed again: every file can be made again later. */
import type { NamedAccount } from '../../../domain/absences/bindAccounts.ts';
import { halfDaysIn } from '../../../domain/absences/transferLines.ts';
import { payrollTargetKeys, type PayrollTargetKey } from '../../../domain/absences/targets/targets.ts';
import type { TransferFileLine } from '../../../domain/absences/files/transferFile.ts';
import { parsePlainMonth, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { absenceTables } from '../../../tables/absences/absenceTables.ts';
import { accountBindingsTable } from '../../../tables/absences/accountBindingsTable.ts';
import { importLinesTable } from '../../../tables/absences/importsTable.ts';
import { lineFor, readAccountBindings, type BindingLine } from '../../../tables/absences/readAccountBindings.ts';
import {
  readTransferRegister,
  type RecordedImport,
  type TransferRegister,
} from '../../../tables/absences/readTransferRegister.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { currentIds, type CurrentIds } from '../../../tables/people/currentIds.ts';
import { formerIdsTable } from '../../../tables/people/formerIdsTable.ts';
import { establishmentNamed, readEstablishments, type Establishment } from '../../../tables/readEstablishments.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import type { TransferToFile } from '../transferFiles.ts';
import {
  importIn,
  isApplied,
  isAsPrepared,
  isDeletion,
  isOfRun,
  isRefused,
  type HeldTransfer,
} from './heldTransfer.ts';

/** `unknown`: no import of that number. `unsound`: the register cannot be trusted. `edited`: its lines are not those prepared. */
export type TransferFileError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unknown' | 'edited' }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

const read = [...absenceTables, employeesTable, establishmentsTable, formerIdsTable];

interface Around {
  readonly people: ReadonlyMap<string, BookRow>;
  readonly ids: CurrentIds;
  /** Payroll month of an import. */
  readonly monthOf: (run: string) => PlainMonth | undefined;
  readonly establishments: readonly Establishment[];
  /** The row of « Correspondance comptes d'absence » that speaks of an account now. */
  readonly bindingOf: (account: NamedAccount) => BindingLine | null;
}

function aroundOf(snapshot: BookSnapshot, { imports }: TransferRegister): Around {
  const { lines } = readAccountBindings(snapshot[accountBindingsTable.name], []).value;
  return {
    people: new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row])),
    ids: currentIds(snapshot),
    monthOf: (run) => imports.find(({ number }) => number === run)?.month,
    establishments: readEstablishments(snapshot[establishmentsTable.name]).value,
    bindingOf: (account) => lineFor(account, lines),
  };
}

/** The matricule that the line froze; a blank one is looked for in « Salariés », where it may have been typed since. */
function personOf(line: BookRow, row: BookRow | undefined, luccaId: string): TransferFileLine['person'] {
  const of = (key: string) => textOf(line, key) || (row ? textOf(row, key) : '');
  return {
    luccaId,
    employeeNumber: of('employeeNumber'),
    lastName: of('lastName'),
    firstName: of('firstName'),
    ...(row && { place: { table: employeesTable.name, key: row.key } }),
  };
}

function establishmentOf(name: string, { establishments }: Around): TransferFileLine['establishment'] {
  const place = establishmentNamed(establishments, name);
  return {
    code: place?.code ?? '',
    name: place?.name ?? name,
    payrollDossier: place?.codes.payrollDossier ?? '',
    ...(place && { codePlace: place.codePlace }),
  };
}

function lineOf(line: BookRow, around: Around): TransferFileLine[] {
  const halfDays = halfDaysIn(textOf(line, 'detail'));
  if (!halfDays) return [];
  const luccaId = around.ids.of(textOf(line, 'luccaId'));
  const row = around.people.get(canonical('identifier', textCell(luccaId)));
  const run = textOf(line, 'corrects');
  const month = parsePlainMonth(textOf(line, 'correctedMonth')) ?? around.monthOf(run);
  const binding = around.bindingOf({ id: textOf(line, 'accountId'), name: textOf(line, 'account') });
  // A type that was blank when the import was prepared may have been typed since.
  const types = payrollTargetKeys.map((key) => [key, textOf(line, key) || (binding?.types[key] ?? '')] as const);
  return [
    {
      person: personOf(line, row, luccaId),
      establishment: establishmentOf(
        textOf(line, 'establishment') || (row ? textOf(row, 'establishment') : ''),
        around,
      ),
      direction: isDeletion(line) ? 'delete' : 'import',
      categoryName: textOf(line, 'category'),
      code: textOf(line, 'code'),
      account: textOf(line, 'account'),
      ...(binding && { accountPlace: binding.row.place('name') }),
      halfDays,
      types: Object.fromEntries(types) as Record<PayrollTargetKey, string>,
      corrects: month ? { run, month } : null,
    },
  ];
}

/** In no file: what payroll refused, and of a confirmed import what it did not take. */
function isLeftOut({ register }: HeldTransfer, { state }: RecordedImport, row: BookRow): boolean {
  if (isDeletion(row)) return false;
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
  if (!isAsPrepared(held, own.number)) return fail({ code: 'edited' });
  const rows = held.rows(importLinesTable).filter(isOfRun(own.number));
  const refused = rows.filter((row) => isLeftOut(held, own, row));
  const around = aroundOf(snapshot.value, register);
  return ok({
    number: own.number,
    month: own.month,
    state: own.state,
    lines: rows.filter((row) => !refused.includes(row)).flatMap((row) => lineOf(row, around)),
    refused: refused.length,
    deletionsLeft: rows.filter((row) => isDeletion(row) && !isApplied(register, row)).length,
  });
}
