/**
 * The catalogue of what payroll takes from Lucca about a person: the thirty fields of the PayFit guide, and the establishment.
 * Declared once: the table « Salariés », the review, the mirror and the mapping of customer fields all read it.
 */

export type FieldKind = 'text' | 'identifier' | 'date' | 'integer' | 'boolean';

/** How what stands in a field is written: it is compared so, and what is not so is told. See `checks/formats.ts`. */
export type FieldFormat = 'nir' | 'iban' | 'bic' | 'phone' | 'email' | 'postalCode' | 'country' | 'title' | 'count';

/** What two files of one person may have in common. A matricule identifies somebody inside an establishment only. */
export type MatchingKey = 'nir' | 'email' | 'phone' | 'employeeNumber';

/**
 * Fields whose changes may be taken from Lucca without asking, as a workbook may choose. What says who somebody is, where they are paid, for
 * whom or from when to when they work is in none.
 */
export const fieldGroups = ['contact', 'address', 'situation', 'civil'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** `open` may be shown; `personal` is masked in previews, logs and mails; `secret` (NIR, bank) is masked until asked for. */
export type Sensitivity = 'open' | 'personal' | 'secret';

/**
 * Where a field may be read: the fields that every account has, the contracts, the personal record, the customer's own fields
 * (`extendedData`).
 */
export type FieldOrigin = 'native' | 'contract' | 'record' | 'custom';

export interface EmployeeField {
  readonly key: string;
  readonly heading: string;
  readonly kind: FieldKind;
  readonly sensitivity: Sensitivity;
  /** Payroll cannot finish the file of the person without it. */
  readonly required: boolean;
  readonly note: string;
  readonly format?: FieldFormat;
  readonly matching?: MatchingKey;
  readonly group?: FieldGroup;
  /** Where it may come from, what is preferred first. */
  readonly sources: readonly FieldOrigin[];
}

type Manners = Pick<EmployeeField, 'format' | 'matching' | 'group'>;

/** Who the person is and where the contract stands are never a customer's field. */
const own: readonly FieldOrigin[] = ['native'];
const contract: readonly FieldOrigin[] = ['contract', 'native'];
const custom: readonly FieldOrigin[] = ['custom'];
const customFirst: readonly FieldOrigin[] = ['custom', 'native'];
/** The personal record only fills in, so that giving it does not rewrite every file. */
const recordLast: readonly FieldOrigin[] = ['custom', 'native', 'record'];
const recordFirst: readonly FieldOrigin[] = ['record', 'custom'];

function field<const K extends string>(
  key: K,
  sources: readonly FieldOrigin[],
  heading: string,
  kind: FieldKind,
  sensitivity: Sensitivity,
  required: boolean,
  note: string,
  manners: Manners = {},
): EmployeeField & { readonly key: K } {
  return { key, sources, heading, kind, sensitivity, required, note, ...manners };
}

export const employeeFields = [
  field(
    'luccaId',
    own,
    'Identifiant Lucca',
    'identifier',
    'open',
    true,
    'Numéro de la personne dans Lucca. Ne pas modifier : il relie la ligne à Lucca.',
  ),
  field(
    'employeeNumber',
    own,
    'Matricule',
    'identifier',
    'open',
    true,
    'Unique dans un établissement, pas dans toute la société. Les zéros de tête comptent.',
    { matching: 'employeeNumber' },
  ),
  field('civilTitle', recordLast, 'Titre civil', 'text', 'open', false, 'M. ou Mme, tel que saisi dans Lucca.', {
    format: 'title',
    group: 'civil',
  }),
  field('lastName', own, 'Nom', 'text', 'open', true, "Nom d'usage."),
  field('firstName', own, 'Prénom', 'text', 'open', true, 'Prénom usuel.'),
  field('birthName', custom, 'Nom de naissance', 'text', 'personal', false, "Celui de l'état civil."),
  field('establishment', own, 'Établissement', 'text', 'open', true, "Établissement d'aujourd'hui dans Lucca."),
  field(
    'contractStart',
    contract,
    'Début de contrat',
    'date',
    'open',
    true,
    'Premier jour du contrat en cours, à défaut du prochain.',
  ),
  field(
    'contractEnd',
    contract,
    'Fin de contrat',
    'date',
    'open',
    false,
    'Vide si le contrat est sans terme. La sortie se fait aussi dans la paie.',
  ),
  field('birthDate', recordLast, 'Date de naissance', 'date', 'personal', true, 'Jour, mois, année.'),
  field('birthCity', custom, 'Ville de naissance', 'text', 'personal', false, 'Commune de naissance.', {
    group: 'civil',
  }),
  field('birthCountry', custom, 'Pays de naissance', 'text', 'personal', false, 'Pays de naissance.', {
    format: 'country',
    group: 'civil',
  }),
  field('nationality', recordLast, 'Nationalité', 'text', 'personal', false, 'Telle que saisie dans Lucca.', {
    group: 'civil',
  }),
  field(
    'nir',
    recordFirst,
    'Numéro de sécurité sociale',
    'identifier',
    'secret',
    true,
    '13 chiffres et 2 de clé. Gardé en texte.',
    {
      format: 'nir',
      matching: 'nir',
    },
  ),
  field('address', customFirst, 'Adresse', 'text', 'personal', true, 'Numéro et voie.', { group: 'address' }),
  field('addressComplement', custom, "Complément d'adresse", 'text', 'personal', false, 'Bâtiment, étage, lieu-dit.', {
    group: 'address',
  }),
  field(
    'postalCode',
    custom,
    'Code postal',
    'identifier',
    'personal',
    true,
    'Gardé en texte : les zéros de tête comptent.',
    {
      format: 'postalCode',
      group: 'address',
    },
  ),
  field('city', custom, 'Ville', 'text', 'personal', true, 'Commune de résidence.', { group: 'address' }),
  field(
    'countryCode',
    custom,
    'Code pays',
    'identifier',
    'personal',
    false,
    'Code ISO du pays de résidence, par exemple FR.',
    {
      format: 'country',
      group: 'address',
    },
  ),
  field('workPhone', customFirst, 'Téléphone professionnel', 'identifier', 'open', false, 'Gardé en texte.', {
    format: 'phone',
    matching: 'phone',
    group: 'contact',
  }),
  field('personalPhone', recordLast, 'Téléphone personnel', 'identifier', 'personal', false, 'Gardé en texte.', {
    format: 'phone',
    matching: 'phone',
    group: 'contact',
  }),
  field('workEmail', customFirst, 'E-mail professionnel', 'text', 'open', false, 'Adresse de travail.', {
    format: 'email',
    matching: 'email',
    group: 'contact',
  }),
  field('personalEmail', recordLast, 'E-mail personnel', 'text', 'personal', false, 'Adresse personnelle.', {
    format: 'email',
    matching: 'email',
    group: 'contact',
  }),
  field('student', custom, 'Étudiant', 'boolean', 'personal', false, 'oui ou non.', { group: 'situation' }),
  field('disabled', custom, 'Personne handicapée', 'boolean', 'personal', false, 'oui ou non.', { group: 'situation' }),
  field(
    'boethStart',
    custom,
    'Début de reconnaissance BOETH',
    'date',
    'personal',
    false,
    "Début de la reconnaissance du statut dans l'entreprise.",
    { group: 'situation' },
  ),
  field('dependentChildren', custom, 'Enfants à charge', 'integer', 'personal', false, 'Nombre entier.', {
    format: 'count',
    group: 'situation',
  }),
  field('disabledChildren', custom, 'Enfants handicapés', 'integer', 'personal', false, 'Nombre entier.', {
    format: 'count',
    group: 'situation',
  }),
  field('paymentMethod', custom, 'Mode de paiement', 'text', 'personal', false, 'Virement, chèque…'),
  field(
    'iban',
    recordFirst,
    'IBAN',
    'identifier',
    'secret',
    true,
    'Compte où le salaire est versé. Un changement se confirme un par un.',
    { format: 'iban' },
  ),
  field('bic', recordFirst, 'BIC', 'identifier', 'secret', false, 'Code de la banque.', { format: 'bic' }),
] as const;

/** Who fills a field in Lucca: people keep their personal record and the customer's own fields; the rest is the business of HR. */
export function filledBy({ sources }: Pick<EmployeeField, 'sources'>): 'employee' | 'hr' {
  return sources.includes('record') || sources.includes('custom') ? 'employee' : 'hr';
}

export type EmployeeFieldKey = (typeof employeeFields)[number]['key'];

const byKey = new Map<string, EmployeeField>(employeeFields.map((each) => [each.key, each]));

/** The declaration of a field; an unknown key is a bug and throws. */
export function employeeField(key: string): EmployeeField {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`unknown employee field: ${key}`);
  return found;
}
