/** What the wizard asks about: the sheets as they will be once prepared, and everything that a regulation is read beside. */
import type { PlainDate, PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import type { TableDeclaration } from '../../../tables/declaration.ts';
import { sourceTables } from '../../../tables/tables.ts';
import { ESTABLISHMENT_CRITERION, personCriteria } from '../../../tables/vouchers/beneficiariesTable.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import type { Establishment } from '../../../tables/readEstablishments.ts';
import { readImpacts, type ImpactRow, type Known } from '../../../tables/vouchers/readImpacts.ts';
import { readRegister } from '../../../tables/vouchers/readRegister.ts';
import { typedVoucherTables } from '../../../tables/vouchers/voucherTables.ts';
import type { BookSnapshot, TableState } from '../../book.ts';
import type { FlowOptions } from '../../ports.ts';
import { readVoucherFacts, type VoucherMirror } from '../../readVoucherFacts.ts';
import type { VoucherPorts, VoucherRequest } from '../computeVouchers.ts';
import { broughtLines, emptyTable, withLines } from '../preparation.ts';
import {
  readTypedRegulations,
  regulationFrame,
  type RegulationFrame,
  type RegulationReadings,
} from '../regulationReadings.ts';
import { sheetsRefusal, usualMonths, type SheetsError } from '../voucherSheets.ts';

export interface WizardBase {
  /** The month of the pane. */
  readonly month: PlainMonth;
  /** The workbook with the sheets prepared, written or not. */
  readonly snapshot: BookSnapshot;
  /** The lines that prepare them. */
  readonly brought: readonly PlanLine[];
  readonly mirror: VoucherMirror;
  readonly frame: RegulationFrame;
  /** The regulations that are there already, and what is decided for all. */
  readonly readings: RegulationReadings;
}

function withEmptyTables(snapshot: BookSnapshot): BookSnapshot {
  const absent = typedVoucherTables.filter(({ name }) => snapshot[name]?.state === 'absent');
  const empty = absent.map((table): [string, TableState] => [table.name, emptyTable(table)]);
  return { ...snapshot, ...Object.fromEntries(empty) };
}

/** The base of the wizard on a workbook. Pure. */
export function wizardBase(snapshot: BookSnapshot, mirror: VoucherMirror, month: PlainMonth): WizardBase {
  const whole = withEmptyTables(snapshot);
  const brought = broughtLines(whole, mirror);
  const prepared = withLines(whole, brought);
  const frame = regulationFrame(prepared, mirror, readRegister(prepared));
  const readings = readTypedRegulations(prepared, frame, month);
  return { month, snapshot: prepared, brought, mirror, frame, readings };
}

/** Reads the workbook and what Lucca knows. Writes nothing. */
export async function readWizardBase(
  ports: VoucherPorts,
  request: VoucherRequest,
  options: FlowOptions = {},
): Promise<Result<WizardBase, SheetsError>> {
  const { connection, month } = request;
  const snapshot = await ports.book.read(sourceTables);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const refused = sheetsRefusal(snapshot.value, request);
  if (refused) return fail(refused);
  const mirror = await readVoucherFacts(ports.service, connection.id, usualMonths(connection, month), options);
  return mirror.ok
    ? ok(wizardBase(snapshot.value, mirror.value, month))
    : fail({ code: 'service', error: mirror.error });
}

/** What one of the tables of impacts says to a regulation called `name`, with the rows that an older one of that name left. */
export function impactRowsFor(
  { snapshot, readings }: WizardBase,
  table: TableDeclaration,
  known: readonly Known[],
  name: string,
): readonly ImpactRow[] {
  const names = [...readings.regulations.value.map((each) => each.name), name];
  return readImpacts(table, snapshot[table.name], names, known).value;
}

/** An establishment to choose; `takenBy`: the regulation it is in on `from` or later, which keeps it. */
export interface EstablishmentChoice extends Establishment {
  readonly takenBy: string | null;
}

/** Every establishment, those of another regulation told apart. */
export function establishmentChoices({ frame, readings }: WizardBase, from: PlainDate): EstablishmentChoice[] {
  return frame.establishments.value.map((each) => {
    const holder = readings.regulations.value.find(({ versions }) =>
      versions.some(
        ({ until, establishments }) =>
          (until === null || until >= from) && establishments.some(({ id }) => id === each.id),
      ),
    );
    return { ...each, takenBy: holder?.name ?? null };
  });
}

/** What people may be excluded by: their number, their establishment, or a column of « Salariés » that shows nothing personal. */
export function exclusionCriteria({ frame }: WizardBase): string[] {
  const own = new Map(employeesTable.columns.map(({ heading, sensitivity }) => [heading, sensitivity]));
  const fields = frame.fields.filter((heading) => (own.get(heading) ?? 'open') === 'open');
  return [...new Set([personCriteria.employeeNumber, ESTABLISHMENT_CRITERION, ...fields])];
}
