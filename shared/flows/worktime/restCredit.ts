/** What an export credits in Lucca, as the service is asked it, and what Lucca answers, told of people. */
import type { EntitlementAnswer, EntitlementError, EntitlementRequest } from '../../contracts/entitlementSchemas.ts';
import type { Service, ServiceError } from '../../contracts/service.ts';
import { lastDay } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { checksum } from '../../domain/review/checksum.ts';
import { oneLine } from '../../domain/files/plainLetters.ts';
import {
  entitlementTable,
  type EntitlementRow,
  type EntitlementTable,
} from '../../domain/worktime/files/entitlements.ts';
import { creditDescription } from '../../messages/fr/worktime/credit.ts';
import type { Book } from '../book.ts';
import {
  readTimeExport,
  type ExportedLine,
  type TimeExportReadingError,
  type TimeExportToFile,
} from './exportReading.ts';
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

/** A counter of Lucca, and what the amounts given to it count. */
export interface CreditCounter {
  readonly name: string;
  readonly unit: 'hours' | 'days';
}

export interface Credit {
  readonly held: TimeExportToFile;
  readonly table: EntitlementTable;
  /** In the order of the amounts of `table`. */
  readonly counters: readonly CreditCounter[];
  /** What the file of rest says that does not forbid it: lines refused, for instance. */
  readonly remarks: readonly Finding[];
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

function countersOf({ counters }: EntitlementTable, lines: readonly ExportedLine[]): CreditCounter[] {
  return counters.map((name) => {
    const own = lines.find(({ counter }) => counter?.leaveAccount === name);
    return { name, unit: (own?.counter?.dayHundredths ?? null) === null ? 'hours' : 'days' };
  });
}

/** The rest of a confirmed export, ready to be asked. */
export async function readCredit(book: Book, number: string): Promise<Result<Credit, CreditReadingError>> {
  const held = await readTimeExport(book, number);
  if (!held.ok) return held;
  if (held.value.state !== 'confirmed') return fail({ code: 'notConfirmed' });
  const { files, findings } = timeFiles(held.value, { kind: 'repos' });
  const lines = linesFor(held.value, 'repos');
  const table = entitlementTable(lines);
  const isGiven = files.some(({ bytes }) => bytes !== null) && table.rows.length > 0;
  if (!isGiven) return fail({ code: 'findings', findings });
  const request = requestOf(held.value, table);
  const check = checksum(JSON.stringify(request));
  return ok({ held: held.value, table, counters: countersOf(table, lines), remarks: findings, request, check });
}

/** « MARTIN Alice » */
export const creditedName = ({ lastName, firstName }: Pick<EntitlementRow, 'lastName' | 'firstName'>) =>
  `${lastName.toUpperCase()} ${firstName}`.trim();

/** The line of « Salariés » of a row. */
function whoseRow({ held }: Credit, row: EntitlementRow): Pick<Finding, 'subject' | 'place'> {
  const isSame = ({ person, establishment }: ExportedLine) =>
    oneLine(person.employeeNumber) === row.employeeNumber && oneLine(establishment.code) === row.establishmentCode;
  const person = linesFor(held, 'repos').find(isSame)?.person;
  return person ? { subject: person.luccaId, ...(person.place && { place: person.place }) } : {};
}

/** The cell of « Comptes de temps » that names the counter, where only one is credited. */
function whereCounter({ held, counters }: Credit): Pick<Finding, 'place'> {
  const [only] = counters.length === 1 ? counters : [];
  const line = linesFor(held, 'repos').find(({ counter }) => counter?.leaveAccount === only?.name);
  const account = line && held.accounts.get(line.account);
  return account ? { place: account.row.place('counter') } : {};
}

/** What Lucca says of an establishment, it says of each of its people. */
const establishmentCodes = new Set(['legalentitynotfound', 'legalentitycodesnotfound', 'ambiguouslegalentity']);
const isOfEstablishment = ({ code }: EntitlementError) => establishmentCodes.has(code.toLowerCase());

/** Errors that are corrected in one place, together: the first one stands for them. */
function together({ errors }: EntitlementAnswer, { table }: Credit): (readonly EntitlementError[])[] {
  const groups = new Map<string, EntitlementError[]>();
  for (const [at, error] of errors.entries()) {
    const person = error.row === null ? undefined : table.rows[error.row - 1];
    const key =
      person && isOfEstablishment(error) ? JSON.stringify([error.code, person.establishmentCode]) : String(at);
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  return [...groups.values()];
}

/** What Lucca refuses: told of the person of the row, of the people of an establishment, or of the counters, with its place. */
export function creditFindings(answer: EntitlementAnswer, credit: Credit): Finding[] {
  const counters = credit.counters.map(({ name }) => `« ${name} »`).join(', ');
  return together(answer, credit).flatMap((errors) =>
    errors.slice(0, 1).map((error): Finding => {
      const { row, code } = error;
      const person = row === null ? undefined : credit.table.rows[row - 1];
      const who = { person: person ? creditedName(person) : '', number: person?.employeeNumber ?? '', row: row ?? 0 };
      const where = { counters, establishment: person?.establishmentCode ?? '', people: errors.length };
      const ofPerson = person && !isOfEstablishment(error) ? whoseRow(credit, person) : {};
      const place = person ? ofPerson : whereCounter(credit);
      return { code: 'creditRefused', severity: 'error', facts: { luccaCode: code, ...who, ...where }, ...place };
    }),
  );
}

/** Nobody knows whether Lucca has it, unless it, or the service before it, said no. */
export function isUncertain(error: ServiceError): boolean {
  if (error.code !== 'refused') return true;
  const { status, code } = error.problem;
  return status >= 500 && code !== 'luccaRateLimited';
}
