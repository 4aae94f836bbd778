import type { Company } from '../company/model.ts';

/** What a key may be denied. What is denied is absent from the answers; it never makes an error. */
export const PERMISSIONS = [
  'formerEmployees',
  'futureEmployees',
  'birthDate',
  'personalData',
  'extendedData',
  'workContracts',
  'leaves',
  'planning',
  'expenses',
  'time',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Who looks, at what, from where: all that a projection needs beside its row. */
export interface View {
  readonly company: Company;
  readonly origin: string;
  readonly principal: string;
  readonly denied: ReadonlySet<Permission>;
}
