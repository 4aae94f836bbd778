/** What an export credits in Lucca, as the service is asked it, and what Lucca answers, told of people. */
import type { EntitlementAnswer, EntitlementRequest } from '../../contracts/entitlementSchemas.ts';
import type { Service, ServiceError } from '../../contracts/service.ts';
import { lastDay } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { checksum } from '../../domain/review/checksum.ts';
import { entitlementTable, type EntitlementTable } from '../../domain/worktime/files/entitlements.ts';
import { creditDescription } from '../../messages/fr/worktime/credit.ts';
import type { Book } from '../book.ts';
import { readTimeExport, type TimeExportReadingError, type TimeExportToFile } from './exportReading.ts';
import { linesFor, timeFiles } from './timeFiles.ts';

export interface CreditDesk {
  readonly service: Pick<Service, 'importEntitlements' | 'claimReceipt' | 'releaseReceipt'>;
  readonly connectionId: string;
}

/** `findings`: the file of rest has errors, or nothing in it. `notConfirmed`: what is only prepared may still change. */
export type CreditReadingError =
  | TimeExportReadingError
  | { readonly code: 'findings'; readonly findings: readonly Finding[] }
  | { readonly code: 'notConfirmed' };

export interface Credit {
  readonly held: TimeExportToFile;
  readonly table: EntitlementTable;
  /** Without its mode: a simulation and the sending ask the same. */
  readonly request: Omit<EntitlementRequest, 'mode'>;
  /** What stands for all that would be sent. */
  readonly check: string;
}

function requestOf({ number, month }: TimeExportToFile, { counters, rows }: EntitlementTable): Credit['request'] {
  return {
    referenceDate: lastDay(month),
    description: creditDescription(number, month),
    counters: [...counters],
    rows: rows.map((row) => ({ ...row, amounts: [...row.amounts] })),
  };
}

/** The rest of a confirmed export, ready to be asked. */
export async function readCredit(book: Book, number: string): Promise<Result<Credit, CreditReadingError>> {
  const held = await readTimeExport(book, number);
  if (!held.ok) return held;
  if (held.value.state !== 'confirmed') return fail({ code: 'notConfirmed' });
  const { files, findings } = timeFiles(held.value, { kind: 'repos' });
  const table = entitlementTable(linesFor(held.value, 'repos'));
  const isGiven = files.some(({ bytes }) => bytes !== null) && table.rows.length > 0;
  if (!isGiven) return fail({ code: 'findings', findings });
  const request = requestOf(held.value, table);
  return ok({ held: held.value, table, request, check: checksum(JSON.stringify(request)) });
}

/** What Lucca refuses, told of the person of the row. */
export function creditFindings({ errors }: EntitlementAnswer, { table }: Credit): Finding[] {
  return errors.map(({ row, code }): Finding => {
    const person = row === null ? undefined : table.rows[row - 1];
    const name = person ? `${person.lastName.toUpperCase()} ${person.firstName}`.trim() : '';
    const facts = { luccaCode: code, person: name, number: person?.employeeNumber ?? '', row: row ?? 0 };
    return { code: 'creditRefused', severity: 'error', facts };
  });
}

/** Nobody knows whether Lucca has it, unless it, or the service before it, said no. */
export function isUncertain(error: ServiceError): boolean {
  if (error.code !== 'refused') return true;
  const { status, code } = error.problem;
  return status >= 500 && code !== 'luccaRateLimited';
}
