/** A workbook on the disk: opened, and saved so that the file is the old one or the new one, never a piece of either. */
import { randomUUID } from 'node:crypto';
import { access, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { BookError } from '../../shared/flows/book.ts';
import { PackageParts } from './packageParts.ts';
import { PartsBook } from './xlsxBook.ts';
import { WorkbookEdit } from './workbookEdit.ts';
import { sheetsOf, tablesOf } from './workbookPart.ts';

/** A `Book` over a file. Nothing is on the disk before `save`. */
export interface XlsxBook extends PartsBook {
  /** The file is marked as not to be written; a folder that lets files be replaced is no leave to do it. */
  readonly isReadOnly: boolean;
  /** Writes the file when something changed. Refused when another hand has the file, or changed it since it was opened. */
  save(): Promise<Result<void, BookError>>;
}

interface Seen {
  readonly size: number;
  readonly modified: number;
  readonly mode: number;
}

async function seen(path: string): Promise<Seen | undefined> {
  try {
    const { size, mtimeMs, mode } = await stat(path);
    return { size, modified: mtimeMs, mode };
  } catch {
    return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The little file that Excel, then LibreOffice, keep beside a workbook that they have open. */
async function isOpenElsewhere(path: string): Promise<boolean> {
  const [folder, name] = [dirname(path), basename(path)];
  return (await exists(join(folder, `~$${name}`))) || (await exists(join(folder, `.~lock.${name}#`)));
}

function unreadable(path: string, reason: string): Result<never, BookError> {
  return fail({ code: 'fileUnreadable', facts: { file: basename(path), reason } });
}

async function writeDurably(path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomUUID()}.tmp`);
  let file: FileHandle | undefined;
  try {
    file = await open(temporary, 'wx', mode & 0o777);
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    file = undefined;
    await rename(temporary, path);
  } catch (error) {
    await file?.close();
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Windows has no such thing for folders, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return (error as { code?: string }).code ?? 'unknown';
}

/** The right to write, of anybody. */
const ANY_WRITE = 0o222;

class FileBook extends PartsBook implements XlsxBook {
  readonly #path: string;
  #seen: Seen | undefined;

  constructor(path: string, parts: PackageParts, at: Seen | undefined) {
    super(parts);
    this.#path = path;
    this.#seen = at;
  }

  get isReadOnly(): boolean {
    return this.#seen !== undefined && (this.#seen.mode & ANY_WRITE) === 0;
  }

  async save(): Promise<Result<void, BookError>> {
    if (!this.changed) return ok(undefined);
    const file = basename(this.#path);
    if (this.isReadOnly) return fail({ code: 'readOnly', facts: { file, reason: 'marked' } });
    if (await isOpenElsewhere(this.#path)) return fail({ code: 'fileLocked', facts: { file, reason: 'open' } });
    const now = await seen(this.#path);
    if (now?.size !== this.#seen?.size || now?.modified !== this.#seen?.modified) {
      return fail({ code: 'fileLocked', facts: { file, reason: 'changed' } });
    }
    try {
      await writeDurably(this.#path, this.toBytes(), now?.mode ?? 0o600);
    } catch (error) {
      return fail({ code: 'readOnly', facts: { file, reason: codeOf(error) } });
    }
    this.#seen = await seen(this.#path);
    this.markSaved();
    return ok(undefined);
  }
}

/**
 * Opens the workbook at `path`. `fileUnreadable` says why: `missing`, `tooLarge`, `encrypted`, `notZip`, `notWorkbook`, or the
 * system's own code; `fileLocked` when somebody has it open: what they save would cover what we write.
 */
export async function openXlsxBook(path: string): Promise<Result<XlsxBook, BookError>> {
  if (await isOpenElsewhere(path)) return fail({ code: 'fileLocked', facts: { file: basename(path), reason: 'open' } });
  const at = await seen(path);
  if (!at) return unreadable(path, 'missing');
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return unreadable(path, codeOf(error));
  }
  const parts = PackageParts.open(bytes);
  if (typeof parts === 'string') return unreadable(path, parts);
  try {
    if (sheetsOf(parts).length === 0) return unreadable(path, 'notWorkbook');
    tablesOf(parts);
    new WorkbookEdit(parts);
  } catch {
    return unreadable(path, 'notWorkbook');
  }
  return ok(new FileBook(path, parts, at));
}

/** A new workbook for `path`, which must not exist; the file is made by `save`. */
export function newXlsxBook(path: string, bytes: Uint8Array): XlsxBook {
  const parts = PackageParts.open(bytes);
  if (typeof parts === 'string') throw new RangeError(`not a workbook: ${parts}`);
  return new FileBook(path, parts, undefined);
}
