/** Rows of the sheets of titres-restaurant that Lucca knows and nobody typed yet. Nothing that stands in a sheet is changed but « Dernière utilisation ». */
import type { ContractSpan } from '../../contracts/voucherSchemas.ts';
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import { blank, canonical, isBlank, textCell } from '../../domain/review/cell.ts';
import type { AddLine, PlanLine, RowCells } from '../../domain/review/plan.ts';
import { rowKey, type TableDeclaration } from '../../tables/declaration.ts';
import { establishmentsTable } from '../../tables/establishmentsTable.ts';
import type { Known } from '../../tables/vouchers/readImpacts.ts';
import { yearlyGroup } from '../../tables/vouchers/yearlyGroup.ts';
import type { BookRow, FoundTable } from '../book.ts';

function idOf(row: BookRow): string {
  return canonical('identifier', row.cells['id'] ?? blank);
}

function nameOf(row: BookRow): string {
  return canonical('text', row.cells['name'] ?? blank);
}

function added(table: TableDeclaration, after: RowCells): AddLine {
  return { operation: 'add', table: table.name, key: rowKey(table, after), after, reason: 'arrival' };
}

/** Those of `known` that no row speaks of: by identifier, or by a name that a row without identifier bears and only one of them. */
function lacking<K extends Known>(known: readonly K[], { rows, letters }: FoundTable): K[] {
  // Without the column, nothing would say next time that the row came.
  if (!('id' in letters)) return [];
  const ids = new Set(rows.map(idOf));
  const typed = new Set(rows.filter((row) => idOf(row) === '').map(nameOf));
  const bearers = new Map<string, number>();
  const folded = ({ name }: Known) => canonical('text', textCell(name));
  for (const each of known) bearers.set(folded(each), (bearers.get(folded(each)) ?? 0) + 1);
  return known.filter((each) => {
    const isTyped = folded(each) !== '' && typed.has(folded(each)) && bearers.get(folded(each)) === 1;
    return !ids.has(canonical('identifier', textCell(each.id))) && !isTyped;
  });
}

interface KnownEstablishment extends Known {
  /** '' where Lucca gives none. */
  readonly code: string;
}

/** Establishments of every contract, under the name of the latest one, by identifier. */
function establishmentsOf(contracts: readonly ContractSpan[]): KnownEstablishment[] {
  const latest = new Map<string, ContractSpan>();
  for (const contract of contracts) {
    const id = contract.establishmentId;
    if (id === null) continue;
    const before = latest.get(id);
    const isLater = !before || before.establishment === null || contract.from > before.from;
    if (isLater && !(before && contract.establishment === null)) latest.set(id, contract);
  }
  return [...latest]
    .map(([id, { establishment, establishmentCode }]) => ({
      id,
      name: establishment ?? '',
      code: establishmentCode ?? '',
    }))
    .sort((a, b) => a.id.localeCompare(b.id, 'fr', { numeric: true }));
}

/** The code of a row that has none, by the identifier of Lucca. */
function codeLines({ rows, letters }: FoundTable, known: readonly KnownEstablishment[]): PlanLine[] {
  if (!('code' in letters)) return [];
  const codes = new Map(known.map(({ id, code }) => [canonical('identifier', textCell(id)), code]));
  return rows.flatMap((row): PlanLine[] => {
    const [before, code] = [row.cells['code'] ?? blank, codes.get(idOf(row)) ?? ''];
    if (code === '' || row.key === '' || !isBlank(before) || row.formulas.includes('code')) return [];
    const line = { table: establishmentsTable.name, key: row.key, column: 'code', reason: 'arrival' as const };
    return [{ ...line, operation: 'set', before, after: textCell(code) }];
  });
}

/**
 * « Établissements »: those that `contracts` name, and codes that nobody typed. Country, currency and calendar are left to their defaults: Lucca does
 * not say them.
 */
export function establishmentLines(table: FoundTable, contracts: readonly ContractSpan[]): PlanLine[] {
  const known = establishmentsOf(contracts);
  const arrived = lacking(known, table).map(({ id, name, code }) =>
    added(establishmentsTable, {
      id: textCell(id),
      name: textCell(name),
      ...(code !== '' && { code: textCell(code) }),
    }),
  );
  return [...codeLines(table, known), ...arrived];
}

function useLine(declaration: TableDeclaration, row: BookRow, used: PlainDate | undefined): PlanLine[] {
  const before = row.cells['lastUse'];
  const isTheirs = row.formulas.includes('lastUse') || row.key === '';
  if (!before || isTheirs || used === undefined) return [];
  // It only goes forward: months that were not read this time count too. What is no date was typed by somebody.
  if (!isBlank(before) && !('date' in before && before.date < used)) return [];
  const line = { table: declaration.name, key: row.key, column: 'lastUse', reason: 'echo' as const };
  return [{ ...line, operation: 'set', before, after: { date: used } }];
}

/** One of the two tables of impacts. The impact of a new row is blank: a person decides. `used`: last day seen, by identifier. */
export function impactLines(
  declaration: TableDeclaration,
  table: FoundTable,
  known: readonly Known[],
  used: ReadonlyMap<string, PlainDate>,
): PlanLine[] {
  const refreshed = table.rows.flatMap((row) => useLine(declaration, row, used.get(idOf(row))));
  const arrived = lacking(known, table).map(({ id, name }) => {
    const last = used.get(id);
    const cells = { name: textCell(name), group: textCell(yearlyGroup(name)), id: textCell(id) };
    return added(declaration, { ...cells, lastUse: last === undefined ? blank : { date: last } });
  });
  return [...refreshed, ...arrived];
}
