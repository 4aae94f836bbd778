/** An .xlsx as what it is: a zip of parts, some of which say how the others are related. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { attribute, escaped, tagsNamed, unprefixed } from './xmlText.ts';

const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_CONTENT = 200 * 1024 * 1024;
const MOST_PARTS = 2_000;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationshipsHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

export interface Relationship {
  readonly id: string;
  /** Last word of the type: `worksheet`, `table`. */
  readonly type: string;
  /** Path of the part in the package. */
  readonly target: string;
}

/** Why bytes are not a workbook that can be opened: a word for `BookError.facts`. */
export type PackageProblem = 'tooLarge' | 'notZip' | 'encrypted' | 'notWorkbook';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

class TooLarge extends Error {}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  return unzipSync(bytes, {
    // Called with the sizes the directory announces, before anything is inflated.
    filter: ({ originalSize }) => {
      total += originalSize;
      count += 1;
      if (total > LARGEST_CONTENT || count > MOST_PARTS) throw new TooLarge();
      return true;
    },
  });
}

/** Joins `target` to the folder of `part`: `('xl/worksheets/sheet1.xml', '../tables/t.xml')` → `'xl/tables/t.xml'`. */
function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

function relationshipsPath(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** The parts of a package, read as text when asked for and written back only when changed. */
export class PackageParts {
  readonly #bytes: Map<string, Uint8Array>;
  readonly #texts = new Map<string, string>();
  #edition = 0;

  private constructor(bytes: Map<string, Uint8Array>) {
    this.#bytes = bytes;
  }

  /** The parts in `bytes`, sizes checked first, or why not. */
  static open(bytes: Uint8Array): PackageParts | PackageProblem {
    if (bytes.length > LARGEST_FILE) return 'tooLarge';
    if (startsWith(bytes, OLE)) return 'encrypted';
    try {
      const parts = new PackageParts(new Map(Object.entries(unzipped(bytes))));
      return parts.has('[Content_Types].xml') && parts.has('_rels/.rels') ? parts : 'notWorkbook';
    } catch (error) {
      return error instanceof TooLarge ? 'tooLarge' : 'notZip';
    }
  }

  static of(parts: Readonly<Record<string, string>>): PackageParts {
    const created = new PackageParts(new Map());
    for (const [path, text] of Object.entries(parts)) created.set(path, text);
    return created;
  }

  copy(): PackageParts {
    const copied = new PackageParts(new Map(this.#bytes));
    for (const [path, text] of this.#texts) copied.#texts.set(path, text);
    return copied;
  }

  /** Another number after every change: what was read under the same one still holds. */
  get edition(): number {
    return this.#edition;
  }

  paths(): string[] {
    return [...new Set([...this.#bytes.keys(), ...this.#texts.keys()])];
  }

  has(path: string): boolean {
    return this.#texts.has(path) || this.#bytes.has(path);
  }

  /** The text of a part, the elements of its own namespace bare; a part that is not there is a bug, or a damaged file: throws. */
  text(path: string): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const bytes = this.#bytes.get(path);
    if (!bytes) throw new DamagedPackage(path);
    return unprefixed(strFromU8(bytes).replace(/^\ufeff/, ''));
  }

  set(path: string, text: string): void {
    if (this.has(path) && this.text(path) === text) return;
    this.#texts.set(path, text);
    this.#edition += 1;
  }

  remove(path: string): void {
    this.#edition += 1;
    this.#texts.delete(path);
    this.#bytes.delete(path);
  }

  relationships(part: string): Relationship[] {
    const path = relationshipsPath(part);
    if (!this.has(path)) return [];
    return tagsNamed(this.text(path), 'Relationship').flatMap((tag) => {
      if (attribute(tag, 'TargetMode') === 'External') return [];
      const type = attribute(tag, 'Type')?.split('/').at(-1) ?? '';
      return [{ id: attribute(tag, 'Id') ?? '', type, target: resolved(part, attribute(tag, 'Target') ?? '') }];
    });
  }

  /** Relates `part` to `target`, and answers the id. */
  relate(part: string, type: string, target: string): string {
    const path = relationshipsPath(part);
    const xml = this.has(path) ? this.text(path) : `${relationshipsHead}</Relationships>`;
    const used = new Set(tagsNamed(xml, 'Relationship').map((tag) => attribute(tag, 'Id')));
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number += 1;
    const tag = `<Relationship Id="rId${number}" Type="${office}/${type}" Target="/${escaped(target)}"/>`;
    const open = xml.replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
    this.set(
      path,
      open.replace('</Relationships>', () => `${tag}</Relationships>`),
    );
    return `rId${number}`;
  }

  /** Forgets a part, with every relation to it from `part`. */
  forget(part: string, target: string): void {
    const path = relationshipsPath(part);
    if (this.has(path)) {
      const ids = new Set(this.relationships(part).flatMap((each) => (each.target === target ? [each.id] : [])));
      const xml = this.text(path).replace(/<Relationship\s[^>]*>/g, (tag) =>
        ids.has(attribute(tag, 'Id') ?? '') ? '' : tag,
      );
      this.set(path, xml);
    }
    const types = this.text('[Content_Types].xml');
    const kept = types.replace(/<Override\s[^>]*>/g, (tag) => (attribute(tag, 'PartName') === `/${target}` ? '' : tag));
    this.set('[Content_Types].xml', kept);
    this.remove(target);
  }

  /** Adds a part of a content type. */
  add(path: string, contentType: string, text: string): void {
    this.set(path, text);
    const tag = `<Override PartName="/${escaped(path)}" ContentType="${contentType}"/>`;
    const types = this.text('[Content_Types].xml');
    this.set(
      '[Content_Types].xml',
      types.replace('</Types>', () => `${tag}</Types>`),
    );
  }

  /** A path not taken yet: `freePath('xl/tables/table', '.xml')` → `'xl/tables/table4.xml'`. */
  freePath(start: string, end: string): string {
    let number = 1;
    while (this.has(`${start}${number}${end}`)) number += 1;
    return `${start}${number}${end}`;
  }

  /**
   * The bytes of the .xlsx. The list of content types comes first, as readers in a hurry expect. `at`: the time that its parts bear, so that
   * the same parts are the same bytes; now otherwise.
   */
  toBytes(at?: Date): Uint8Array {
    const order = ['[Content_Types].xml', ...this.paths().filter((path) => path !== '[Content_Types].xml')];
    const files: Zippable = {};
    for (const path of order) {
      const text = this.#texts.get(path);
      files[path] = [text === undefined ? (this.#bytes.get(path) ?? new Uint8Array()) : strToU8(text), { level: 6 }];
    }
    return zipSync(files, at ? { mtime: at } : {});
  }
}

/** A part that the package promised is missing or unreadable. */
export class DamagedPackage extends Error {
  constructor(part: string) {
    super(`missing or unreadable part: ${part}`);
  }
}
