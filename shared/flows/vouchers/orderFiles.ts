/** The files of a validated order: what the register froze says how many, « Salariés » says who. Nothing is computed again. */
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { blank, canonical, displayed, textCell } from '../../domain/review/cell.ts';
import { valueOfOrder, voucherAmounts } from '../../domain/vouchers/amounts.ts';
import { swileOrder, type SwileSettings } from '../../domain/vouchers/files/issuers/swile.ts';
import { swileColumns } from '../../domain/vouchers/files/issuers/swileColumns.ts';
import type {
  OrderEstablishment,
  OrderFileInput,
  OrderLine,
  OrderPerson,
} from '../../domain/vouchers/files/orderInput.ts';
import { payVariablesCsv, type PayBasis } from '../../domain/vouchers/files/payroll/payVariables.ts';
import { frenchPayrollLayout } from '../../domain/vouchers/files/payroll/payrollText.ts';
import { voucherCsv } from '../../domain/vouchers/files/payroll/voucherCsv.ts';
import type { VoucherFiles } from '../../domain/vouchers/files/voucherFile.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { establishmentsTable } from '../../tables/vouchers/establishmentsTable.ts';
import { supportLabels } from '../../tables/vouchers/issuers.ts';
import { ordersTable } from '../../tables/vouchers/ordersTable.ts';
import {
  establishmentNamed,
  readEstablishments,
  type Establishment,
} from '../../tables/vouchers/readEstablishments.ts';
import { readRegister, type RecordedOrder, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { orderSettingsTable, registerTable } from '../../tables/vouchers/registerTable.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { textOf } from './voucherBook.ts';

/** `payroll`: the generic file. `variables`: one variable per person. `swile`: the order itself. */
export const orderFileKinds = ['payroll', 'variables', 'swile'] as const;
export type OrderFileKind = (typeof orderFileKinds)[number];

/** `unknown`: no order of that number, or a cancelled one. `unsound`: the register cannot be trusted. `issuer`: the file is not this issuer's. */
export type OrderFilesError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unknown' }
  | { readonly code: 'issuer'; readonly issuer: string }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

const CODE = 'TR';
const LABEL = 'Titres-restaurant';

/** Separator, encoding and decimal mark are those of a French spreadsheet: Swile publishes none. */
const swileSettings: SwileSettings = {
  columns: swileColumns({
    severalCompanies: false,
    cardsByEmployer: false,
    attachment: true,
    employeeNumber: true,
    daysOff: false,
  }),
  separator: ';',
  encoding: 'utf8Bom',
  decimal: ',',
};

function personOf(line: BookRow, row: BookRow | undefined): OrderPerson {
  const text = (key: string) => (row ? textOf(row, key) : '');
  const birth = row?.cells['birthDate'];
  return {
    luccaId: textOf(line, 'luccaId'),
    employeeNumber: textOf(line, 'employeeNumber'),
    civilTitle: text('civilTitle'),
    lastName: row ? text('lastName') : textOf(line, 'name'),
    firstName: text('firstName'),
    birthDate: birth && 'date' in birth ? birth.date : null,
    email: text('workEmail') || text('personalEmail'),
    mobile: text('personalPhone'),
    address: text('address'),
    addressComplement: text('addressComplement'),
    postalCode: text('postalCode'),
    city: text('city'),
    countryCode: text('countryCode'),
  };
}

function placeOf(establishments: readonly Establishment[], row: BookRow | undefined): OrderEstablishment {
  const typed = row ? textOf(row, 'establishment') : '';
  const found = establishmentNamed(establishments, typed);
  return {
    code: found?.code ?? '',
    name: found?.name ?? typed,
    attachmentCode: found?.deliveryPoint ?? '',
    companyCode: '',
    customerCode: '',
    deliveryPoint: '',
    levelCode: '',
    payrollDossier: '',
  };
}

function numberOf(line: BookRow, key: string): number {
  const cell = line.cells[key] ?? blank;
  return 'number' in cell ? cell.number : Number(displayed(cell)) || 0;
}

function linesOf(snapshot: BookSnapshot, { number }: RecordedOrder): OrderLine[] {
  const people = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const own = rowsOf(snapshot, registerTable.name).filter(
    (line) => canonical('identifier', textCell(textOf(line, 'order'))) === number,
  );
  return own.map((line): OrderLine => {
    const row = people.get(canonical('identifier', textCell(textOf(line, 'luccaId'))));
    return {
      person: personOf(line, row),
      establishment: placeOf(establishments, row),
      number: numberOf(line, 'ordered'),
      support: textOf(line, 'support') === supportLabels.paper ? 'paper' : 'card',
      worksOnDaysOff: false,
      regularised: numberOf(line, 'corrections'),
      returned: numberOf(line, 'returned'),
      settlement: numberOf(line, 'settlement'),
      statistics: [],
      free: [],
    };
  });
}

/** What the files of an order are made of; undefined when no amount can be given. */
function inputOf(
  snapshot: BookSnapshot,
  order: RecordedOrder,
  { closed }: VoucherRegister,
): OrderFileInput | undefined {
  const { month, regulation: name, issuer } = order;
  const regulation = closed.find((each) => each.month === month && each.regulation.key === name)?.regulation;
  const value = regulation && valueOfOrder(regulation.values, month);
  const amounts = value && voucherAmounts(value, { month, reintegration: regulation.reintegration, cap: 'then' });
  if (amounts?.kind !== 'computed') return undefined;
  return { month, regulation: name, issuer, unit: amounts.unit, lines: linesOf(snapshot, order) };
}

function filesOf(input: OrderFileInput, kind: OrderFileKind, basis: PayBasis): VoucherFiles {
  switch (kind) {
    case 'payroll':
      return voucherCsv(input, frenchPayrollLayout);
    case 'variables':
      return payVariablesCsv(input, { basis, code: CODE, label: LABEL, sign: 1 }, frenchPayrollLayout);
    case 'swile':
      return swileOrder(input, swileSettings);
  }
}

/** The files of order `number`. `basis`: what a pay variable carries. Without bytes as long as a finding is an error. */
export async function orderFiles(
  book: Book,
  number: string,
  kind: OrderFileKind,
  basis: PayBasis = 'quantity',
): Promise<Result<VoucherFiles, OrderFilesError>> {
  const read = await book.read([employeesTable, establishmentsTable, ordersTable, registerTable, orderSettingsTable]);
  if (!read.ok) return fail({ code: 'book', error: read.error });
  const register = readRegister(read.value);
  if (register.findings.length > 0) return fail({ code: 'unsound', findings: register.findings });
  const order = register.orders.find((each) => each.number === number && each.state !== 'cancelled');
  const input = order && inputOf(read.value, order, register);
  if (!input) return fail({ code: 'unknown' });
  if (kind === 'swile' && input.issuer !== 'Swile') return fail({ code: 'issuer', issuer: input.issuer });
  return ok(filesOf(input, kind, basis));
}
