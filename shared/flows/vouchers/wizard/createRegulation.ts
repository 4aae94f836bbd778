/** « Créer »: the sheets are prepared where they were not, and the answers written in them, as one plan that one undo takes back. */
import { fail, ok, type Result } from '../../../domain/result.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { applyPlan } from '../../apply.ts';
import type { FlowOptions } from '../../ports.ts';
import type { VoucherPorts, VoucherRequest } from '../computeVouchers.ts';
import { folded, regulationLines, withLines, writable } from '../preparation.ts';
import { withTables, type SheetsError, type SheetsReport } from '../voucherSheets.ts';
import type { RegulationAnswers } from './answers.ts';
import { blocking, draftRegulation, type FieldFinding, type RegulationDraft } from './draft.ts';
import { readWizardBase, wizardBase, type WizardBase } from './wizardBase.ts';

/** `refused`: the workbook is not what it was when the answers were given, or they never held: nothing is written. */
export type CreationError =
  SheetsError | { readonly code: 'refused'; readonly base: WizardBase; readonly findings: readonly FieldFinding[] };

export interface CreationReport extends SheetsReport {
  readonly state: RegulationDraft['state'];
}

/** Everything that is written: what Lucca brings, the answers, and what both make of the state of each regulation. */
export function creationLines(base: WizardBase, { lines }: RegulationDraft): PlanLine[] {
  const states = regulationLines(withLines(base.snapshot, lines), base.mirror, base.month);
  return folded([...base.brought, ...lines, ...states]);
}

/** Reads the workbook again, and writes the regulation that `answers` describe. */
export async function createRegulation(
  ports: VoucherPorts,
  request: VoucherRequest,
  answers: RegulationAnswers,
  options: FlowOptions = {},
): Promise<Result<CreationReport, CreationError>> {
  const read = await readWizardBase(ports, request, options);
  if (!read.ok) return read;
  const findings = blocking(draftRegulation(read.value, answers));
  if (findings.length > 0) return fail({ code: 'refused', base: read.value, findings });
  const tables = await withTables(ports, request, options);
  if (!tables.ok) return tables;
  const { snapshot, created } = tables.value;
  const base = wizardBase(snapshot, read.value.mirror, request.month);
  const draft = draftRegulation(base, answers);
  const report = await applyPlan(ports, writable(snapshot, creationLines(base, draft)), options, 'vouchers');
  return report.ok
    ? ok({ created, state: draft.state, ...report.value })
    : fail({ code: 'apply', error: report.error });
}
