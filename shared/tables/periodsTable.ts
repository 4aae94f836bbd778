import type { TableDeclaration } from './declaration.ts';
import { sheetColumn as column } from './sheetColumn.ts';

/** What is closed apart from the rest. */
export const periodTopics = {
  vouchers: 'titres-restaurant',
  time: 'temps de travail',
  people: 'salariés',
  absences: 'absences',
} as const;

export const periodStates = { open: 'ouverte', prepared: 'préparée', closed: 'close' } as const;
export type PeriodState = keyof typeof periodStates;

/** « Périodes »: where each payroll month stands, topic by topic. Derived from what was validated and ordered; the end of an
 * open period of absences alone may be typed. */
export const periodsTable: TableDeclaration = {
  name: 'Passerelle_Periodes',
  title: 'Périodes',
  description:
    'Où en est chaque mois de paie, sujet par sujet : chacun se clôt pour lui-même. Écrit par Passerelle à chaque calcul, validation, commande, clôture ou annulation.',
  visibility: 'visible',
  key: 'topic',
  alsoKey: ['scope', 'month'],
  columns: [
    column(
      'topic',
      'Sujet',
      'choice',
      18,
      'Ce qui se clôt : les titres-restaurant, le temps de travail, les salariés, les absences.',
      {
        required: true,
        choices: Object.values(periodTopics),
      },
    ),
    column('scope', 'Périmètre', 'text', 20, 'Réglementaire concerné ; vide : toute l’entreprise.', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de paie, par exemple 2026-10.', { required: true }),
    column('from', 'Du', 'date', 12, 'Premier jour de la période.'),
    column(
      'to',
      'Au',
      'date',
      12,
      'Dernier jour de la période. Celui des absences peut être changé tant que la période n’est pas close.',
    ),
    column(
      'state',
      'État',
      'choice',
      12,
      '« ouverte » : à faire ; « préparée » : validée ; « close » : commandée, exportée ou figée.',
      {
        required: true,
        choices: Object.values(periodStates),
      },
    ),
    column('by', 'Par', 'text', 20, 'D’où elle est passée à cet état.'),
    column('at', 'Le', 'text', 18, 'Depuis quand, à l’heure de Paris.'),
  ],
};
