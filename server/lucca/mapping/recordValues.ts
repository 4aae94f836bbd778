import type { PersonalRecord } from '../resources/personalRecords.ts';
import type { Given } from './given.ts';

const TITLES: ReadonlyMap<string, string> = new Map([
  ['mister', 'M.'],
  ['miss', 'Mme'],
]);

/** Given as null, not given, or a French number: a Swiss one is not a NIR. */
function nirOf({ insuranceNumber }: PersonalRecord): string | null | undefined {
  if (insuranceNumber == null) return insuranceNumber;
  const french = insuranceNumber.format == null || /^french/i.test(insuranceNumber.format);
  return french ? insuranceNumber.value : undefined;
}

function ibanOf({ bankAccount }: PersonalRecord): string | null | undefined {
  if (bankAccount == null) return bankAccount;
  const isIban = bankAccount.format == null || bankAccount.format.toLowerCase() === 'iban';
  return isIban ? (bankAccount.accountIdentifier ?? bankAccount.iban) : undefined;
}

function bicOf({ bankAccount }: PersonalRecord): string | null | undefined {
  if (bankAccount == null) return bankAccount;
  return bankAccount.bankIdentifier ?? bankAccount.bic;
}

/** What the personal record of v5 says of a person. */
export function recordValues(record: PersonalRecord): Given {
  return {
    civilTitle: record.title == null ? record.title : TITLES.get(record.title.toLowerCase()),
    birthDate: record.birthDate,
    nationality: record.nationalitiesCountryCodes?.[0],
    nir: nirOf(record),
    iban: ibanOf(record),
    bic: bicOf(record),
    personalPhone: record.phoneNumber,
    personalEmail: record.email,
  };
}
