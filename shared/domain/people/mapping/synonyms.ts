/**
 * What customers call a payroll field when they do not use its heading, and the codes that they give it. A word stands for one field
 * only, and for none of the headings. None that says something else elsewhere: « CP » is also paid leave, « Titre » a job, « RIB » a paper.
 */
import type { EmployeeFieldKey } from '../employeeFields.ts';
import { foldedName } from './customField.ts';

interface Words {
  readonly names: readonly string[];
  /** Without `e_`, in any case. */
  readonly codes: readonly string[];
}

const words: Readonly<Partial<Record<EmployeeFieldKey, Words>>> = {
  civilTitle: { names: ['civilité', 'genre civil'], codes: ['civilite'] },
  birthName: {
    names: ['nom de jeune fille', 'nom patronymique', "nom d'état civil", 'nom de famille de naissance'],
    codes: ['nomNaissance', 'nomJeuneFille', 'birthname', 'maidenname', 'nompatronymique'],
  },
  birthDate: { names: ['né le', 'né(e) le', 'naissance (date)'], codes: ['dateNaissance', 'birthdate'] },
  birthCity: {
    names: ['lieu de naissance', 'commune de naissance', 'naissance (ville)', 'né à', 'né(e) à'],
    codes: ['lieuNaissance', 'villeNaissance', 'communeNaissance', 'birthplace', 'birthcity'],
  },
  birthCountry: { names: ['naissance (pays)', 'pays natal'], codes: ['paysNaissance', 'birthcountry'] },
  nationality: { names: ['citoyenneté'], codes: ['nationalite', 'nationality'] },
  nir: {
    names: [
      'n° sécu',
      'n° de sécu',
      'no sécu',
      'numéro de sécu',
      'n° sécurité sociale',
      'n° de sécurité sociale',
      'numéro sécurité sociale',
      'nir',
      'n° insee',
      'numéro insee',
      'n° ss',
      'numéro ss',
      'immatriculation sécurité sociale',
    ],
    codes: ['nir', 'numeroSecu', 'numsecu', 'nsecu', 'numeroSecuriteSociale', 'numss', 'ssn'],
  },
  address: {
    names: ['rue', 'adresse postale', 'adresse personnelle', 'numéro et voie', 'adresse (ligne 1)', 'adresse 1'],
    codes: ['adresse', 'adresse1', 'rue', 'street', 'address'],
  },
  addressComplement: {
    names: [
      "complément d'adresse postale",
      'complément adresse',
      'adresse (ligne 2)',
      'adresse 2',
      "suite de l'adresse",
    ],
    codes: ['adresse2', 'complementAdresse', 'street2'],
  },
  postalCode: {
    names: ['code postal du domicile', 'code postal personnel'],
    codes: ['codepostal', 'postalcode', 'zipcode', 'zip'],
  },
  city: {
    names: ['commune', 'ville de résidence', 'commune de résidence', 'localité', 'ville du domicile'],
    codes: ['ville', 'commune', 'city', 'town'],
  },
  countryCode: {
    names: ['pays', 'pays de résidence', 'code du pays', 'pays du domicile'],
    codes: ['codePays', 'pays', 'country', 'countrycode'],
  },
  workPhone: {
    names: ['téléphone pro', 'tél. pro', 'tel pro', 'téléphone bureau', 'mobile professionnel', 'portable pro'],
    codes: ['telPro', 'telephonePro', 'workphone'],
  },
  personalPhone: {
    names: ['téléphone perso', 'tél. perso', 'tel perso', 'portable personnel', 'portable perso', 'mobile personnel'],
    codes: ['telPerso', 'telephonePerso', 'personalphone', 'portablePerso'],
  },
  workEmail: {
    names: [
      'mail professionnel',
      'mail pro',
      'e-mail pro',
      'email pro',
      'email professionnel',
      'courriel professionnel',
    ],
    codes: ['mailPro', 'emailPro', 'workemail'],
  },
  personalEmail: {
    names: ['mail personnel', 'mail perso', 'e-mail perso', 'email perso', 'email personnel', 'courriel personnel'],
    codes: ['mailPerso', 'emailPerso', 'personalemail'],
  },
  student: { names: ['est étudiant', "statut d'étudiant"], codes: ['etudiant', 'student'] },
  disabled: {
    names: ['rqth', 'handicap', 'travailleur handicapé', 'reconnaissance travailleur handicapé', 'boeth', 'handicapé'],
    codes: ['rqth', 'handicap', 'boeth', 'travailleurHandicape', 'disabled'],
  },
  boethStart: {
    names: [
      'début rqth',
      'date de début rqth',
      'début boeth',
      'date de reconnaissance rqth',
      'date rqth',
      'rqth depuis le',
    ],
    codes: ['boethDebut', 'debutBoeth', 'rqthDebut', 'debutRqth', 'dateRqth'],
  },
  dependentChildren: {
    names: ["nombre d'enfants à charge", "nombre d'enfants", "nb d'enfants", 'nb enfants à charge', 'nb enfants'],
    codes: ['enfants', 'enfantsCharge', 'nbEnfants', 'nombreEnfants', 'children'],
  },
  disabledChildren: {
    names: ["nombre d'enfants handicapés", 'enfants en situation de handicap', 'nb enfants handicapés'],
    codes: ['enfantsHandicapes', 'nbEnfantsHandicapes'],
  },
  paymentMethod: {
    names: ['mode de règlement', 'mode de paiement du salaire', 'règlement du salaire', 'moyen de paiement'],
    codes: ['modePaiement', 'modeReglement', 'paiement', 'paymentmethod'],
  },
  iban: {
    names: ['n° iban', 'numéro iban', 'code iban', 'rib (iban)'],
    codes: ['iban'],
  },
  bic: { names: ['code bic', 'swift', 'code swift', 'bic/swift', 'bic swift', 'bic (swift)'], codes: ['bic', 'swift'] },
};

/** `e_Code-Postal` → `codepostal`; of a sub-field, its own code. */
export function foldedCode(code: string): string {
  const own = code.slice(code.lastIndexOf('.') + 1);
  return foldedName(own.replace(/^e_/i, '')).replace(/[^a-z0-9]/g, '');
}

/** What is called `°` or `º`, with or without a full stop, is one sign. */
export function foldedWords(name: string): string {
  return foldedName(name.replace(/[º°]/gu, '°'))
    .replace(/[:.?]+$/u, '')
    .trim();
}

type Entry = readonly [word: string, key: EmployeeFieldKey];
const entriesOf = (of: (each: Words) => readonly string[]): Entry[] =>
  (Object.entries(words) as [EmployeeFieldKey, Words][]).flatMap(([key, each]) =>
    of(each).map((word): Entry => [word, key]),
  );

/** Field by folded name; every synonym stands once. */
export const nameSynonyms: readonly Entry[] = entriesOf(({ names }) => names.map(foldedWords));
export const codeSynonyms: readonly Entry[] = entriesOf(({ codes }) => codes.map(foldedCode));

const byName = new Map(nameSynonyms);
const byCode = new Map(codeSynonyms);

/** The payroll field that a customer's name stands for. `synonymOfName('N° Sécu')` → `'nir'`. */
export function synonymOfName(name: string): EmployeeFieldKey | undefined {
  return byName.get(foldedWords(name));
}

/** The payroll field that a customer's code stands for. `synonymOfCode('e_Codepostal')` → `'postalCode'`. */
export function synonymOfCode(code: string): EmployeeFieldKey | undefined {
  return byCode.get(foldedCode(code));
}
