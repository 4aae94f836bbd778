/** What a person answers, step by step, to have a regulation written in the sheets. Texts stay as they were typed. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { MonthShift } from '../../../domain/vouchers/regulation.ts';
import type { VoucherSupport } from '../../../tables/vouchers/issuers.ts';
import type { mealStageLabels, payrollLabels, reintegrationLabels } from '../../../tables/vouchers/regulationsTable.ts';

/** A row of « Bénéficiaires TR »: who gets no voucher, from a day to another where they are given. */
export interface ExclusionAnswer {
  readonly criterion: string;
  readonly value: string;
  /** First and last day; '' for ever. */
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

/** `isProposed`: filled in from the name alone, and looked at by nobody since. */
export interface ImpactAnswer {
  readonly deducts: boolean;
  readonly isProposed: boolean;
}

/** By identifier of the leave account or of the nature. One that is absent was not decided. */
export type ImpactAnswers = ReadonlyMap<string, ImpactAnswer>;

export interface RegulationAnswers {
  readonly name: string;
  /** Identifiers. */
  readonly establishments: readonly string[];
  /** '' while none is chosen. */
  readonly issuer: string;
  readonly exclusions: readonly ExclusionAnswer[];
  readonly face: string;
  readonly shareKind: 'amount' | 'rate';
  readonly share: string;
  readonly cse: string;
  readonly reintegration: keyof typeof reintegrationLabels;
  readonly days: MonthShift;
  readonly absences: MonthShift;
  readonly expenses: MonthShift;
  readonly startDay: string;
  readonly partialDays: 'deducted' | 'kept';
  readonly hourAbsence: 'full' | 'any';
  readonly support: VoucherSupport;
  readonly mealStage: keyof typeof mealStageLabels;
  readonly payroll: keyof typeof payrollLabels;
  readonly payCode: string;
  readonly complement: string;
  readonly accounts: ImpactAnswers;
  readonly natures: ImpactAnswers;
  readonly firstMonth: PlainMonth;
  /** What the month before the first one is; null while nobody said. */
  readonly before: 'first' | 'elsewhere' | null;
}

/** The steps, in the order of the guide of the product. */
export const wizardSteps = ['identity', 'value', 'periods', 'rules', 'accounts', 'natures', 'start', 'recap'] as const;
export type WizardStep = (typeof wizardSteps)[number];

/** The questions of each step, in the order in which they are seen. */
export const fieldsOfStep = {
  identity: ['name', 'establishments', 'issuer', 'exclusions'],
  value: ['face', 'share', 'cse', 'reintegration'],
  periods: ['days', 'absences', 'expenses', 'startDay'],
  rules: ['partialDays', 'hourAbsence', 'support', 'mealStage', 'payroll', 'payCode', 'complement'],
  accounts: ['accounts'],
  natures: ['natures'],
  start: ['firstMonth', 'before'],
  recap: [],
} as const satisfies Readonly<Record<WizardStep, readonly string[]>>;
export type WizardField = (typeof fieldsOfStep)[WizardStep][number];

/** Before anything is answered: the usual rules of the tables stand chosen, to be seen; no impact is, no value, no start. */
export function blankAnswers(month: PlainMonth): RegulationAnswers {
  return {
    name: '',
    establishments: [],
    issuer: '',
    exclusions: [],
    face: '',
    shareKind: 'rate',
    share: '',
    cse: '',
    reintegration: 'boss',
    days: 'M',
    absences: 'M-1',
    expenses: 'M-1',
    startDay: '1',
    partialDays: 'deducted',
    hourAbsence: 'full',
    support: 'card',
    mealStage: 'controlled',
    payroll: 'quantity',
    payCode: '',
    complement: '',
    accounts: new Map(),
    natures: new Map(),
    firstMonth: month,
    before: null,
  };
}
