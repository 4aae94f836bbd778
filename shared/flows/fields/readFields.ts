/** « Correspondance champs »: the sheet, and what the service knows, read together. Writes nothing. */
import type { FieldsView } from '../../contracts/fieldSchemas.ts';
import type { Connection } from '../../contracts/schemas.ts';
import type { Service, ServiceError } from '../../contracts/service.ts';
import type { Finding } from '../../domain/finding.ts';
import { mappingHash } from '../../domain/people/mapping/fieldMapping.ts';
import { displayed } from '../../domain/review/cell.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { stateNames } from '../../messages/fr/employees/fieldWords.ts';
import { fieldMappingTable } from '../../tables/fieldMappingTable.ts';
import { readFieldMapping } from '../../tables/readFieldMapping.ts';
import { tables } from '../../tables/updateTables.ts';
import type { ApplyError } from '../apply.ts';
import type { Book, BookError, BookSnapshot } from '../book.ts';
import { bookState, rowsOf, tableFindings } from '../bookState.ts';
import type { Clock } from '../ports.ts';
import { isOther } from '../prepareReview.ts';
import { fieldLines, mappingOf, type BlankRows, type FieldLine } from './fieldLines.ts';

export interface FieldPorts {
  readonly service: Pick<Service, 'fields' | 'acceptFields'>;
  readonly book: Book;
  readonly clock: Clock;
}

/**
 * `notRead`: nothing was read in Lucca yet. `otherAccount`: the workbook comes from `account`. `tables`: the sheet cannot be read as it
 * stands. `findings`: what keeps the mapping from being accepted. `notPrepared`: there is no sheet.
 */
export type FieldsError =
  | { readonly code: 'book'; readonly error: BookError }
  | { readonly code: 'service'; readonly error: ServiceError }
  | { readonly code: 'apply'; readonly error: ApplyError }
  | { readonly code: 'pending' }
  | { readonly code: 'notRead' | 'notPrepared' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'tables'; readonly findings: readonly Finding[] }
  | { readonly code: 'findings'; readonly findings: readonly Finding[] };

export interface FieldsReading {
  readonly view: FieldsView;
  readonly isPrepared: boolean;
  /** One for each payroll field. */
  readonly lines: readonly FieldLine[];
  /** Of the sheet, and of no line in particular. */
  readonly findings: readonly Finding[];
  /** What the sheet says, null while a line says nothing or there is no sheet. */
  readonly hash: string | null;
  /** « État » says in every row what is accepted, as far as the sheet says the same. */
  readonly isMarked: boolean;
  /** The last thing written is this sheet. */
  readonly canUndo: boolean;
}

/** Tables that a reading of the mapping looks at. */
const fieldTables = [...tables, fieldMappingTable];

function refusal(snapshot: BookSnapshot, connection: Connection): FieldsError | undefined {
  const { pending, owner } = bookState(snapshot);
  if (pending) return { code: 'pending' };
  const findings = tableFindings(snapshot, [fieldMappingTable]);
  if (findings.length > 0) return { code: 'tables', findings };
  if (isOther(owner, connection)) return { code: 'otherAccount', account: owner?.account ?? '' };
  return connection.mirror ? undefined : { code: 'notRead' };
}

/** False once a validation was taken back in the sheet: the service keeps it, « État » says so no more. */
function isMarked(snapshot: BookSnapshot, lines: readonly FieldLine[]): boolean {
  const states = new Map(rowsOf(snapshot, fieldMappingTable.name).map(({ key, cells }) => [key, cells['state']]));
  return lines.every(({ place, state }) => {
    const held = states.get(place?.key ?? '');
    return state !== 'accepted' || held === undefined || displayed(held) === stateNames.accepted;
  });
}

/** What a snapshot says, beside `view`. */
export function fieldsIn(snapshot: BookSnapshot, view: FieldsView, blanks: BlankRows = 'unsaid'): FieldsReading {
  const table = snapshot[fieldMappingTable.name];
  const isPrepared = table?.state === 'found';
  const typed = readFieldMapping(table);
  const lines = fieldLines(view, typed.value, blanks);
  const known = new Set(typed.value.map(({ key }) => key));
  const missing = isPrepared ? lines.filter(({ key }) => !known.has(key)) : [];
  const told = missing.map(({ heading }): Finding => ({
    code: 'mappingRowMissing',
    severity: 'error',
    place: { table: fieldMappingTable.name },
    facts: { heading },
  }));
  const mapping = isPrepared && missing.length === 0 ? mappingOf(lines) : null;
  return {
    view,
    isPrepared,
    lines,
    findings: [...typed.findings, ...told],
    hash: mapping && mappingHash(mapping),
    isMarked: isMarked(snapshot, lines),
    canUndo: bookState(snapshot).undoable?.header.kind === 'fields',
  };
}

/** The workbook and what the service knows, or why one of them cannot be used. */
export async function openFields(
  { book, service }: Pick<FieldPorts, 'book' | 'service'>,
  connection: Connection,
): Promise<Result<{ readonly snapshot: BookSnapshot; readonly view: FieldsView }, FieldsError>> {
  const snapshot = await book.read(fieldTables);
  if (!snapshot.ok) return fail({ code: 'book', error: snapshot.error });
  const refused = refusal(snapshot.value, connection);
  if (refused) return fail(refused);
  const view = await service.fields(connection.id);
  return view.ok ? ok({ snapshot: snapshot.value, view: view.value }) : fail({ code: 'service', error: view.error });
}

/** Where each payroll field is read, in the sheet, in what was accepted, and in what is proposed. */
export async function readFields(
  ports: Pick<FieldPorts, 'book' | 'service'>,
  connection: Connection,
): Promise<Result<FieldsReading, FieldsError>> {
  const opened = await openFields(ports, connection);
  return opened.ok ? ok(fieldsIn(opened.value.snapshot, opened.value.view)) : opened;
}
