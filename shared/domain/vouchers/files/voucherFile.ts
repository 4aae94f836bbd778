/** A file ready to be given, with what its figures add up to. */
import type { Finding } from '../../finding.ts';
import { amountsOf, type VoucherAmounts } from '../amounts.ts';
import type { OrderFileInput, OrderLine } from './orderInput.ts';

/** Added up from the lines of one file, independently of its text. Amounts in cents. */
export interface ControlTotal {
  /** Those for whom something is ordered. */
  readonly people: number;
  /** With those of whom payroll is told although nothing is ordered for them. */
  readonly lines: number;
  readonly vouchers: number;
  readonly amounts: VoucherAmounts;
}

export interface VoucherFile {
  /** Without personal data. */
  readonly name: string;
  /** Customer code, company or payroll dossier of the file; '' when there is one file for all. */
  readonly recipient: string;
  /** What stands in the file, cell by cell, headings included: what a person checks before it is made. */
  readonly preview: readonly (readonly string[])[];
  readonly control: ControlTotal;
  /** Null as long as an error stands anywhere in the order: an order is given whole or not at all. */
  readonly bytes: Uint8Array | null;
}

export interface VoucherFiles {
  readonly files: readonly VoucherFile[];
  readonly findings: readonly Finding[];
}

/** Sums of the lines; a number of vouchers that is not whole, or negative, is a bug and throws. */
export function controlTotal(lines: readonly OrderLine[], unit: VoucherAmounts): ControlTotal {
  const wrong = lines.some(({ number }) => !Number.isSafeInteger(number) || number < 0);
  if (wrong) throw new RangeError('a number of vouchers ordered is whole and not negative');
  const vouchers = lines.reduce((sum, { number }) => sum + number, 0);
  const people = lines.filter(({ number }) => number > 0).length;
  return { people, lines: lines.length, vouchers, amounts: amountsOf(unit, vouchers) };
}

/** The lines that order something: an issuer is told of no other. */
export function orderedLines({ lines }: OrderFileInput): readonly OrderLine[] {
  return lines.filter(({ number }) => number !== 0);
}

/** Lines by recipient, recipients in alphabetical order, lines in theirs. */
export function byRecipient(
  lines: readonly OrderLine[],
  recipientOf: (line: OrderLine) => string,
): readonly (readonly [recipient: string, lines: readonly OrderLine[]])[] {
  const groups = new Map<string, OrderLine[]>();
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

/** The files of a whole order: without bytes as long as one error stands. */
export function filesOf(
  drafts: readonly (Omit<VoucherFile, 'bytes'> & { readonly encode: () => Uint8Array })[],
  findings: readonly Finding[],
): VoucherFiles {
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const files = drafts.map(({ encode, ...file }) => ({ ...file, bytes: isRefused ? null : encode() }));
  return { files, findings };
}
