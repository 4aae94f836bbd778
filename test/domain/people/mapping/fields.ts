/** Customer fields for the tests of mappings. */
import type { FieldOrigins } from '../../../../shared/domain/people/fieldSources.ts';
import type { CustomField } from '../../../../shared/domain/people/mapping/customField.ts';

export function customField(code: string, name: string, more: Partial<CustomField> = {}): CustomField {
  const rest = { multiple: false, entries: [], filled: 3, strangers: 0, samples: [] };
  return { code, name, kind: 'text', ...rest, ...more };
}

export const nothingGiven: FieldOrigins = { native: [], contract: [], record: [], custom: [] };

/** What an account gives to whoever may read everything but personal records. */
export const usuallyGiven: FieldOrigins = {
  ...nothingGiven,
  native: [
    ...(['luccaId', 'employeeNumber', 'civilTitle', 'lastName', 'firstName', 'establishment', 'birthDate'] as const),
    ...(['contractStart', 'contractEnd', 'nationality', 'address', 'workEmail', 'personalEmail'] as const),
  ],
  contract: ['contractStart', 'contractEnd'],
};
