import type { EmployeeFieldKey, FieldOrigin } from './employeeFields.ts';

/** Where what is said of a person comes from; contracts are told with the fields that every account has. */
export type FieldSource = Exclude<FieldOrigin, 'contract'>;

/** The fields that each source was seen to give to somebody, at the last reading or before. */
export type FieldSources = Readonly<Record<FieldSource, readonly EmployeeFieldKey[]>>;

export const noSources: FieldSources = { record: [], custom: [], native: [] };

/** The same, contracts told apart. */
export type FieldOrigins = Readonly<Record<FieldOrigin, readonly EmployeeFieldKey[]>>;
