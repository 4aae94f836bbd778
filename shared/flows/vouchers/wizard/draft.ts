/** Answers as the sheets would read them: the lines that write them, and everything that the tables and the law say of them. Pure. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { PlanLine } from '../../../domain/review/plan.ts';
import { canonical, textCell } from '../../../domain/review/cell.ts';
import { voucherAmounts, type VoucherAmounts } from '../../../domain/vouchers/amounts.ts';
import { windowsOf, type VoucherWindows } from '../../../domain/vouchers/windows.ts';
import type { TableDeclaration } from '../../../tables/declaration.ts';
import { beneficiariesTable } from '../../../tables/vouchers/beneficiariesTable.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../tables/vouchers/impactsTables.ts';
import type { Known } from '../../../tables/vouchers/readImpacts.ts';
import type { RegulationVersion } from '../../../tables/vouchers/readRegulations.ts';
import type { RegulationState } from '../../../tables/vouchers/regulationState.ts';
import { regulationsTable } from '../../../tables/vouchers/regulationsTable.ts';
import type { BookSnapshot } from '../../book.ts';
import { withLines } from '../preparation.ts';
import { readTypedRegulations } from '../regulationReadings.ts';
import { fieldsOfStep, type RegulationAnswers, type WizardField, type WizardStep } from './answers.ts';
import { impactLines } from './impactLines.ts';
import { exclusionLine, firstDayOf, regulationLine } from './regulationRow.ts';
import { impactRowsFor, type WizardBase } from './wizardBase.ts';

/** What is said of an answer; `at`: which one, of several exclusions. */
export interface FieldFinding {
  readonly field: WizardField;
  readonly at?: number;
  readonly finding: Finding;
}

export interface RegulationDraft {
  /** Of the answers alone; the sheets are prepared before. */
  readonly lines: readonly PlanLine[];
  readonly findings: readonly FieldFinding[];
  /** Undefined while its value, its issuer or its date cannot be told. */
  readonly version: RegulationVersion | undefined;
  readonly state: RegulationState['state'];
  /** Of one voucher; undefined while no amount can be given. */
  readonly unit: VoucherAmounts | undefined;
}

/** Stands for a name that is missing or somebody else's, so that the other answers are judged all the same. */
const STAND_IN = '\u2026';

const fieldOfColumn: Readonly<Record<string, WizardField>> = {
  name: 'name',
  establishments: 'establishments',
  country: 'establishments',
  currency: 'establishments',
  issuer: 'issuer',
  face: 'face',
  shareAmount: 'share',
  sharePercent: 'share',
  cse: 'cse',
  reintegration: 'reintegration',
  days: 'days',
  absences: 'absences',
  expenses: 'expenses',
  startDay: 'startDay',
  partialDays: 'partialDays',
  hourAbsence: 'hourAbsence',
  support: 'support',
  mealStage: 'mealStage',
  payroll: 'payroll',
  payCode: 'payCode',
  complement: 'complement',
  from: 'firstMonth',
  firstMonth: 'firstMonth',
  before: 'before',
};

const fieldOfCode: Readonly<Record<string, WizardField>> = {
  voucherAccountsUnset: 'accounts',
  voucherNaturesUnset: 'natures',
};

/** The lines of answers, on sheets that are prepared. */
function draftLines(base: WizardBase, answers: RegulationAnswers): PlanLine[] {
  const { frame, readings, snapshot } = base;
  const name = answers.name.trim();
  const of = { name, from: firstDayOf(answers), isAlone: readings.regulations.value.length === 0 };
  const sheetOf = (table: TableDeclaration, known: readonly Known[]) => ({
    table,
    known,
    rows: impactRowsFor(base, table, known, name),
  });
  const leave = sheetOf(absenceImpactsTable, frame.accounts);
  const meals = sheetOf(expenseImpactsTable, frame.natures);
  return [
    regulationLine(answers, frame.establishments.value),
    ...answers.exclusions.map(exclusionLine),
    ...impactLines(snapshot, leave, answers.accounts, of),
    ...impactLines(snapshot, meals, answers.natures, of),
  ];
}

/** Where in its table a finding stands, counted from the first of the rows that were added; negative for an older row. */
function arrival({ place }: Finding, table: TableDeclaration, before: BookSnapshot): number | undefined {
  const state = before[table.name];
  if (place?.table !== table.name || state?.state !== 'found') return undefined;
  const end = Math.max(-1, ...state.rows.map(({ index }) => index)) + 1;
  return Number(/\d+$/.exec(place.address ?? '')?.[0]) - state.firstRow - end;
}

function located(base: WizardBase, finding: Finding): FieldFinding[] {
  const unset = fieldOfCode[finding.code];
  if (unset) return [{ field: unset, finding }];
  const exclusion = arrival(finding, beneficiariesTable, base.snapshot);
  if (exclusion !== undefined && exclusion >= 0) return [{ field: 'exclusions', at: exclusion, finding }];
  const field = fieldOfColumn[finding.place?.column ?? ''];
  return arrival(finding, regulationsTable, base.snapshot) === 0 && field ? [{ field, finding }] : [];
}

/** What no table can say: a name that another regulation bears would make a version of it, and a blank start the usual one. */
function ownFindings({ readings }: WizardBase, { name, before }: RegulationAnswers): FieldFinding[] {
  const folded = (text: string) => canonical('text', textCell(text));
  const isTaken = readings.regulations.value.some((each) => folded(each.name) === folded(name));
  const told = (field: WizardField, code: string): FieldFinding => ({
    field,
    finding: { code, severity: 'error', facts: { name: name.trim() } },
  });
  return [
    ...(isTaken ? [told('name', 'voucherNameTaken')] : []),
    ...(before === null ? [told('before', 'voucherStartUnsaid')] : []),
  ];
}

/** What the reader says of a row without a name: nothing else of it is read then. */
function nameFindings(base: WizardBase, answers: RegulationAnswers): FieldFinding[] {
  if (answers.name.trim() !== '') return [];
  const snapshot = withLines(base.snapshot, [regulationLine(answers, base.frame.establishments.value)]);
  const { findings } = readTypedRegulations(snapshot, base.frame, answers.firstMonth).regulations;
  return findings.flatMap((each) => located(base, each)).filter(({ field }) => field === 'name');
}

function unitOf(version: RegulationVersion | undefined, month: PlainMonth): VoucherAmounts | undefined {
  if (!version) return undefined;
  const { value, reintegration } = version;
  const amounts = voucherAmounts(value, { month, reintegration, cap: 'now' });
  return amounts.kind === 'computed' ? amounts.unit : undefined;
}

/** Reads the answers as the sheets would, for the first order they ask for. */
export function draftRegulation(base: WizardBase, answers: RegulationAnswers): RegulationDraft {
  const own = [...nameFindings(base, answers), ...ownFindings(base, answers)];
  const isUnnamed = own.some(({ field }) => field === 'name');
  const name = isUnnamed ? STAND_IN : answers.name.trim();
  const lines = draftLines(base, { ...answers, name });
  const read = readTypedRegulations(withLines(base.snapshot, lines), base.frame, answers.firstMonth);
  const typed = read.regulations.value.find((each) => each.name === name);
  const state = read.states.find((each) => each.name === name);
  const unset = (state?.findings ?? []).filter(({ code }) => code in fieldOfCode);
  const version = typed?.versions[0];
  return {
    lines,
    findings: [...own, ...[...read.findings, ...unset].flatMap((each) => located(base, each))],
    version,
    state: isUnnamed ? 'invalid' : (state?.state ?? 'invalid'),
    unit: unitOf(version, answers.firstMonth),
  };
}

/** What is said of the answers of a step, in the order of its questions. */
export function findingsOfStep({ findings }: Pick<RegulationDraft, 'findings'>, step: WizardStep): FieldFinding[] {
  const fields: readonly WizardField[] = fieldsOfStep[step];
  return fields.flatMap((field) => findings.filter((each) => each.field === field));
}

/** What may be left for later: the regulation is created and not valid, as the sheets allow. */
const postponable: ReadonlySet<WizardField> = new Set(['accounts', 'natures'] as const);

/** What keeps a regulation from being created. */
export function blocking({ findings }: Pick<RegulationDraft, 'findings'>): FieldFinding[] {
  return findings.filter(({ field, finding }) => finding.severity === 'error' && !postponable.has(field));
}

/** The windows of its first order, once its rules can be told. */
export function firstWindows({ version }: RegulationDraft, month: PlainMonth): VoucherWindows | undefined {
  return version && windowsOf(version.rules, month);
}
