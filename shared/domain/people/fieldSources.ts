import type { EmployeeFieldKey } from './employeeFields.ts';

/** Where what is said of a person comes from: their personal record, the customer's own fields, the fields that every account has. */
export type FieldSource = 'record' | 'custom' | 'native';

/** The fields that each source was seen to give to somebody, at the last reading or before. */
export type FieldSources = Readonly<Record<FieldSource, readonly EmployeeFieldKey[]>>;

export const noSources: FieldSources = { record: [], custom: [], native: [] };
