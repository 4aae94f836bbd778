/** One row of « Titres-restaurant ». */
import { blank, numberCell, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import type { Cents } from '../../domain/money/money.ts';
import { amountsOf, type VoucherAmounts } from '../../domain/vouchers/amounts.ts';
import type { VoucherOutcome } from '../../domain/vouchers/outcome.ts';
import { supportLabels, type VoucherSupport } from './issuers.ts';
import { resultStates } from './resultTable.ts';

const CENTS = 100;

/** Cents as euros, exact to the cent: a sheet holds numbers, not cents. */
export function eurosCell(amount: Cents): Cell {
  return numberCell(amount / CENTS);
}

/** Vouchers taken inside the windows of the order, by what took them. */
export function takenBy({ lines }: VoucherOutcome, fact: 'absence' | 'meal'): number {
  return lines.filter((line) => line.fact === fact && line.change === -1 && line.correction === null).length;
}

function stateOf({ state, count }: VoucherOutcome): string {
  if (state === 'incomplete') return resultStates.incomplete;
  return count.settlement === 0 ? resultStates.computed : resultStates.settlement;
}

function amountCells(unit: VoucherAmounts | null, ordered: number): RowCells {
  if (!unit) return {};
  const total = amountsOf(unit, ordered);
  return {
    face: eurosCell(unit.face),
    employer: eurosCell(unit.employer),
    cse: eurosCell(unit.cse),
    employee: eurosCell(unit.employee),
    totalFace: eurosCell(total.face),
    totalEmployer: eurosCell(total.employer),
    totalEmployee: eurosCell(total.employee),
    totalReintegrated: eurosCell(total.reintegrated),
  };
}

/** `person`: cells of « Salariés » that say who it is. `unit`: null when no amount can be given. `sum`: the number written out. */
export function resultRow(
  outcome: VoucherOutcome,
  person: RowCells,
  unit: VoucherAmounts | null,
  support: VoucherSupport,
  sum: string,
): RowCells {
  const { count } = outcome;
  const [absences, meals] = [takenBy(outcome, 'absence'), takenBy(outcome, 'meal')];
  const who = ['employeeNumber', 'lastName', 'firstName', 'establishment'].map((key) => [key, person[key] ?? blank]);
  return {
    month: textCell(outcome.month),
    regulation: textCell(outcome.regulation),
    ...(Object.fromEntries(who) as RowCells),
    days: numberCell(count.days),
    absences: numberCell(absences),
    meals: numberCell(meals),
    corrections: numberCell(count.corrections),
    manual: numberCell(count.manual),
    carriedIn: numberCell(count.carriedIn),
    ordered: numberCell(count.ordered),
    carriedOut: numberCell(count.carriedOut),
    settlement: numberCell(count.settlement),
    returned: numberCell(count.returned),
    ...amountCells(unit, count.ordered),
    support: textCell(supportLabels[support]),
    state: textCell(stateOf(outcome)),
    sum: textCell(sum),
    luccaId: textCell(outcome.employeeId),
  };
}
