/** What of a plan still holds on the workbook as it stands. */
import { blank, canonical, isBlank } from '../domain/review/cell.ts';
import type { DeleteLine, KeptCell, PlanLine } from '../domain/review/plan.ts';
import { keyCells } from '../tables/declaration.ts';
import { Settlement, type Settling } from '../tables/settle.ts';
import { tableNamed } from '../tables/tables.ts';
import type { BookRow, BookSnapshot } from './book.ts';
import { rowsOf } from './bookState.ts';

type Rows = ReadonlyMap<string, BookRow>;

function placeOf(table: string, key: string, column: string | null): string {
  return JSON.stringify([table, key, column]);
}

/**
 * `refused`, with the lines that would remember them: those of the cell, all those of the row when it is the row that is sent back. A memory
 * of several rows for one remembers nothing of a row of which anything is sent back.
 */
export function withMemory(refused: readonly PlanLine[], lines: readonly PlanLine[]): Set<PlanLine> {
  const out = new Set(refused);
  if (out.size === 0) return out;
  const places = new Set(
    refused.map((line) => placeOf(line.table, line.key, line.operation === 'set' ? line.column : null)),
  );
  const rows = new Set(refused.map(({ table, key }) => placeOf(table, key, null)));
  for (const line of lines) {
    const { memoryOf: source, alsoKey, key } = tableNamed(line.table);
    if (!source) continue;
    if (alsoKey) {
      const of = canonical('identifier', keyCells(tableNamed(line.table), line.key)[key] ?? blank);
      if (rows.has(placeOf(source, of, null))) out.add(line);
      continue;
    }
    const isRowRefused = places.has(placeOf(source, line.key, null));
    const isCellRefused = line.operation === 'set' && places.has(placeOf(source, line.key, line.column));
    if (isRowRefused || isCellRefused) out.add(line);
  }
  return out;
}

/** A table of a snapshot, to which lines are given one by one as they would be written. */
class Trial {
  readonly #rows: Rows;
  readonly #body: Settlement;

  constructor(snapshot: BookSnapshot, name: string) {
    const declaration = tableNamed(name);
    const state = snapshot[name];
    const rows = rowsOf(snapshot, name);
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    const ours = state?.state === 'found' ? Object.keys(state.letters) : declaration.columns.map(({ key }) => key);
    const beside = new Set(rows.flatMap(({ others }) => others.map(({ heading }) => heading)));
    this.#body = new Settlement({ declaration, columns: { ours: new Set(ours), beside }, rows });
  }

  /** The line as it is to be written now, and what becomes of it. */
  take(line: PlanLine): { readonly line: PlanLine; readonly settling: Settling } {
    const row = this.#rows.get(line.key);
    const placed = line.operation === 'delete' && row ? placedOn(line, row) : line;
    const settling = this.#body.take(placed);
    // A row that somebody typed meanwhile is nobody's to complete.
    const isTaken = line.operation === 'add' && settling === 'todo' && row !== undefined;
    return { line: placed, settling: isTaken ? 'refused' : settling };
  }
}

/** The formulas of the person beside a row are noted as they stand: Excel fills them down by itself. */
function withFormulas(kept: readonly KeptCell[], { others }: BookRow): readonly KeptCell[] {
  const noted = new Set(kept.map(({ heading }) => heading));
  return [...kept, ...others.filter(({ heading, formula }) => formula !== undefined && !noted.has(heading))];
}

/** A deletion notes where the row stands now: the person may have sorted the table since the review. */
function placedOn(line: DeleteLine, row: BookRow): DeleteLine {
  return { ...line, at: row.index, ...(line.kept ? { kept: withFormulas(line.kept, row) } : {}) };
}

/** `refused`, with the lines confirmed together with one of them: a BIC is not written beside an IBAN of somebody else. */
function withCompanions(refused: readonly PlanLine[], lines: readonly PlanLine[]): PlanLine[] {
  const isShared = (line: PlanLine) => line.operation === 'set' && line.together === true;
  const rows = new Set(refused.filter(isShared).map(({ table, key }) => placeOf(table, key, null)));
  if (rows.size === 0) return [...refused];
  const out = new Set(refused);
  return lines.filter((line) => out.has(line) || (isShared(line) && rows.has(placeOf(line.table, line.key, null))));
}

export interface FreshLines {
  /** To be written, in the order given: deletions with the place of their row, nothing that is done already. */
  readonly lines: readonly PlanLine[];
  /** Lines of what people see that no longer hold: the workbook is not what they were made from. */
  readonly stale: readonly PlanLine[];
}

/**
 * Tries `lines` on `snapshot`. What is done already is left out: were it journalled, undoing the plan would take back what a person typed.
 */
export function freshLines(snapshot: BookSnapshot, lines: readonly PlanLine[]): FreshLines {
  const trials = new Map<string, Trial>();
  const fresh = new Map<PlanLine, PlanLine>();
  const take = (line: PlanLine): Settling => {
    const trial = trials.get(line.table) ?? new Trial(snapshot, line.table);
    trials.set(line.table, trial);
    const { line: placed, settling } = trial.take(line);
    if (settling === 'todo') fresh.set(line, placed);
    return settling;
  };
  const isVisible = (line: PlanLine) => tableNamed(line.table).visibility === 'visible';
  const refused = lines.filter((line) => isVisible(line) && take(line) === 'refused');
  const stale = withCompanions(refused, lines);
  for (const line of stale) fresh.delete(line);
  const left = withMemory(stale, lines);
  for (const line of lines) if (!isVisible(line) && !left.has(line)) take(line);
  return { lines: lines.flatMap((line) => fresh.get(line) ?? []), stale };
}

/**
 * The lines that take back a plan cut short: a row of which a fault wrote a part goes with what it holds of the plan.
 * What a person put in it since stays, and the row with it.
 */
export function abandoning(snapshot: BookSnapshot, lines: readonly PlanLine[]): PlanLine[] {
  const rows = new Map<string, Rows>();
  const rowOf = ({ table, key }: PlanLine): BookRow | undefined => {
    const known = rows.get(table) ?? new Map(rowsOf(snapshot, table).map((row) => [row.key, row]));
    rows.set(table, known);
    return known.get(key);
  };
  return lines.map((line) => {
    const row = line.operation === 'delete' ? rowOf(line) : undefined;
    return line.operation === 'delete' && row ? cutShort(line, row) : line;
  });
}

function cutShort(line: DeleteLine, row: BookRow): DeleteLine {
  const before = Object.fromEntries(
    Object.entries(line.before).filter(([key]) => {
      const cell = row.cells[key];
      return cell === undefined || !isBlank(cell);
    }),
  );
  const there = new Set(row.others.map(({ heading }) => heading));
  const kept = line.kept?.filter(({ heading }) => there.has(heading));
  return { ...line, before, ...(kept ? { kept: withFormulas(kept, row) } : {}) };
}
