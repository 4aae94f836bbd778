/** What Passerelle handed over to payroll for a month: vouchers of its orders, hours of its confirmed exports. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CheckedMeasure, HandedLine } from '../../../domain/people/month/payrollCheck.ts';
import { payrollEstablishment } from '../../../domain/files/payrollPeople.ts';
import { amountsOf } from '../../../domain/vouchers/amounts.ts';
import {
  amountOf,
  type PayBasis,
  type PayVariableSettings,
} from '../../../domain/vouchers/files/payroll/payVariables.ts';
import { orderedLines } from '../../../domain/vouchers/files/voucherFile.ts';
import { voucherLabel } from '../../../messages/fr/employees/payrollCheck.ts';
import { codeText } from '../../../tables/people/readPayrollJournal.ts';
import { readRegister } from '../../../tables/vouchers/readRegister.ts';
import { readTimeRegister } from '../../../tables/worktime/readTimeRegister.ts';
import type { Book, BookSnapshot } from '../../book.ts';
import { readOrder, type OrderToFile } from '../../vouchers/orderReading.ts';
import { readTimeExport, type ExportedLine } from '../../worktime/exportReading.ts';

export interface HandedOver {
  readonly lines: readonly HandedLine[];
  readonly findings: readonly Finding[];
}

const HUNDRED = 100;

function told(code: string, severity: Finding['severity'], facts: Finding['facts']): Finding {
  return { code, severity, facts };
}

const nameOf = ({ lastName, firstName }: { readonly lastName: string; readonly firstName: string }) =>
  [lastName, firstName].filter((each) => each !== '').join(' ');

/** The shares that, together, are the amount handed over. */
const sharesOf: Readonly<Record<PayBasis, readonly CheckedMeasure[]>> = {
  quantity: [],
  employee: ['employee'],
  employer: ['employer'],
  total: ['employee', 'employer'],
};

/** The lines of an order under the rubrique of its regulation: the number, the amount where that is what is handed over, and both shares. */
function voucherLines({ input }: OrderToFile, settings: PayVariableSettings): HandedLine[] {
  const { basis, sign } = settings;
  return orderedLines(input).map((line): HandedLine => {
    const amount = amountOf(line, input, basis);
    const total = amountsOf(input.unit, line.number);
    return {
      place: payrollEstablishment(line.establishment),
      employeeNumber: line.person.employeeNumber,
      name: nameOf(line.person),
      code: codeText(settings.code),
      label: settings.label || voucherLabel,
      figures: {
        quantity: (basis === 'quantity' ? sign : 1) * line.number * HUNDRED,
        ...(amount === undefined ? {} : { amount: sign * amount }),
        employee: sign * total.employee,
        employer: (basis === 'employer' ? sign : 1) * total.employer,
      },
      needed: basis === 'quantity' ? 'quantity' : 'amount',
      instead: sharesOf[basis],
    };
  });
}

async function vouchers(book: Book, snapshot: BookSnapshot, month: PlainMonth): Promise<HandedOver> {
  const orders = readRegister(snapshot).orders.filter((each) => each.month === month && each.state !== 'cancelled');
  if (orders.length === 0) return { lines: [], findings: [told('checkNoOrder', 'info', { month })] };
  const lines: HandedLine[] = [];
  const findings: Finding[] = [];
  for (const { number, regulation } of orders) {
    const order = await readOrder(book, number);
    const settings = order.ok ? order.value.payVariable : undefined;
    if (!order.ok || !settings) findings.push(told('checkOrderUnread', 'error', { number }));
    else if (codeText(settings.code) === '') findings.push(told('checkNoVoucherCode', 'warning', { regulation }));
    else lines.push(...voucherLines(order.value, settings));
  }
  return { lines, findings };
}

function hourLine({ person, establishment, payrollCode, accountName, hundredths }: ExportedLine): HandedLine {
  return {
    place: payrollEstablishment(establishment),
    employeeNumber: person.employeeNumber,
    name: nameOf(person),
    code: codeText(payrollCode),
    label: accountName,
    figures: { quantity: hundredths },
    needed: 'quantity',
  };
}

async function hours(book: Book, snapshot: BookSnapshot, month: PlainMonth): Promise<HandedOver> {
  const exports = readTimeRegister(snapshot).exports.filter((each) => each.month === month);
  const confirmed = exports.filter(({ state }) => state === 'confirmed');
  const open = exports.filter(({ state }) => state === 'prepared');
  const findings = open.map(({ number }) => told('checkExportOpen', 'warning', { number }));
  if (exports.length === open.length && open.length === 0)
    return { lines: [], findings: [told('checkNoExport', 'info', { month })] };
  const lines: HandedLine[] = [];
  for (const { number } of confirmed) {
    const read = await readTimeExport(book, number);
    if (read.ok) lines.push(...read.value.lines.filter(({ destination }) => destination === 'payroll').map(hourLine));
    else findings.push(told('checkOrderUnread', 'error', { number }));
  }
  return confirmed.length > 0 || open.length > 0
    ? { lines, findings }
    : { lines, findings: [told('checkNoExport', 'info', { month })] };
}

/** Everything of the month. `snapshot`: of the same workbook. */
export async function handedOver(book: Book, snapshot: BookSnapshot, month: PlainMonth): Promise<HandedOver> {
  const all = [await vouchers(book, snapshot, month), await hours(book, snapshot, month)];
  return { lines: all.flatMap(({ lines }) => lines), findings: all.flatMap(({ findings }) => findings) };
}
