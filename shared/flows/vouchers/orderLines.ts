/** The lines that freeze an order: « Commandes TR », « Registre TR » and its settings. */
import { firstDay, type Instant } from '../../domain/calendar/plainDate.ts';
import { ledgerCheck } from '../../domain/review/checksum.ts';
import { blank, displayed, numberCell, textCell } from '../../domain/review/cell.ts';
import type { PlanLine, RowCells } from '../../domain/review/plan.ts';
import { amountsOf } from '../../domain/vouchers/amounts.ts';
import { settingTexts } from '../../domain/vouchers/frozenSettings.ts';
import { ledgerTexts } from '../../domain/vouchers/ledgerText.ts';
import type { VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { takingWindow, windowsOf } from '../../domain/vouchers/windows.ts';
import { rowKey } from '../../tables/declaration.ts';
import { orderStates } from '../../tables/vouchers/ordersTable.ts';
import { supportLabels, type VoucherSupport } from '../../tables/vouchers/issuers.ts';
import { versionOn } from '../../tables/vouchers/readRegulations.ts';
import { checkedTexts, RECEIPT, type VoucherRegister } from '../../tables/vouchers/readRegister.ts';
import { orderSettingsTable, registerTable } from '../../tables/vouchers/registerTable.ts';
import { eurosCell } from '../../tables/vouchers/resultRow.ts';
import type { OrderedRegulation, PersonVouchers, VoucherComputation } from './computeVouchers.ts';
import type { ReceiptAnswer } from '../receipts.ts';
import { stamp } from '../stamp.ts';
import { textOf } from './voucherBook.ts';
import { supportOf } from './writeVouchers.ts';

export function added(table: string, key: string, after: RowCells): PlanLine {
  return { operation: 'add', table, key, after, reason: 'result' };
}

/** Numbers follow each other through cancellations, so that none is ever used twice. */
export function nextNumber({ orders }: VoucherRegister): string {
  const used = orders.map(({ number }) => Number(/\d+$/.exec(number)?.[0] ?? 0));
  return `TR${Math.max(0, ...used) + 1}`;
}

/** The line of « Commandes TR ». */
export function orderCells(
  computation: VoucherComputation,
  { regulation, unit }: OrderedRegulation & { readonly unit: NonNullable<OrderedRegulation['unit']> },
  outcomes: readonly VoucherOutcome[],
  number: string,
  at: Instant,
): RowCells {
  const vouchers = outcomes.reduce((sum, { count }) => sum + count.ordered, 0);
  const typed = computation.book.regulations.find(({ name }) => name === regulation.key);
  const issuer = typed && versionOn(typed, firstDay(computation.month))?.order.issuer.name;
  return {
    number: textCell(number),
    month: textCell(computation.month),
    regulation: textCell(regulation.key),
    state: textCell(orderStates.validated),
    issuer: textCell(issuer ?? ''),
    lines: numberCell(outcomes.length),
    people: numberCell(outcomes.filter(({ count }) => count.ordered > 0).length),
    vouchers: numberCell(vouchers),
    face: eurosCell(unit.face),
    amount: eurosCell(amountsOf(unit, vouchers).face),
    validatedAt: stamp(at),
    orderedAt: blank,
    cancelledAt: blank,
  };
}

/** One line of the register, its check value left aside. */
function lineCells(
  { row, outcome, place }: PersonVouchers,
  { regulation }: OrderedRegulation,
  number: string,
  line: number,
  support: VoucherSupport,
): RowCells {
  const windows = windowsOf(regulation.rules, outcome.month);
  const texts = ledgerTexts(outcome.entries, windows.days, takingWindow(windows));
  const { count } = outcome;
  return {
    line: textCell(String(line)),
    order: textCell(number),
    month: textCell(outcome.month),
    regulation: textCell(outcome.regulation),
    luccaId: textCell(outcome.employeeId),
    employeeNumber: row.cells['employeeNumber'] ?? blank,
    name: textCell([textOf(row, 'lastName'), textOf(row, 'firstName')].join(' ').trim()),
    establishment: textCell(place),
    givenFrom: { date: texts.given.from },
    given: textCell(texts.given.letters),
    takenFrom: { date: texts.taken.from },
    taken: textCell(texts.taken.letters),
    others: textCell(texts.others),
    ordered: numberCell(count.ordered),
    corrections: numberCell(count.corrections),
    carriedIn: numberCell(count.carriedIn),
    carriedOut: numberCell(count.carriedOut),
    manual: numberCell(count.manual),
    returned: numberCell(count.returned),
    support: textCell(supportLabels[support]),
    settlement: numberCell(count.settlement),
  };
}

/** The lines of the register, each checked over the one before. */
export function registerLines(
  computation: VoucherComputation,
  people: readonly PersonVouchers[],
  ordered: OrderedRegulation,
  number: string,
  { last: { line, check }, recordsPlaces }: VoucherRegister,
): PlanLine[] {
  let previous = check;
  return people.map((person, index) => {
    const written = recordsPlaces ? person : { ...person, place: '' };
    const cells = lineCells(written, ordered, number, line + index + 1, supportOf(computation, person));
    previous = ledgerCheck(
      previous,
      checkedTexts((key) => displayed(cells[key] ?? blank)),
    );
    return added(registerTable.name, String(line + index + 1), { ...cells, check: textCell(previous) });
  });
}

/** The receipt of an order is kept with its settings, the last one being the one that counts. */
export function receiptLines(number: string, answer: ReceiptAnswer): PlanLine[] {
  if (answer.is !== 'granted') return [];
  const cells = { key: textCell(`${number}/${answer.id}`), value: textCell(`${RECEIPT}\n${answer.id}`) };
  return [added(orderSettingsTable.name, rowKey(orderSettingsTable, cells), cells)];
}

/** The settings that an order is always computed with again. */
export function settingLines(number: string, { regulation }: OrderedRegulation): PlanLine[] {
  return [...settingTexts(regulation)].map(([part, text], index) => {
    const key = `${number}/${index + 1}`;
    return added(orderSettingsTable.name, key, { key: textCell(key), value: textCell(`${part}\n${text}`) });
  });
}
