import { canonical, textCell } from '../../domain/review/cell.ts';

/** How vouchers are given. */
export type VoucherSupport = 'card' | 'paper';

/** How a support is written in the tables. */
export const supportLabels: Readonly<Record<VoucherSupport, string>> = { card: 'carte', paper: 'papier' };

/** Who issues the vouchers. The first support is the one taken when nobody chose. */
export interface Issuer {
  readonly name: string;
  readonly supports: readonly [VoucherSupport, ...VoucherSupport[]];
}

/** Every issuer that can be chosen: a new one is one line more. */
export const issuers: readonly Issuer[] = [
  { name: 'Swile', supports: ['card'] },
  { name: 'Edenred', supports: ['card', 'paper'] },
  { name: 'Pluxee', supports: ['card', 'paper'] },
  { name: 'Up', supports: ['card', 'paper'] },
  { name: 'Bimpli', supports: ['card', 'paper'] },
  { name: 'Autre', supports: ['card', 'paper'] },
];

/** The issuer of that name; undefined for one nobody declared. */
export function issuerNamed(name: string): Issuer | undefined {
  const wanted = canonical('text', textCell(name));
  return issuers.find((each) => canonical('text', textCell(each.name)) === wanted);
}
