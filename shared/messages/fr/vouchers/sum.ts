/** How a number of titres-restaurant was reached, written out. */
import type { VoucherCount } from '../../../domain/vouchers/outcome.ts';

interface Term {
  readonly number: number;
  readonly one: string;
  readonly many: string;
}

function term({ number, one, many }: Term, isFirst: boolean): string {
  const text = `${Math.abs(number)} ${Math.abs(number) > 1 ? many : one}`;
  if (isFirst) return number < 0 ? `−${text}` : text;
  return number < 0 ? `− ${text}` : `+ ${text}`;
}

/** `absences`, `meals`: titres taken by each. « 22 jours − 3 absences − 2 repas = 17 ». Terms of nought are left out, the days never. */
export function voucherSum(count: VoucherCount, absences: number, meals: number): string {
  const terms: readonly Term[] = [
    { number: count.days, one: 'jour', many: 'jours' },
    { number: -absences, one: 'absence', many: 'absences' },
    { number: -meals, one: 'repas', many: 'repas' },
    { number: count.corrections, one: 'régularisation', many: 'régularisations' },
    { number: count.manual, one: 'ajustement', many: 'ajustements' },
    { number: count.carriedIn, one: 'report', many: 'reports' },
  ];
  const kept = terms.filter(({ number }, index) => index === 0 || number !== 0);
  return `${kept.map((each, index) => term(each, index === 0)).join(' ')} = ${count.total < 0 ? '−' : ''}${Math.abs(count.total)}`;
}
