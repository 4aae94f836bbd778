/** What may be wrong in the file of a person. `error`: it is no value of its kind; `warning`: a person must look. Values are kept either way. */
import type { Severity } from '../../finding.ts';
import type { EmployeeFieldKey } from '../employeeFields.ts';

const severities = {
  nirMangled: 'error',
  nirLength: 'error',
  nirFormat: 'error',
  nirKey: 'error',
  nirTemporary: 'warning',
  nirMonthOdd: 'warning',
  nirSex: 'warning',
  nirBirthYear: 'warning',
  nirBirthMonth: 'warning',
  nirBornAbroad: 'warning',
  nirBornInFrance: 'warning',
  ibanCountry: 'error',
  ibanLength: 'error',
  ibanFormat: 'error',
  ibanKey: 'error',
  ribKey: 'warning',
  bicFormat: 'error',
  bicCountry: 'warning',
  phoneFormat: 'warning',
  phoneZeroLost: 'warning',
  emailFormat: 'error',
  postalCodeShort: 'error',
  postalCodeFormat: 'error',
  countryUnknown: 'error',
  countOdd: 'error',
  moreDisabledChildren: 'warning',
  birthInFuture: 'error',
  bornLongAgo: 'warning',
  veryYoung: 'warning',
  endBeforeStart: 'error',
  boethBeforeBirth: 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type ProblemCode = keyof typeof severities;

export const problemCodes = Object.keys(severities) as readonly ProblemCode[];

export interface PersonProblem {
  readonly field: EmployeeFieldKey;
  readonly code: ProblemCode;
  readonly severity: Severity;
}

export function personProblem(field: EmployeeFieldKey, code: ProblemCode): PersonProblem {
  return { field, code, severity: severities[code] };
}
