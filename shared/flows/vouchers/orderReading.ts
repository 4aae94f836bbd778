/** A validated order as its files take it: what the register froze says how many, « Salariés » says who. Nothing is computed again. */
import { firstDay, parseFrenchDate, type PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { cents } from '../../domain/money/money.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { blank, canonical, displayed, textCell } from '../../domain/review/cell.ts';
import { valueOfOrder, voucherAmounts } from '../../domain/vouchers/amounts.ts';
import type { OrderTotals } from '../../domain/vouchers/files/heldTotals.ts';
import type { OrderFileInput, OrderLine, OrderPerson } from '../../domain/vouchers/files/orderInput.ts';
import type { PayVariableSettings } from '../../domain/vouchers/files/payroll/payVariables.ts';
import type { OrderTemplate } from '../../domain/vouchers/files/template.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import { currentIds } from '../../tables/people/currentIds.ts';
import { formerIdsTable } from '../../tables/people/formerIdsTable.ts';
import { supportLabels } from '../../tables/vouchers/issuers.ts';
import { ordersTable } from '../../tables/vouchers/ordersTable.ts';
import { ordersTemplatesTable } from '../../tables/vouchers/ordersTemplatesTable.ts';
import { readOrdersTemplates } from '../../tables/vouchers/ordersTemplatesTableRead.ts';
import { readEstablishments, type Establishment } from '../../tables/readEstablishments.ts';
import { readRegister, type RecordedOrder, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { readRegulations, versionOn, type RegulationVersion } from '../../tables/vouchers/readRegulations.ts';
import { orderSettingsTable, registerTable } from '../../tables/vouchers/registerTable.ts';
import { regulationsTable } from '../../tables/vouchers/regulationsTable.ts';
import type { Book, BookError, BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { columnsIn, columnsOf, worksOnDaysOff } from './orderColumns.ts';
import { OrderPlaces } from './orderPlaces.ts';
import { textOf } from './voucherBook.ts';

export interface OrderToFile {
  readonly number: string;
  readonly input: OrderFileInput;
  /** What « Commandes TR » says of it: every file must add up to it. */
  readonly totals: OrderTotals;
  /** Day on which it was frozen, Paris time. */
  readonly validatedOn: PlainDate;
  /** What the workbook does not say of it any more, or never did. */
  readonly findings: readonly Finding[];
  /** Undefined when « Réglementaires TR » cannot be read for that month any more. */
  readonly payVariable: PayVariableSettings | undefined;
  /** « Règles complémentaires », for people to read with what they receive. */
  readonly complement: string;
  /** Of « Modèles de commande TR », with what is wrong at their cells. */
  readonly templates: { readonly value: readonly OrderTemplate[]; readonly findings: readonly Finding[] };
}

/** `unknown`: no order of that number, or a cancelled one. `unsound`: the register cannot be trusted. */
export type OrderReadingError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'unknown' }
  | { readonly code: 'unsound'; readonly findings: readonly Finding[] };

const read = [
  employeesTable,
  establishmentsTable,
  regulationsTable,
  ordersTable,
  registerTable,
  orderSettingsTable,
  ordersTemplatesTable,
  formerIdsTable,
];

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

function numberOf(line: BookRow, key: string): number {
  const cell = line.cells[key] ?? blank;
  return 'number' in cell ? cell.number : Number(displayed(cell)) || 0;
}

function linesOf(snapshot: BookSnapshot, { number }: RecordedOrder, places: OrderPlaces): OrderLine[] {
  const people = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const own = rowsOf(snapshot, registerTable.name).filter(
    (line) => canonical('identifier', textCell(textOf(line, 'order'))) === number,
  );
  const ids = currentIds(snapshot);
  return own.map((line): OrderLine => {
    const row = people.get(ids.of(canonical('identifier', textCell(textOf(line, 'luccaId')))));
    const columns = columnsOf(row);
    return {
      person: personOf(line, row),
      establishment: places.of(line, row),
      number: numberOf(line, 'ordered'),
      support: textOf(line, 'support') === supportLabels.paper ? 'paper' : 'card',
      worksOnDaysOff: worksOnDaysOff(columns),
      regularised: numberOf(line, 'corrections'),
      returned: numberOf(line, 'returned'),
      settlement: numberOf(line, 'settlement'),
      columns,
    };
  });
}

/** The amounts of one voucher of the order; undefined when none can be given. */
function unitOf({ month, regulation: name }: RecordedOrder, { closed }: VoucherRegister) {
  const regulation = closed.find((each) => each.month === month && each.regulation.key === name)?.regulation;
  const value = regulation && valueOfOrder(regulation.values, month);
  const amounts = value && voucherAmounts(value, { month, reintegration: regulation.reintegration, cap: 'then' });
  return amounts?.kind === 'computed' ? amounts.unit : undefined;
}

/** The regulation of the order, as the sheet has it for that month: it may be corrected after the order. */
function versionOf(
  snapshot: BookSnapshot,
  { month, regulation }: RecordedOrder,
  establishments: readonly Establishment[],
): RegulationVersion | undefined {
  const on = firstDay(month);
  const state = snapshot[regulationsTable.name];
  const { value } = readRegulations(state, { establishments, ordered: new Map(), on });
  return value.filter(({ name }) => name === regulation).flatMap((typed) => versionOn(typed, on) ?? [])[0];
}

/** What it says of payroll: a rubrique changes no voucher. */
function payVariableOf({ order }: RegulationVersion): PayVariableSettings {
  const { payroll: basis, payCode: code, payLabel: label, payNature: nature, payPlaces: places } = order;
  return { basis, code, label, nature, places, sign: order.paySign === 'negative' ? -1 : 1 };
}

/** Order `number` with everything that its files need. */
export async function readOrder(book: Book, number: string): Promise<Result<OrderToFile, OrderReadingError>> {
  const snapshot = await book.read(read);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const register = readRegister(snapshot.value);
  if (register.findings.length > 0) return fail({ code: 'unsound', findings: register.findings });
  const order = register.orders.find((each) => each.number === number && each.state !== 'cancelled');
  const unit = order && unitOf(order, register);
  if (!order || !unit) return fail({ code: 'unknown' });
  const establishments = readEstablishments(snapshot.value[establishmentsTable.name]).value;
  const { month, regulation, issuer, totals, validatedAt } = order;
  const version = versionOf(snapshot.value, order, establishments);
  const places = new OrderPlaces(establishments, version?.establishments ?? []);
  const lines = linesOf(snapshot.value, order, places);
  return ok({
    number,
    input: { month, regulation, issuer, unit, lines, columns: columnsIn(rowsOf(snapshot.value, employeesTable.name)) },
    totals: { ...totals, amount: cents(totals.amount) },
    findings: places.findings(register.recordsPlaces),
    validatedOn: parseFrenchDate(validatedAt.slice(0, 10)) ?? firstDay(month),
    payVariable: version && payVariableOf(version),
    complement: version?.order.complement ?? '',
    templates: readOrdersTemplates(snapshot.value[ordersTemplatesTable.name]),
  });
}
