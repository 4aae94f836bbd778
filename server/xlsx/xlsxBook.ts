/**
 * The `Book` port over the parts of an .xlsx. A write changes the workbook in memory, whole or not at all; `xlsxFile` saves it.
 * A file has no window: `show` answers whether the table is there.
 */
import type { Place } from '../../shared/domain/finding.ts';
import type { PlanLine } from '../../shared/domain/review/plan.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type {
  Book,
  BookError,
  BookSnapshot,
  ChartOutcome,
  TableChange,
  TableState,
  WriteOptions,
  WriteReport,
} from '../../shared/flows/book.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import type { LocatedTable } from '../../shared/tables/findTable.ts';
import { Settlement, settle, type Settling } from '../../shared/tables/settle.ts';
import { bodyToCome, columnsOf } from '../../shared/tables/tableBody.ts';
import { tables } from '../../shared/tables/tables.ts';
import { foundTable, tableState, unwritable } from '../../shared/tables/tableState.ts';
import { requireWritable } from '../../shared/tables/writable.ts';
import { areaText } from './a1.ts';
import type { PackageParts } from './packageParts.ts';
import type { TablePart } from './tablePart.ts';
import { bodyOf } from './tableRows.ts';
import { ChangeRefused, WorkbookEdit } from './workbookEdit.ts';
import { tablesOf } from './workbookPart.ts';

/** Lines settled between two looks at the signal. */
const BLOCK = 500;

function stateOf(edit: WorkbookEdit, declaration: TableDeclaration): TableState {
  return tableState(edit.locate(declaration), (located) => {
    const view = edit.view(declaration, located);
    const { area } = view.part;
    const rows = edit.rows(view).filter((row) => row !== undefined);
    return foundTable(
      { ...located, address: areaText(area), left: area.left, firstRow: bodyOf(view.part).first },
      rows,
    );
  });
}

/** Why a table cannot be written, or undefined. */
function obstacle(edit: WorkbookEdit, declaration: TableDeclaration): BookError | undefined {
  const located = edit.locate(declaration);
  if (located.state !== 'found') return unwritable(declaration, located);
  const facts = { table: declaration.name, sheet: located.table.sheet };
  return edit.isProtected(located.table) ? { code: 'protectedSheet', facts } : undefined;
}

async function breathe(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

class Writing {
  readonly #edit: WorkbookEdit;
  readonly #options: WriteOptions;
  readonly #total: number;
  #done = 0;
  #written = 0;
  #already = 0;
  readonly #refused: PlanLine[] = [];

  constructor(edit: WorkbookEdit, total: number, options: WriteOptions) {
    this.#edit = edit;
    this.#total = total;
    this.#options = options;
  }

  get report(): WriteReport {
    return { written: this.#written, already: this.#already, refused: this.#refused };
  }

  async #look(): Promise<void> {
    await breathe();
    if (this.#options.signal?.aborted) throw new ChangeRefused({ code: 'cancelled', facts: {} });
  }

  #found(table: TableDeclaration): LocatedTable<TablePart> {
    const located = this.#edit.locate(table);
    if (located.state !== 'found') throw new ChangeRefused({ code: 'tableGone', facts: { table: table.name } });
    return located;
  }

  /** True when the lines only take away: they are counted, and the table is not created. */
  #leavesAbsent(table: TableDeclaration, lines: readonly PlanLine[]): boolean {
    const { todo, already, refused } = settle(bodyToCome(table), lines);
    if (lines.length === 0 || todo.length > 0) return false;
    for (const line of already) this.#count('already', line);
    for (const line of refused) this.#count('refused', line);
    this.#options.onProgress?.({ done: this.#done, total: this.#total });
    return true;
  }

  async change({ table, lines, caption }: TableChange): Promise<void> {
    await this.#look();
    if (this.#edit.locate(table).state === 'absent') {
      if (this.#leavesAbsent(table, lines)) return;
      this.#edit.create(table);
    }
    const located = this.#found(table);
    if (located.renamed) this.#edit.rename(this.#edit.view(table, located));
    const view = this.#edit.view(table, this.#found(table));
    if (caption !== undefined) this.#edit.caption(view, caption);
    const before = this.#written;
    const columns = columnsOf(view.positions, view.part.headings);
    const body = new Settlement({ declaration: table, columns, rows: this.#edit.rows(view) });
    for (let start = 0; start < lines.length; start += BLOCK) {
      if (start > 0) await this.#look();
      for (const line of lines.slice(start, start + BLOCK)) this.#count(body.take(line), line);
      this.#options.onProgress?.({ done: this.#done, total: this.#total });
    }
    if (this.#written > before) this.#edit.put(view, body.entries);
  }

  #count(settling: Settling, line: PlanLine): void {
    this.#done += 1;
    if (settling === 'todo') this.#written += 1;
    else if (settling === 'already') this.#already += 1;
    else this.#refused.push(line);
  }
}

/** A workbook of parts. `Book` is what the flows see of it. */
export class PartsBook implements Book {
  #parts: PackageParts;
  #edit: WorkbookEdit | undefined;
  #changed = false;

  constructor(parts: PackageParts) {
    this.#parts = parts;
  }

  /** True when a write changed something since `markSaved`. */
  get changed(): boolean {
    return this.#changed;
  }

  toBytes(): Uint8Array {
    return this.#parts.toBytes();
  }

  markSaved(): void {
    this.#changed = false;
  }

  #current(): WorkbookEdit {
    this.#edit ??= new WorkbookEdit(this.#parts.copy());
    return this.#edit;
  }

  async read(asked: readonly TableDeclaration[]): Promise<Result<BookSnapshot, BookError>> {
    const edit = this.#current();
    return ok(Object.fromEntries(asked.map((each) => [each.name, stateOf(edit, each)])));
  }

  async write(changes: readonly TableChange[], options: WriteOptions = {}): Promise<Result<WriteReport, BookError>> {
    requireWritable(changes.flatMap(({ lines }) => lines));
    const edit = this.#current();
    const errors = changes.map(({ table }) => obstacle(edit, table));
    const error = errors.find((each) => each !== undefined);
    if (error) return fail(error);
    try {
      const total = changes.reduce((sum, { lines }) => sum + lines.length, 0);
      const writing = new Writing(edit, total, options);
      for (const change of changes) await writing.change(change);
      if (edit.finish()) {
        this.#parts = edit.parts.copy();
        this.#changed = true;
      }
      return ok(writing.report);
    } catch (problem) {
      this.#edit = undefined;
      if (problem instanceof ChangeRefused) return fail(problem.error);
      throw problem;
    }
  }

  async show({ table }: Place): Promise<Result<void, BookError>> {
    const declaration = tables.find(({ name }) => name === table);
    const isThere = declaration
      ? this.#current().locate(declaration).state === 'found'
      : tablesOf(this.#parts).some(({ name }) => name.toLowerCase() === table.toLowerCase());
    return isThere ? ok(undefined) : fail({ code: 'tableGone', facts: { table } });
  }

  /** Charts that Excel drew stay as they are; the next writing from Excel has them read the rows added here. */
  chart(): Promise<Result<ChartOutcome, BookError>> {
    return Promise.resolve(ok('notHere'));
  }

  /** Nobody is at work in a file. */
  selected(): Promise<Result<undefined, BookError>> {
    return Promise.resolve(ok(undefined));
  }
}
