/** « Préparer la feuille »: « Correspondance champs » with what was accepted, else with what is proposed. */
import type { Connection } from '../../contracts/schemas.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { fieldMappingTable } from '../../tables/fieldMappingTable.ts';
import { applyPlan, type ApplyReport } from '../apply.ts';
import { newTables } from '../newTables.ts';
import type { FlowOptions } from '../ports.ts';
import { fieldsIn, openFields, type FieldPorts, type FieldsError } from './readFields.ts';
import { sheetLines } from './sheetLines.ts';

export interface PreparedFields extends ApplyReport {
  readonly isNew: boolean;
}

/**
 * Makes the sheet where it is absent, a row for each payroll field; what a person chose stays, and what stands beside it is brought up to
 * date. A second call writes nothing. Undone like an update, the empty sheet staying.
 */
export async function prepareFields(
  ports: FieldPorts,
  connection: Connection,
  options: FlowOptions = {},
): Promise<Result<PreparedFields, FieldsError>> {
  const opened = await openFields(ports, connection);
  if (!opened.ok) return opened;
  const made = await newTables(ports.book, opened.value.snapshot, [fieldMappingTable], options);
  if (!made.ok) return fail({ code: 'book', error: made.error });
  const { snapshot, created } = made.value;
  const isNew = created.length > 0;
  const lines = sheetLines(snapshot, fieldsIn(snapshot, opened.value.view, 'filled').lines);
  if (lines.length === 0) return ok({ isNew, added: 0, changed: 0, deleted: 0, refused: [] });
  const report = await applyPlan(ports, lines, options, 'fields');
  return report.ok ? ok({ isNew, ...report.value }) : fail({ code: 'apply', error: report.error });
}
