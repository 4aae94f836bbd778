/** « Impacts absences TR » and « Impacts frais TR », and what they decide for each regulation. */
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { Impact, Impacts } from '../../domain/vouchers/regulation.ts';
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { TableState } from '../../flows/book.ts';
import type { TableDeclaration } from '../declaration.ts';
import { impactLabels } from './impactsTables.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { yearlyGroup } from './yearlyGroup.ts';

/** A leave account or an expense nature. */
export interface Known {
  readonly id: string;
  readonly name: string;
}

/** One row. `accountId` null: it decides for its whole group. `regulation` null: for all. `deducts` null: not decided yet. */
export interface ImpactRow {
  readonly accountId: string | null;
  readonly group: string;
  readonly regulation: string | null;
  readonly from: PlainDate | null;
  readonly deducts: boolean | null;
  readonly row: TypedRow;
}

function folded(text: string): string {
  return canonical('text', textCell(text));
}

/** The group of an account: the one typed beside it, else its name without its years. */
function groupOf(name: string, typed: string): string {
  return folded(typed === '' ? yearlyGroup(name) : typed);
}

/** The account of a row. Without a module to ask (`known` null), its own name is its identifier. */
function accountOf(row: TypedRow, known: readonly Known[] | null): string | undefined {
  const [id, name] = [row.text('id'), row.text('name')];
  if (known === null) return id === '' ? name : id;
  const found = known.filter((each) => (id === '' ? folded(each.name) === folded(name) : each.id === id));
  if (found.length === 0) row.say(id === '' ? 'name' : 'id', 'voucherAccountUnknown', {}, 'warning');
  if (found.length > 1) row.say('name', 'voucherAccountAmbiguous');
  return found.length === 1 ? found[0]?.id : undefined;
}

function regulationOf(row: TypedRow, regulations: readonly string[]): string | null | undefined {
  const typed = row.text('regulation');
  if (typed === '') return row.isUnreadable('regulation') ? undefined : null;
  const found = regulations.find((each) => folded(each) === folded(typed));
  if (found === undefined) row.say('regulation', 'voucherRegulationUnknown', { regulations: regulations.join(', ') });
  return found;
}

function impactOf(row: TypedRow, regulations: readonly string[], known: readonly Known[] | null): ImpactRow[] {
  const isGroup = row.text('id') === '' && row.text('name') === '';
  if (isGroup && row.text('group') === '') row.say('name', 'voucherAccountMissing');
  const accountId = isGroup ? null : accountOf(row, known);
  const regulation = regulationOf(row, regulations);
  const isLost = accountId === undefined || regulation === undefined || row.isUnreadable('from');
  if (isLost || (isGroup && row.text('group') === '')) return [];
  const impact = row.choice('impact', impactLabels);
  const deducts = impact === undefined ? null : impact === 'deducts';
  const group = groupOf(row.text('name'), row.text('group'));
  return [{ accountId, group, regulation, from: row.date('from'), deducts, row }];
}

/** Two rows that decide the same thing from the same day. */
function sayTwice(rows: readonly ImpactRow[]): void {
  const seen = new Set<string>();
  for (const { accountId, group, regulation, from, row } of rows) {
    const what = JSON.stringify([accountId ?? [group], regulation, from]);
    if (seen.has(what)) row.say('impact', 'voucherImpactTwice');
    seen.add(what);
  }
}

/** The rows of one of the two tables. `regulations`: names in « Réglementaires TR ». `known`: what Lucca has, null without the module. */
export function readImpacts(
  declaration: TableDeclaration,
  state: TableState | undefined,
  regulations: readonly string[],
  known: readonly Known[] | null,
): Reading<readonly ImpactRow[]> {
  const { rows, findings } = typedRows(declaration, state);
  const value = rows.flatMap((row) => impactOf(row, regulations, known));
  sayTwice(value);
  return { value, findings };
}

/** What is decided more precisely holds from its first day on, whatever is decided for all later. */
function overridden(general: readonly Impact[], precise: readonly Impact[]): Impact[] {
  const [first] = precise;
  if (!first) return [...general];
  return [...general.filter(({ from }) => (from ?? '') < (first.from ?? '')), ...precise];
}

/**
 * What is decided for `regulation`, by account of `known`: a row of the account before one of its group, a row of the regulation before
 * one for all. An account that nobody decided about is not in it.
 */
export function impactsFor(regulation: string, rows: readonly ImpactRow[], known: readonly Known[]): Impacts {
  const groups = new Map(rows.flatMap(({ accountId, group }) => (accountId === null ? [] : [[accountId, group]])));
  const decided = [...rows].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const impacts = known.map(({ id, name }): [string, Impact[]] => {
    const group = groups.get(id) ?? groupOf(name, '');
    const levels = [null, id].flatMap((accountId) => [null, regulation].map((own) => ({ accountId, own })));
    const of = ({ accountId, own }: (typeof levels)[number]) =>
      decided.flatMap((each): Impact[] => {
        const isMeant = each.accountId === accountId && (accountId !== null || each.group === group);
        const { from, deducts } = each;
        return isMeant && each.regulation === own && deducts !== null ? [{ from, deducts }] : [];
      });
    return [id, levels.map(of).reduce(overridden, [])];
  });
  return new Map(impacts.filter(([, each]) => each.length > 0));
}
