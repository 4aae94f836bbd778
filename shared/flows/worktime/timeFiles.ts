/** The files that can be made of an export of hours. */
import { fileFinding } from '../../domain/files/fileFindings.ts';
import { frenchPayrollLayout } from '../../domain/files/payrollText.ts';
import type { Finding } from '../../domain/finding.ts';
import { payrollHours } from '../../domain/worktime/files/payrollHours.ts';
import { restFile } from '../../domain/worktime/files/restFile.ts';
import type { TimeFileInput, TimeFiles } from '../../domain/worktime/files/timeFile.ts';
import { counterGap } from '../../tables/worktime/readTimeAccounts.ts';
import type { Destination } from '../../tables/worktime/timeExportsTable.ts';
import type { ExportedLine, TimeExportToFile } from './exportReading.ts';

/** `paie`: pay variables, one file per payroll dossier. `repos`: rest for the counters of Lucca. */
export const timeFileKinds = ['paie', 'repos'] as const;
export type TimeFileKind = (typeof timeFileKinds)[number];

export interface TimeFileRequest {
  readonly kind: TimeFileKind;
}

const destinations: Readonly<Record<TimeFileKind, Destination>> = { paie: 'payroll', repos: 'rest' };

const sum = (lines: readonly { readonly hundredths: number }[]) =>
  lines.reduce((total, { hundredths }) => total + hundredths, 0);

export function linesFor({ lines }: TimeExportToFile, kind: TimeFileKind): readonly ExportedLine[] {
  return lines.filter(({ destination }) => destination === destinations[kind]);
}

/** The kinds that the export has lines for. */
export function timeKindsOf(held: TimeExportToFile): readonly TimeFileKind[] {
  return timeFileKinds.filter((kind) => linesFor(held, kind).length > 0);
}

/** What « Comptes de temps » does not say of the counters that the lines feed, at its cells. */
function counterFindings({ accounts }: TimeExportToFile, lines: readonly ExportedLine[]): Finding[] {
  return [...new Set(lines.map(({ account }) => account))].flatMap((code): Finding[] => {
    const account = accounts.get(code);
    if (!account) return [fileFinding('timeFileAccountGone', { account: code })];
    const gap = counterGap(account);
    return gap ? [{ ...fileFinding('timeCounterMissing', { account: code, gap }), place: account.row.place(gap) }] : [];
  });
}

/** One counter cannot be credited in hours by one account and in days by another. */
function mixedFindings(lines: readonly ExportedLine[]): Finding[] {
  const units = new Map<string, Set<number | null>>();
  for (const { counter } of lines) {
    if (!counter) continue;
    units.set(counter.leaveAccount, (units.get(counter.leaveAccount) ?? new Set()).add(counter.dayHundredths));
  }
  const mixed = [...units].filter(([, each]) => each.size > 1);
  return mixed.map(([counter]) => fileFinding('timeCounterMixed', { counter }));
}

/** The files hold what the sheet says, less what the other kinds and refused lines hold. */
function totalFindings(held: TimeExportToFile, kind: TimeFileKind, files: TimeFiles['files']): Finding[] {
  const own = linesFor(held, kind);
  const others = sum(held.lines) - sum(own) + (held.state === 'prepared' ? sum(held.refused) : 0);
  const [sheet, file] = [held.hundredths - others, files.reduce((total, each) => total + each.control.hundredths, 0)];
  return sheet === file ? [] : [fileFinding('timeFileTotals', { file, sheet })];
}

function made(held: TimeExportToFile, kind: TimeFileKind): TimeFiles {
  const { number, month } = held;
  const lines = linesFor(held, kind);
  const input: TimeFileInput = { number, month, lines };
  if (kind === 'paie') return payrollHours(input, frenchPayrollLayout);
  const { files, findings } = restFile(input);
  return { files, findings: [...counterFindings(held, lines), ...mixedFindings(lines), ...findings] };
}

/**
 * The files of one kind, whose sum is that of the sheet, prepared exports as well as confirmed ones. Lines that payroll refused are in none, and
 * are counted. Without bytes as long as a finding is an error.
 */
export function timeFiles(held: TimeExportToFile, { kind }: TimeFileRequest): TimeFiles {
  const { files, findings: own } = made(held, kind);
  const refused = held.refused.length;
  const findings = [...own, ...(refused > 0 ? [fileFinding('timeFileRefused', { lines: refused }, 'info')] : [])];
  const told = [...findings, ...totalFindings(held, kind, files)];
  const isRefused = told.some(({ severity }) => severity === 'error');
  return { files: isRefused ? files.map((file) => ({ ...file, bytes: null })) : files, findings: told };
}
