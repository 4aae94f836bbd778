/** A JSON document read whole, or everything that keeps it from being read: by path, never by value. */
import { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';

/** What a value had to be. `form`: what the published schema says of it. */
export type Expected =
  'text' | 'number' | 'integer' | 'boolean' | 'list' | 'object' | 'date' | 'month' | 'textOrNumber' | 'form';

/** `path`: `tables.Passerelle_Salaries[0].luccaId`; '' for the document itself. */
export type DocumentFault =
  | { readonly code: 'notJson'; readonly path: ''; readonly line: number | null }
  | { readonly code: 'version'; readonly path: 'version'; readonly known: number }
  | { readonly code: 'missing' | 'missingCell' | 'unknown' | 'monthOutside'; readonly path: string }
  | { readonly code: 'expected'; readonly path: string; readonly expected: Expected }
  | { readonly code: 'notChoice'; readonly path: string; readonly choices: readonly string[] }
  | { readonly code: 'repeated'; readonly path: string; readonly first: string };

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const NAME = /^(?!.*\d{4})[\p{L}_][\p{L}\d_ -]{0,39}$/u;

/** A key that looks like no name of ours may hold anything: it is not repeated. */
function step(key: PropertyKey): string {
  if (typeof key === 'number') return `[${key}]`;
  return NAME.test(String(key)) ? `.${String(key)}` : '.…';
}

/** `['tables', 'A', 0, 'b']` → `tables.A[0].b`. */
export function pathText(path: Path): string {
  return path.map(step).join('').replace(/^\./, '');
}

function isThere(document: unknown, path: Path): boolean {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((held, key) => (held as Record<PropertyKey, unknown>)[key], document);
  const last = path.at(-1);
  return last === undefined || Object.hasOwn(parent as object, last);
}

const types: Readonly<Record<string, Expected>> = {
  string: 'text',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  record: 'object',
};

function expectedIn(issue: Issue): Expected {
  if (issue.code === 'invalid_type') return types[issue.expected] ?? 'form';
  if (issue.code === 'invalid_union') return 'textOrNumber';
  const expected: unknown = issue.code === 'custom' ? issue.params?.['expected'] : undefined;
  return expected === 'date' || expected === 'month' ? expected : 'form';
}

/** Columns of a row are nullable: of one that is missing, a blank can be said. */
function missing(path: Path): DocumentFault {
  const isCell = path[0] === 'tables' && path.length === 4;
  return { code: isCell ? 'missingCell' : 'missing', path: pathText(path) };
}

function faultsOf(issue: Issue, document: unknown): DocumentFault[] {
  const path = pathText(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ code: 'unknown', path: pathText([...issue.path, key]) }));
  if (!isThere(document, issue.path)) return [missing(issue.path)];
  if (issue.code === 'custom' && issue.params?.['fault'] !== undefined)
    return [{ ...issue.params['fault'], path } as DocumentFault];
  if (issue.code === 'invalid_value') return [{ code: 'notChoice', path, choices: issue.values.map(String) }];
  return [{ code: 'expected', path, expected: expectedIn(issue) }];
}

/** What the parser says quotes the text: its position alone is kept. */
function notJson(text: string, error: unknown): DocumentFault {
  const position = /position (\d+)/.exec(String(error))?.[1];
  const line = position === undefined ? null : text.slice(0, Number(position)).split('\n').length;
  return { code: 'notJson', path: '', line };
}

function isOtherVersion(document: unknown, version: number): boolean {
  return typeof document === 'object' && document !== null && 'version' in document && document.version !== version;
}

/** Reads `text` as a document of `version`. A byte order mark before it is nothing. */
export function readDocument<T>(
  text: string,
  schema: z.ZodType<T>,
  version: number,
): Result<T, readonly DocumentFault[]> {
  let document: unknown;
  const plain = text.replace(/^\uFEFF/, '');
  try {
    document = JSON.parse(plain);
  } catch (error) {
    return fail([notJson(plain, error)]);
  }
  if (isOtherVersion(document, version)) return fail([{ code: 'version', path: 'version', known: version }]);
  const parsed = schema.safeParse(document);
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues.flatMap((issue) => faultsOf(issue, document)));
}
