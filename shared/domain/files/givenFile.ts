/** A file ready to be given, with what its figures add up to. */
import type { Finding } from '../finding.ts';
import { fileFinding } from './fileFindings.ts';

/** `C`: the control total, added up from the lines of the file, independently of its text. */
export interface GivenFile<C> {
  /** Without personal data. */
  readonly name: string;
  /** Customer code, company or payroll dossier of the file; '' when there is one file for all. */
  readonly recipient: string;
  /** What stands in the file, cell by cell, headings included: what a person checks before it is made. */
  readonly preview: readonly (readonly string[])[];
  readonly control: C;
  /** Null as long as an error stands anywhere: what is handed over is given whole or not at all. */
  readonly bytes: Uint8Array | null;
}

export interface GivenFiles<C> {
  readonly files: readonly GivenFile<C>[];
  readonly findings: readonly Finding[];
}

/** Lines by recipient, recipients in alphabetical order, lines in theirs. */
export function byRecipient<L>(
  lines: readonly L[],
  recipientOf: (line: L) => string,
): readonly (readonly [recipient: string, lines: readonly L[]])[] {
  const groups = new Map<string, L[]>();
  for (const line of lines) {
    const group = groups.get(recipientOf(line));
    if (group) group.push(line);
    else groups.set(recipientOf(line), [line]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}

/** `fileName(['commande', 'Édenred', '2026-10', ''], 'csv')` → `commande-edenred-2026-10.csv`. */
export function fileName(parts: readonly string[], extension: string): string {
  const slug = (part: string) =>
    part
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
  return `${parts
    .map(slug)
    .filter((part) => part !== '')
    .join('-')}.${extension}`;
}

/**
 * Recipients whose files would bear one name, `LYON` and `Lyon`: one file would cover the other. Case does not count: it tells no two files
 * apart in Windows.
 */
function sameNames(drafts: readonly Pick<GivenFile<unknown>, 'name' | 'recipient'>[]): Finding[] {
  const first = new Map<string, string>();
  return drafts.flatMap(({ name, recipient }): Finding[] => {
    const other = first.get(name.toLowerCase());
    if (other === undefined) first.set(name.toLowerCase(), recipient);
    return other === undefined ? [] : [fileFinding('fileSameName', { recipient, other })];
  });
}

/** The files of one delivery, each under its own name: without bytes as long as one error stands. */
export function filesOf<C>(
  drafts: readonly (Omit<GivenFile<C>, 'bytes'> & { readonly encode: () => Uint8Array })[],
  already: readonly Finding[],
): GivenFiles<C> {
  const findings = [...already, ...sameNames(drafts)];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const files = drafts.map(({ encode, ...file }) => ({ ...file, bytes: isRefused ? null : encode() }));
  return { files, findings };
}
