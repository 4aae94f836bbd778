/** What « Calculer » computes of titres-restaurant. */
import { computeVouchers, type VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { VoucherBook } from '../../../shared/flows/vouchers/voucherBook.ts';
import type { VoucherRequest } from '../../../shared/flows/vouchers/voucherReading.ts';
import { writeStates, writeVouchers, type WrittenVouchers } from '../../../shared/flows/vouchers/writeVouchers.ts';
import { paneActor } from '../../../shared/messages/fr/pane.ts';
import { detailLeftOut } from '../../../shared/messages/fr/vouchers/detail.ts';
import * as text from '../../../shared/messages/fr/vouchers/pane.ts';
import { chartFailed } from '../../../shared/messages/fr/vouchers/totals.ts';
import { otherFindings, type Calculated } from './calculation.ts';
import type { PaneDesk } from './desk.ts';
import type { VoucherWays } from './voucherWays.ts';

function writtenText({ added, changed, deleted, leftOut, chart }: WrittenVouchers): string {
  const drawing = chart.ok ? [] : [chartFailed(chart.error)];
  return [text.written(added + changed + deleted), ...detailLeftOut(leftOut), ...drawing].join(' ');
}

export function voucherCalculation(
  desk: PaneDesk,
  ways: Pick<VoucherWays, 'read'>,
): Calculated<VoucherRequest, VoucherComputation, VoucherBook, WrittenVouchers> {
  return {
    words: { unsound: text.unsound, stillUnread: text.stillUnread },
    compute: (subject, options) => computeVouchers(desk.ports, subject, options),
    monthsOf: async () => (await ways.read())?.months,
    write: (computation, options) => writeVouchers(desk.ports, computation, { ...options, by: paneActor }),
    sentence: writtenText,
    writeStates: (book, options) => writeStates(desk.ports, book, options),
    async withoutRegulation(findings) {
      const read = await ways.read();
      if (!read) return;
      const { board } = read;
      const shown = [...board.findings, ...board.states.flatMap((each) => each.findings)];
      const isOrdered = board.orders.some(({ month, state }) => month === board.month && state !== 'cancelled');
      const empty = board.states.length === 0 ? text.noRegulation : text.noneToOrder;
      desk.show(
        { name: 'vouchers', board, findings: otherFindings(findings, shown) },
        { intent: isOrdered ? 'info' : 'warning', text: isOrdered ? text.allOrdered : empty },
      );
    },
  };
}
