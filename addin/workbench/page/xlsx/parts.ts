/** An .xlsx file as named parts and the links between them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { childrenOf, parseXml, tag } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface Link {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** Parts to write, each under its content type. */
export class PartsOut {
  readonly #files: Record<string, Uint8Array> = {};
  readonly #types: string[] = [];

  add(path: string, contentType: string, xml: string): void {
    this.#files[path] = strToU8(HEAD + xml);
    this.#types.push(tag('Override', { PartName: `/${path}`, ContentType: contentType }));
  }

  /** Links of a part to others: `rId1` to the first, and so on. Targets are relative to the folder of the part. */
  link(path: string, links: readonly Omit<Link, 'id'>[]): void {
    if (links.length === 0) return;
    const items = links.map(({ type, target }, index) =>
      tag('Relationship', { Id: `rId${index + 1}`, Type: `${LINKS}/${type}`, Target: target }),
    );
    const place = path.replace(/([^/]*)$/, '_rels/$1.rels');
    this.#files[place] = strToU8(HEAD + tag('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...items));
  }

  bytes(): Uint8Array {
    const usual = [
      tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ];
    const types = tag('Types', { xmlns: `${PACKAGE}/content-types` }, ...usual, ...this.#types);
    return zipSync({ '[Content_Types].xml': strToU8(HEAD + types), ...this.#files }, { level: 6 });
  }
}

/** Parts of a file that was opened. */
export class PartsIn {
  readonly #files: Readonly<Record<string, Uint8Array>>;

  /** Throws when these bytes are no zip file. */
  constructor(bytes: Uint8Array) {
    this.#files = unzipSync(bytes);
  }

  paths(): readonly string[] {
    return Object.keys(this.#files);
  }

  text(path: string): string | undefined {
    const file = this.#files[path];
    return file && strFromU8(file);
  }

  /** Links of a part, by the last word of their type; targets are paths in the file. */
  links(path: string): readonly Link[] {
    const xml = this.text(path.replace(/([^/]*)$/, '_rels/$1.rels'));
    const folder = path.split('/').slice(0, -1);
    return childrenOf(xml === undefined ? undefined : parseXml(xml), 'Relationship').map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
      target: pathOf(folder, attributes['Target'] ?? ''),
    }));
  }
}

function pathOf(folder: readonly string[], target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = [...folder];
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}
