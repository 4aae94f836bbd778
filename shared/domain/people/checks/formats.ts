/** What each format of a field makes of a text: how two spellings of one thing are compared, and what is wrong with it. */
import type { FieldFormat } from '../employeeFields.ts';
import { frenchPostalCodeFault, normalEmail } from './contact.ts';
import { countryOf, isFrench } from './country.ts';
import { normalBic, readIban, type IbanFault } from './iban.ts';
import { readNir, type NirFault } from './nir.ts';
import { normalPhone } from './phone.ts';
import type { ProblemCode } from './problems.ts';

/** `country`: the two letters of the country of residence, when the person's file says it. */
interface Format {
  readonly normal: (text: string) => string | undefined;
  readonly problems: (text: string, country: string | undefined) => readonly ProblemCode[];
}

const nirFaults: Readonly<Record<NirFault, ProblemCode>> = {
  MANGLED: 'nirMangled',
  LENGTH: 'nirLength',
  FORMAT: 'nirFormat',
  KEY: 'nirKey',
};
const ibanFaults: Readonly<Record<IbanFault, ProblemCode>> = {
  COUNTRY: 'ibanCountry',
  LENGTH: 'ibanLength',
  FORMAT: 'ibanFormat',
  KEY: 'ibanKey',
};

const titles: readonly (readonly [RegExp, string])[] = [
  [/^(m|mr|monsieur)\.?$/i, 'M.'],
  [/^(mme|mlle|madame|mademoiselle|ms|mrs)\.?$/i, 'Mme'],
];

function nirProblems(text: string): readonly ProblemCode[] {
  const read = readNir(text);
  if (!read.valid) return [nirFaults[read.fault]];
  return [
    ...(read.doubts.includes('TEMPORARY') ? (['nirTemporary'] as const) : []),
    ...(read.doubts.includes('MONTH_ODD') ? (['nirMonthOdd'] as const) : []),
  ];
}

/** Without the key, which says nothing more: payroll software keeps it in a column of its own, or not at all. */
function nirNormal(text: string): string | undefined {
  const read = readNir(text);
  return read.valid ? read.number : undefined;
}

function ibanProblems(text: string): readonly ProblemCode[] {
  const read = readIban(text);
  if (!read.valid) return [ibanFaults[read.fault]];
  return read.doubts.includes('RIB_KEY') ? ['ribKey'] : [];
}

function phoneProblems(text: string): readonly ProblemCode[] {
  if (normalPhone(text) === undefined) return ['phoneFormat'];
  return /^[1-9]\d{8}$/.test(text.trim()) ? ['phoneZeroLost'] : [];
}

function postalCodeProblems(text: string, country: string | undefined): readonly ProblemCode[] {
  const isOurs = country === undefined || isFrench(country) || country === 'MC';
  const fault = isOurs ? frenchPostalCodeFault(text) : null;
  return fault === null ? [] : [fault === 'SHORT' ? 'postalCodeShort' : 'postalCodeFormat'];
}

/** A format without a rule of its own has one: it must have a normal form. */
function mustBe(normal: Format['normal'], code: ProblemCode): Format {
  return { normal, problems: (text) => (normal(text) === undefined ? [code] : []) };
}

const LIKELY_CHILDREN = 20;

const formats: Readonly<Record<FieldFormat, Format>> = {
  nir: { normal: nirNormal, problems: nirProblems },
  iban: {
    normal: (text) => {
      const read = readIban(text);
      return read.valid ? read.iban : undefined;
    },
    problems: ibanProblems,
  },
  bic: mustBe(normalBic, 'bicFormat'),
  phone: { normal: normalPhone, problems: phoneProblems },
  email: mustBe(normalEmail, 'emailFormat'),
  country: mustBe(countryOf, 'countryUnknown'),
  postalCode: { normal: (text) => text.replace(/\s/gu, ''), problems: postalCodeProblems },
  title: { normal: (text) => titles.find(([words]) => words.test(text.trim()))?.[1], problems: () => [] },
  count: {
    normal: (text) => text,
    problems: (text) => (/^\d+$/.test(text) && Number(text) <= LIKELY_CHILDREN ? [] : ['countOdd']),
  },
};

/**
 * One form for all the spellings of a value: `normalText('phone', '06 12 34 56 78')` → `'+33612345678'`; undefined for what is no value of
 * that format.
 */
export function normalText(format: FieldFormat, text: string): string | undefined {
  return formats[format].normal(text);
}

/** What is wrong with a text by itself. An empty text is missing, not wrong: it is not given here. */
export function formatProblems(format: FieldFormat, text: string, country?: string): readonly ProblemCode[] {
  return formats[format].problems(text, country);
}
