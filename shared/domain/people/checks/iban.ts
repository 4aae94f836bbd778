/** Bank accounts: IBAN (ISO 13616), the RIB key of a French one, BIC (ISO 9362). */
import { electronicFormatIBAN, isValidBIC, validateIBAN, ValidationErrorsIBAN } from 'ibantools';

/** `RIB_KEY`: the IBAN is right, the national key inside it is not. */
export type IbanDoubt = 'RIB_KEY';
export type IbanFault = 'COUNTRY' | 'LENGTH' | 'FORMAT' | 'KEY';

export type IbanReading =
  | {
      readonly valid: true;
      /** Without spaces, in capitals. */
      readonly iban: string;
      /** Country of the bank, ISO of two letters. */
      readonly country: string;
      readonly doubts: readonly IbanDoubt[];
    }
  | { readonly valid: false; readonly fault: IbanFault };

const faults: readonly (readonly [ValidationErrorsIBAN, IbanFault])[] = [
  [ValidationErrorsIBAN.NoIBANProvided, 'LENGTH'],
  [ValidationErrorsIBAN.NoIBANCountry, 'COUNTRY'],
  [ValidationErrorsIBAN.WrongBBANLength, 'LENGTH'],
  [ValidationErrorsIBAN.WrongBBANFormat, 'FORMAT'],
  [ValidationErrorsIBAN.ChecksumNotNumber, 'FORMAT'],
  [ValidationErrorsIBAN.WrongIBANChecksum, 'KEY'],
];

/** `readIban('FR76 3000 6000 0112 3456 7890 189')` → `{valid: true, iban: 'FR7630006000011234567890189', country: 'FR', doubts: []}`. */
export function readIban(text: string): IbanReading {
  const iban = electronicFormatIBAN(text) ?? '';
  const { errorCodes } = validateIBAN(iban);
  const fault = faults.find(([code]) => errorCodes.includes(code));
  if (fault) return { valid: false, fault: fault[1] };
  const isKeyWrong = errorCodes.includes(ValidationErrorsIBAN.WrongAccountBankBranchChecksum);
  return { valid: true, iban, country: iban.slice(0, 2), doubts: isKeyWrong ? ['RIB_KEY'] : [] };
}

/** A BIC of 8 or 11 characters; the head office, three X at the end, is the 8 alone. `normalBic('bnpafrppxxx')` → `'BNPAFRPP'`; undefined when it is none. */
export function normalBic(text: string): string | undefined {
  const plain = text.replace(/\s/gu, '').toUpperCase();
  return isValidBIC(plain) ? plain.replace(/^(.{8})X{3}$/, '$1') : undefined;
}

/** Country of the bank of a BIC: `bicCountry('BNPAFRPP')` → `'FR'`. */
export function bicCountry(bic: string): string {
  return bic.slice(4, 6);
}
