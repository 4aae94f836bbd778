/** « Correspondance comptes d'absence »: what payroll does with each leave account of Lucca, by its number or by its name. */
import { foldedName } from '../people/mapping/customField.ts';
import type { PayrollTargetKey } from './targets/targets.ts';
import type { AbsenceTreatment } from './treatment.ts';

export interface NamedAccount {
  readonly id: string;
  readonly name: string;
}

/** A line of the sheet: one account, or those whose name is written like `pattern`, where `*` stands for anything. */
export interface AccountBinding {
  readonly account: { readonly id: string } | { readonly pattern: string };
  readonly treatment: AbsenceTreatment;
}

/** A line with what each payroll software calls the absence; '' where nobody said. */
export interface NamedBinding extends AccountBinding {
  readonly types: Readonly<Record<PayrollTargetKey, string>>;
}

/** `ambiguous`: patterns that are equally precise say different things; nothing is guessed. */
export type Bound =
  | { readonly state: 'bound'; readonly treatment: AbsenceTreatment }
  | { readonly state: 'unbound' }
  | { readonly state: 'ambiguous'; readonly patterns: readonly string[] };

/** True where `name` is written like `pattern`, accents and capitals aside: `congés payés *` is for « Congés payés 2026-2027 ». */
export function isLike(name: string, pattern: string): boolean {
  const pieces = foldedName(pattern)
    .split('*')
    .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${pieces.join('.*')}$`, 'su').test(foldedName(name));
}

/** Letters that a pattern requires: the more, the more precise. */
function precision(pattern: string): number {
  return foldedName(pattern).replace(/\*/g, '').length;
}

export function sameTreatment(a: AbsenceTreatment, b: AbsenceTreatment): boolean {
  if (a.is === 'transferred' && b.is === 'transferred') return a.code === b.code && a.category === b.category;
  if (a.is === 'stoppage' && b.is === 'stoppage') return a.kind === b.kind;
  return a.is === b.is;
}

/** The lines that speak for `account`: its own alone, else the most precise patterns. Order of the lines does not matter. */
export function bindingsFor<B extends AccountBinding>(account: NamedAccount, bindings: readonly B[]): B[] {
  const own = bindings.find((line) => 'id' in line.account && line.account.id === account.id);
  if (own) return [own];
  const fitting = bindings.flatMap((line) =>
    'pattern' in line.account && isLike(account.name, line.account.pattern)
      ? [{ line, letters: precision(line.account.pattern) }]
      : [],
  );
  const most = Math.max(...fitting.map(({ letters }) => letters));
  return fitting.flatMap(({ line, letters }) => (letters === most ? [line] : []));
}

/**
 * What is done with `account`: its own line, else the most precise pattern. Order of the lines does not matter.
 * An account that is made each year (`Congés payés 2026-2027`) is found by `congés payés *` without a new line.
 */
export function boundTo(account: NamedAccount, bindings: readonly AccountBinding[]): Bound {
  const best = bindingsFor(account, bindings);
  const [first] = best;
  if (!first) return { state: 'unbound' };
  const agree = best.every(({ treatment }) => sameTreatment(treatment, first.treatment));
  if (agree) return { state: 'bound', treatment: first.treatment };
  const patterns = best.map((line) => ('pattern' in line.account ? line.account.pattern : ''));
  return { state: 'ambiguous', patterns: patterns.sort() };
}
