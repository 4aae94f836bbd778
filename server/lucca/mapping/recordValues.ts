import { unreadable } from '../resources/loose.ts';
import type { PersonalRecord } from '../resources/personalRecords.ts';
import { firstGiven, foreign, type Answer, type Given } from './given.ts';

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
  return french ? insuranceNumber.value : foreign;
}

/** IBAN and BIC are of one account: where it has no IBAN, neither is taken, lest its BIC stand beside the IBAN of another source. */
function bankOf({ bankAccount }: PersonalRecord): { readonly iban: Answer; readonly bic: Answer } {
  if (bankAccount == null || bankAccount === unreadable) return { iban: bankAccount, bic: bankAccount };
  const isIban = bankAccount.format == null || bankAccount.format.toLowerCase() === 'iban';
  const account = firstGiven([bankAccount.accountIdentifier, bankAccount.iban]);
  const bank = firstGiven([bankAccount.bankIdentifier, bankAccount.bic]);
  return isIban ? { iban: account, bic: bank } : { iban: foreign, bic: bank == null ? bank : foreign };
}

/** An empty list is nobody's nationality, given as such. */
function nationalityOf({ nationalitiesCountryCodes: countries }: PersonalRecord): Answer {
  return countries == null || countries === unreadable ? countries : (countries[0] ?? null);
}

/** What the personal record of v5 says of a person. */
export function recordValues(record: PersonalRecord): Given {
  return {
    civilTitle: titleOf(record),
    birthDate: record.birthDate,
    nationality: nationalityOf(record),
    nir: nirOf(record),
    ...bankOf(record),
    personalPhone: record.phoneNumber,
    personalEmail: record.email,
  };
}
