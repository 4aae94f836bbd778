/** « Valider »: what « Correspondance champs » says is sent to the service, which reads Lucca with it from the next run on. */
import type { AcceptedMapping, MappingAnswer } from '../../contracts/fieldSchemas.ts';
import type { Connection } from '../../contracts/schemas.ts';
import type { Finding } from '../../domain/finding.ts';
import { mappingHash } from '../../domain/people/mapping/fieldMapping.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { fieldMappingTable } from '../../tables/fieldMappingTable.ts';
import { readFieldMapping } from '../../tables/readFieldMapping.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import type { BookSnapshot } from '../book.ts';
import type { FlowOptions } from '../ports.ts';
import { mappingOf } from './fieldLines.ts';
import { fieldsIn, openFields, type FieldPorts, type FieldsError, type FieldsReading } from './readFields.ts';
import { sheetLines, withAccepted } from './sheetLines.ts';

export interface ValidatedFields {
  readonly accepted: AcceptedMapping;
  /** False when the service held this very mapping already. */
  readonly isNew: boolean;
  /** What is doubtful and does not keep it from being read. */
  readonly warnings: readonly Finding[];
  /** What was written of it in the sheet; null when that failed: the mapping is accepted all the same. */
  readonly report: ApplyReport | null;
}

export interface ValidateOptions extends FlowOptions {
  /** Where it is done, « le volet Excel ». */
  readonly by: string;
  /** The hash of the mapping that was shown as accepted, null for none; that of this reading when absent. */
  readonly seen?: string | null;
}

function faultsOf({ lines, findings }: FieldsReading): Finding[] {
  return [...findings, ...lines.flatMap((line) => line.findings)];
}

/** What the service found, at the cells of the sheet. */
function placed(snapshot: BookSnapshot, problems: MappingAnswer['problems']): Finding[] {
  const rows = new Map(readFieldMapping(snapshot[fieldMappingTable.name]).value.map((each) => [each.key, each.row]));
  return problems.map(({ key, column, code, severity, facts }) => {
    const place = rows.get(key)?.place(column) ?? { table: fieldMappingTable.name };
    return { code, severity, place, facts };
  });
}

const isError = ({ severity }: Finding) => severity === 'error';

/** Nothing is sent while a cell is to be corrected. What was accepted is then told in the sheet, « validé ». */
export async function validateFields(
  ports: FieldPorts,
  connection: Connection,
  { by, seen, ...options }: ValidateOptions,
): Promise<Result<ValidatedFields, FieldsError>> {
  const opened = await openFields(ports, connection);
  if (!opened.ok) return opened;
  const { snapshot, view } = opened.value;
  const reading = fieldsIn(snapshot, view);
  if (!reading.isPrepared) return fail({ code: 'notPrepared' });
  const mapping = mappingOf(reading.lines);
  const faults = faultsOf(reading).filter(isError);
  if (faults.length > 0 || !mapping) return fail({ code: 'findings', findings: faults });
  const replaces = seen === undefined ? (view.accepted?.hash ?? null) : seen;
  const request = { lines: mapping, hash: mappingHash(mapping), by, replaces };
  const answer = await ports.service.acceptFields(connection.id, request);
  if (!answer.ok) return fail({ code: 'service', error: answer.error });
  const { accepted, problems } = answer.value;
  const said = placed(snapshot, problems);
  if (!accepted) return fail({ code: 'findings', findings: said.filter(isError) });
  const lines = sheetLines(snapshot, fieldsIn(snapshot, withAccepted(view, accepted)).lines);
  const nothing = { added: 0, changed: 0, deleted: 0, refused: [] };
  const report = lines.length === 0 ? ok(nothing) : await applyPlan(ports, lines, options, 'fields');
  const isNew = view.accepted?.hash !== accepted.hash;
  return ok({ accepted, isNew, warnings: said, report: report.ok ? report.value : null });
}
