import type { BeneficiaryException } from './beneficiaryException.ts';

/** What two rows must not both say of the same people at one date. */
const topics = { excluded: 'excluded', start: 'start', card: 'support', paper: 'support' } as const;

function overlap(a: BeneficiaryException, b: BeneficiaryException): boolean {
  return (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to);
}

function crosses(later: BeneficiaryException, above: BeneficiaryException): boolean {
  if (topics[above.exception] !== topics[later.exception]) return false;
  return later.exception === 'start' || overlap(above, later);
}

/** Says on the later row that it speaks of the same people and dates as one above. Harmless when both say the same thing. */
export function sayOverlaps(exceptions: readonly BeneficiaryException[]): void {
  const above = new Map<string, BeneficiaryException[]>();
  for (const later of exceptions) {
    const whom = JSON.stringify(later.whom).toUpperCase();
    const same = above.get(whom) ?? [];
    const crossed = same.find((each) => crosses(later, each));
    above.set(whom, [...same, later]);
    if (!crossed) continue;
    const isHarmless = crossed.exception === later.exception && later.exception !== 'start';
    const facts = { row: crossed.row.sheetRow };
    later.row.say('from', 'voucherExceptionsOverlap', facts, isHarmless ? 'warning' : 'error');
  }
}
