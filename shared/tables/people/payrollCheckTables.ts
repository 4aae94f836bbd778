import type { CheckedMeasure, CheckedState } from '../../domain/people/month/payrollCheck.ts';
import type { ColumnDeclaration, TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, monthColumn, signedHoursFormat } from '../worktime/resultColumns.ts';

export const measureHeadings: Readonly<Record<CheckedMeasure, string>> = {
  quantity: 'Quantité',
  amount: 'Montant',
  employee: 'Part salariale',
  employer: 'Part patronale',
};

export const checkStates: Readonly<Record<CheckedState, string>> = {
  different: 'différent',
  missingThere: 'absent de la paie',
  missingHere: "absent d'ici",
  equal: 'égal',
};
/** A line that somebody explained, and that nothing says any more. */
export const goneState = 'plus rien à pointer';

/** As pasted: a text or a number. « 1 234,56 », « 12,30- » are read by `payrollJournal`, not by the kind of the column. */
const figure = (key: string, heading: string, note: string): ColumnDeclaration =>
  column(key, heading, 'text', 14, note, { format: 'General' });

/** « Journal de paie »: what payroll computed, pasted or brought from its file. */
export const payrollJournalTable: TableDeclaration = {
  name: 'Passerelle_Journal_Paie',
  title: 'Journal de paie',
  description:
    'Le journal de paie du mois, collé ici ou lu dans son fichier : une ligne par personne et par code. Les codes que Passerelle ne transmet pas sont laissés de côté.',
  visibility: 'visible',
  key: 'line',
  keyMayBeBlank: true,
  columns: [
    column('line', 'Ligne', 'identifier', 9, 'Ligne du fichier. Vide pour une ligne collée ici.'),
    column('month', 'Mois', 'identifier', 10, 'Mois de paie, 2026-10. Vide : le mois pointé.'),
    column(
      'establishment',
      'Établissement',
      'text',
      20,
      'Code ou nom. Vide quand une seule personne porte le matricule.',
    ),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne dans la paie.', {
      required: true,
    }),
    column('name', 'Salarié', 'text', 24, 'Pour vous relire.'),
    column('code', 'Code', 'identifier', 12, 'Code de la rubrique dans la paie.', { required: true }),
    column('label', 'Libellé', 'text', 28, 'Pour vous relire.'),
    figure('quantity', measureHeadings.quantity, 'Nombre : titres ou heures.'),
    figure('amount', measureHeadings.amount, 'Montant de l’élément variable, en euros.'),
    figure('employee', measureHeadings.employee, 'Part salariale, en euros.'),
    figure('employer', measureHeadings.employer, 'Part patronale, en euros.'),
  ],
};

/** « Pointage de la paie »: each figure of the journal beside what was handed over, to explain before closing. */
export const payrollCheckTable: TableDeclaration = {
  name: 'Passerelle_Pointage',
  title: 'Pointage de la paie',
  description:
    'Ce que Passerelle a transmis à côté de ce que la paie a compté. Une différence est à expliquer avant de clôturer : « Explication » est à vous, et reste tant que les chiffres sont les mêmes.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['establishment', 'employeeNumber', 'code', 'measure'],
  columns: [
    monthColumn,
    column('state', 'État', 'choice', 18, 'égal, différent, absent de la paie, absent d’ici, ou plus rien à pointer.', {
      choices: [...Object.values(checkStates), goneState],
    }),
    column('establishment', 'Établissement', 'text', 20, 'Tel que dans les fichiers de paie.', { required: true }),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.', { required: true }),
    column('name', 'Salarié', 'text', 24, 'Nom de la personne.'),
    column('code', 'Code', 'identifier', 12, 'Code de la rubrique dans la paie.', { required: true }),
    column('label', 'Libellé', 'text', 28, 'Ce que Passerelle transmet sous ce code.'),
    column('measure', 'Mesure', 'choice', 16, 'Quantité, montant ou part.', {
      required: true,
      choices: Object.values(measureHeadings),
    }),
    hoursColumn('expected', 'Transmis', 'Ce que Passerelle a transmis. Vide : rien.'),
    hoursColumn('found', 'En paie', 'Ce que dit le journal. Vide : rien.'),
    hoursColumn('gap', 'Écart', 'En paie moins transmis.', signedHoursFormat),
    column('lines', 'Lignes', 'integer', 9, 'Lignes du journal additionnées.'),
    column('explanation', 'Explication', 'text', 44, 'Pourquoi la paie dit autre chose. À remplir par vous.'),
    column('formerExplanation', 'Explication précédente', 'text', 44, 'Elle valait pour d’autres chiffres.'),
  ],
};
