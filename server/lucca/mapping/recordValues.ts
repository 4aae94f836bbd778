import { unreadable } from '../resources/loose.ts';
import type { PersonalRecord } from '../resources/personalRecords.ts';
import type { Answer, Given } from './given.ts';

const TITLES: ReadonlyMap<string, string> = new Map([
  ['mister', 'M.'],
  ['miss', 'Mme'],
]);

/** How Lucca writes that nobody said. */
const UNSAID = 'unknown';

function titleOf({ title }: PersonalRecord): Answer {
  if (typeof title !== 'string') return title;
  const word = title.toLowerCase();
  return word === UNSAID ? undefined : (TITLES.get(word) ?? unreadable);
}

/** Given as null, not given, or a French number: a Swiss one is not a NIR. */
function nirOf({ insuranceNumber }: PersonalRecord): Answer {
  if (insuranceNumber == null || insuranceNumber === unreadable) return insuranceNumber;
  const french = insuranceNumber.format == null || /^french/i.test(insuranceNumber.format);
  return french ? insuranceNumber.value : unreadable;
}

function ibanOf({ bankAccount }: PersonalRecord): Answer {
  if (bankAccount == null || bankAccount === unreadable) return bankAccount;
  const isIban = bankAccount.format == null || bankAccount.format.toLowerCase() === 'iban';
  return isIban ? (bankAccount.accountIdentifier ?? bankAccount.iban) : unreadable;
}

function bicOf({ bankAccount }: PersonalRecord): Answer {
  if (bankAccount == null || bankAccount === unreadable) return bankAccount;
  return bankAccount.bankIdentifier ?? bankAccount.bic;
}

/** What the personal record of v5 says of a person. */
export function recordValues(record: PersonalRecord): Given {
  const { nationalitiesCountryCodes: countries } = record;
  return {
    civilTitle: titleOf(record),
    birthDate: record.birthDate,
    nationality: countries === unreadable ? unreadable : countries?.[0],
    nir: nirOf(record),
    iban: ibanOf(record),
    bic: bicOf(record),
    personalPhone: record.phoneNumber,
    personalEmail: record.email,
  };
}
