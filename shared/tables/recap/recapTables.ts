/** What is told of a month: « Récapitulatif » and « RIB modifiés », and the copies that they compare with. */
import { hiddenColumn, type TableDeclaration } from '../declaration.ts';
import { employeesTable } from '../employeesTable.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { luccaIdColumn, monthColumn } from '../worktime/resultColumns.ts';

/** What a line of the recap tells, in the order in which they are read. */
export const recapKinds = {
  changed: 'modifié',
  arrival: 'arrivée du mois',
  other: 'créé pour un autre mois',
  returned: 'revenu dans Lucca',
  leaver: 'sortie du mois',
  gone: 'absent de Lucca',
  removed: 'retiré du classeur',
  unread: 'non comparé',
} as const;
export type RecapKind = keyof typeof recapKinds;

export const recapOrigins = { lucca: 'Lucca', payroll: 'paie' } as const;

const whoColumns = [
  column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.'),
  column('name', 'Salarié', 'text', 26, 'Nom et prénom.'),
  column(
    'establishment',
    'Établissement',
    'text',
    20,
    'Celui de la personne : un matricule n’est unique que dans le sien.',
  ),
];

/** « Récapitulatif »: one row per person and field that differ from the last close; who came, who leaves. */
export const recapTable: TableDeclaration = {
  name: 'Passerelle_Recapitulatif',
  title: 'Récapitulatif',
  description:
    'Ce qui a changé depuis la dernière clôture des salariés, ou pendant le mois quand il n’y en a pas : une ligne par personne et par information, la dernière valeur seulement. Récrit à chaque récapitulatif ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'kind', 'field'],
  columns: [
    monthColumn,
    ...whoColumns,
    column(
      'kind',
      'Quoi',
      'choice',
      18,
      'modifié, arrivée ou sortie du mois, créé pour un autre mois, revenu dans Lucca ou absent de Lucca ; non comparé : sa copie de clôture est illisible.',
      {
        required: true,
        choices: Object.values(recapKinds),
      },
    ),
    column('field', 'Information', 'text', 26, 'Ce qui a changé, ou la date qui compte.', { required: true }),
    column(
      'before',
      'Avant',
      'text',
      30,
      'Valeur à la clôture précédente ; sans clôture, celle d’avant le changement vu dans Lucca.',
      {
        sensitivity: 'personal',
      },
    ),
    column('after', 'Maintenant', 'text', 30, 'Valeur d’aujourd’hui, ou à la clôture du mois.', {
      sensitivity: 'personal',
    }),
    column('origin', 'Origine', 'choice', 10, 'Lucca, ou paie quand la valeur a été tapée dans le classeur.', {
      choices: Object.values(recapOrigins),
    }),
    luccaIdColumn,
  ],
};

const BEFORE = 'À la clôture précédente ; d’un compte à confirmer ou ignoré, celui que la paie tient.';

export const bankStates = {
  waiting: 'à confirmer',
  ignored: 'ignoré',
  typed: 'saisi en paie',
  accepted: 'accepté',
  unknown: 'non connu',
} as const;

/** « RIB modifiés »: one row per account that is new or changed in the month; a person has two when Lucca asks for another than the one of payroll. */
export const bankChangesTable: TableDeclaration = {
  name: 'Passerelle_RIB_Modifies',
  title: 'RIB modifiés',
  description:
    'Comptes bancaires nouveaux ou modifiés dans le mois, avec ce qui doit être vérifié auprès du salarié : une ligne pour le compte que la paie tient, une autre pour celui que Lucca demande encore ou que la paie a refusé. Récrit à chaque récapitulatif ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'state'],
  columns: [
    monthColumn,
    ...whoColumns,
    column(
      'state',
      'État',
      'choice',
      14,
      'à confirmer, accepté, ignoré, ou saisi en paie, à la clôture quand le mois est clos ; non connu : sa copie n’est plus gardée.',
      {
        choices: Object.values(bankStates),
      },
    ),
    column('ibanBefore', 'Ancien IBAN', 'identifier', 32, BEFORE, { sensitivity: 'secret' }),
    column('ibanAfter', 'Nouvel IBAN', 'identifier', 32, 'Celui que Lucca dit, ou que la paie a saisi.', {
      sensitivity: 'secret',
    }),
    column('bicBefore', 'Ancien BIC', 'identifier', 16, BEFORE, { sensitivity: 'secret' }),
    column('bicAfter', 'Nouveau BIC', 'identifier', 16, 'Celui que Lucca dit, ou que la paie a saisi.', {
      sensitivity: 'secret',
    }),
    column('countryBefore', 'Pays avant', 'text', 11, 'Pays de l’ancienne banque.'),
    column('countryAfter', 'Pays après', 'text', 11, 'Pays de la nouvelle banque.'),
    column(
      'changedAt',
      'Changé dans Lucca le',
      'text',
      18,
      'Jour et heure de Paris où Lucca a montré ce compte ; vide : pas vu dans le mois.',
    ),
    column(
      'acceptedAt',
      'Accepté en paie le',
      'text',
      18,
      'Jour et heure de Paris de la mise à jour ; vide : pas connu.',
    ),
    column('toCheck', 'À vérifier', 'text', 60, 'Ce qui est inhabituel dans ce compte.'),
    luccaIdColumn,
  ],
};

/** Characters of a person in one cell: far under them for a common one. */
const LONG_PERSON = 3_000;

/** Everybody at each of the last two closes: one packed text per person (`frozenPerson.ts`). */
export const closingsTable: TableDeclaration = {
  name: 'Passerelle_Cloture_Salaries',
  title: '_cloture_salaries',
  description: 'Les salariés tels qu’ils étaient aux deux dernières clôtures, pour dire ce qui a changé depuis.',
  visibility: 'veryHidden',
  key: 'month',
  alsoKey: ['luccaId'],
  columns: [hiddenColumn('month'), hiddenColumn('luccaId'), { ...hiddenColumn('content'), longest: LONG_PERSON }],
};

/** When payroll accepted each account from Lucca: the mark of it (`accountMark.ts`), and the moment of the update. Written with the update. */
export const acceptedAccountsTable: TableDeclaration = {
  name: 'Passerelle_RIB_Acceptes',
  title: '_rib_acceptes',
  description: 'Quand chaque compte bancaire reçu de Lucca a été accepté : fin du compte et date, jamais le compte.',
  visibility: 'veryHidden',
  key: 'luccaId',
  alsoKey: ['account', 'at'],
  memoryOf: employeesTable.name,
  columns: [hiddenColumn('luccaId'), hiddenColumn('account'), hiddenColumn('at')],
};

export const recapTables: readonly TableDeclaration[] = [
  recapTable,
  bankChangesTable,
  closingsTable,
  acceptedAccountsTable,
];
