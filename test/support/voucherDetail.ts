/** « Détail TR » of outcomes, as an accountant adds it up. */
import type { VoucherOutcome } from '../../shared/domain/vouchers/outcome.ts';
import { detailLines } from '../../shared/flows/vouchers/detailRows.ts';

const names = { accounts: new Map<string, string>(), natures: new Map<string, string>() };

/** The sum of the effects of one outcome. Throws when two rows could not be told apart. */
export function recounted(outcome: VoucherOutcome): number {
  const row = { key: outcome.employeeId, index: 0, cells: {}, formulas: [], others: [] };
  const { lines } = detailLines({ people: [{ row, outcome, place: '' }], book: { names } }, [], () => true);
  if (new Set(lines.map(({ key }) => key)).size < lines.length) throw new Error('two rows under one key');
  return lines.reduce((sum, line) => {
    const effect = line.operation === 'add' ? line.after['effect'] : undefined;
    return sum + (effect && 'number' in effect ? effect.number : NaN);
  }, 0);
}
