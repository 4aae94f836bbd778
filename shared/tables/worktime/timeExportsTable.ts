import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, nameColumns, signedHoursFormat } from './resultColumns.ts';

export const exportStates = {
  prepared: 'préparé',
  confirmed: 'confirmé',
  abandoned: 'abandonné',
  cancelled: 'annulé',
} as const;
export type ExportState = keyof typeof exportStates;

/** « Exports de temps »: the life of each export of hours. What was confirmed stands in « Registre de temps ». */
export const timeExportsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Exports',
  title: 'Exports de temps',
  description:
    'Une ligne par export d’heures. Préparé : un fichier, que la paie n’a pas encore pris. Confirmé : ses lignes sont au registre, le mois est clos.',
  visibility: 'visible',
  key: 'number',
  columns: [
    column('number', 'Export', 'identifier', 12, 'Numéro de l’export. Ne pas modifier.', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de paie, par exemple 2026-10.', { required: true }),
    column('state', 'État', 'choice', 12, 'préparé, confirmé, abandonné ou annulé.', {
      required: true,
      choices: Object.values(exportStates),
    }),
    column('lines', 'Lignes', 'integer', 10, 'Lignes de l’export.'),
    hoursColumn('hours', 'Heures', 'Somme de ses heures, à la paie et aux compteurs de repos.', signedHoursFormat),
    column('preparedAt', 'Préparé le', 'text', 18, 'Date et heure de Paris.'),
    column('confirmedAt', 'Confirmé le', 'text', 18, 'Date et heure de Paris.'),
    column('endedAt', 'Abandonné ou annulé le', 'text', 22, 'Date et heure de Paris.'),
    column(
      'sentAt',
      'Envoyé à Lucca le',
      'text',
      26,
      'Date et heure de Paris où ses repos ont crédité les compteurs. « à vérifier » : regardez dans Lucca, puis mettez la date, ou videz.',
    ),
  ],
};

export const destinationLabels = { payroll: 'paie', rest: 'repos', none: 'aucune' } as const;
export type Destination = keyof typeof destinationLabels;

/** « Lignes d'export »: what each export hands over, ticked line by line once payroll has taken it. */
export const exportLinesTable: TableDeclaration = {
  name: 'Passerelle_Temps_Lignes',
  title: "Lignes d'export",
  description:
    'Ce que chaque export transmet. Mettez « non » aux lignes que la paie a refusées, puis confirmez : elles seront proposées de nouveau.',
  visibility: 'visible',
  key: 'export',
  alsoKey: ['luccaId', 'account', 'origin'],
  columns: [
    column('export', 'Export', 'identifier', 12, 'Numéro dans « Exports de temps ».', { required: true }),
    column(
      'origin',
      'Mois compté',
      'identifier',
      12,
      'Mois où les heures ont été faites : avant celui de l’export, une régularisation.',
      {
        required: true,
      },
    ),
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('account', 'Compte', 'identifier', 12, 'Code du compte de temps.', { required: true }),
    column('destination', 'Vers', 'choice', 10, 'paie, repos, ou aucune : le solde reste sur le compte.', {
      choices: Object.values(destinationLabels),
    }),
    column('payrollCode', 'Code paie', 'identifier', 12, 'Code de l’élément variable.'),
    hoursColumn('hours', 'Heures', 'Heures et centièmes transmis ; négatif : une reprise.', signedHoursFormat),
    column('minutes', 'Minutes', 'integer', 10, 'Minutes comptées que la ligne porte au compte.'),
    column('taken', 'Passée en paie', 'boolean', 14, 'oui si la cellule est vide. non : refusée, elle reviendra.', {
      choices: ['oui', 'non'],
    }),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca.', { required: true }),
  ],
};
