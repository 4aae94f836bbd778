import { hiddenColumn, type TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { destinationLabels } from './timeExportsTable.ts';

const text = (key: string, heading: string, width: number, note: string) =>
  column(key, heading, 'identifier', width, note, { required: true });
const whole = (key: string, heading: string, note: string) =>
  column(key, heading, 'integer', Math.max(10, heading.length + 2), note, { required: true });

/** « Registre de temps »: a ledger, one row per confirmed line. Each row carries a check value over its cells and the row before. */
export const timeRegisterTable: TableDeclaration = {
  name: 'Passerelle_Temps_Registre',
  title: 'Registre de temps',
  description: 'Ce que chaque export confirmé a transmis, en minutes et en centièmes d’heure. Ne pas modifier.',
  visibility: 'visible',
  key: 'line',
  columns: [
    text('line', 'Ligne', 10, "Numéro de la ligne, dans l'ordre d'écriture."),
    text('export', 'Export', 12, 'Numéro dans « Exports de temps ».'),
    text('month', 'Mois', 10, 'Mois de l’export.'),
    text('origin', 'Mois compté', 12, 'Mois où les heures ont été faites.'),
    text('luccaId', 'Identifiant Lucca', 18, 'Numéro de la personne dans Lucca.'),
    column('employeeNumber', 'Matricule', 'identifier', 13, "Matricule au jour de l'export."),
    column('name', 'Salarié', 'text', 24, "Nom au jour de l'export."),
    column('establishment', 'Établissement', 'text', 20, "Établissement au jour de l'export."),
    text('account', 'Compte', 12, 'Code du compte de temps.'),
    column('destination', 'Vers', 'choice', 10, 'paie, repos ou aucune.', {
      required: true,
      choices: Object.values(destinationLabels),
    }),
    column('payrollCode', 'Code paie', 'identifier', 12, "Code de l'élément variable."),
    whole('minutes', 'Minutes', 'Minutes que la ligne a comptées.'),
    whole('hundredths', 'Centièmes', 'Centièmes d’heure transmis.'),
    text('check', 'Contrôle', 18, 'Valeur de contrôle de la ligne et de la précédente.'),
  ],
};

/** The settings each closed month was counted with: regulations and their sets, in parts, by number of export. */
export const timeSettingsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Reglages',
  title: '_reglages_temps',
  description: 'Réglages de chaque export confirmé : son mois est toujours recalculé avec eux.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), { ...hiddenColumn('value'), longest: 30_000 }],
};
