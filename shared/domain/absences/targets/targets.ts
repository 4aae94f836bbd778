import { payfit } from './payfit.ts';
import { silae } from './silae.ts';
import type { PayrollTarget } from './target.ts';

/** Payroll software whose names of absences the mapping sheet knows. A new one is one file, and its line here. */
export const payrollTargets = { payfit, silae } as const satisfies Readonly<Record<string, PayrollTarget>>;
export type PayrollTargetKey = keyof typeof payrollTargets;

export const payrollTargetKeys = Object.keys(payrollTargets) as PayrollTargetKey[];
