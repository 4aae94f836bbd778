import type { DayShape } from '../domain/calendar/weekPattern.ts';
import type { TableDeclaration } from './declaration.ts';
import { personColumns, sheetColumn as column } from './sheetColumn.ts';

export const shapeLabels: Readonly<Record<DayShape, string>> = {
  off: 'repos',
  whole: 'journée',
  morning: 'matin',
  afternoon: 'après-midi',
  morningWithMeal: 'matin avec repas',
  afternoonWithMeal: 'après-midi avec repas',
  nightWithMeal: 'nuit avec repas',
};

export const holidayLabels = { off: 'chômés', worked: 'travaillés' } as const;

/** Monday first. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const headings = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

const shapes = { choices: Object.values(shapeLabels) };

/** « Plannings »: who works when, where Lucca does not say it. */
export const planningsTable: TableDeclaration = {
  name: 'Passerelle_Plannings',
  title: 'Plannings',
  description:
    'Une ligne par semaine type, pour les jours que Lucca ne donne pas, et pour dire si une demi-journée comprend son repas. Celle de la personne passe avant celle de son établissement, qui passe avant celle de tous.',
  visibility: 'visible',
  key: 'from',
  alsoKey: ['luccaId', 'employeeNumber', 'establishment'],
  keyMayBeBlank: true,
  columns: [
    ...personColumns,
    column('establishment', 'Établissement', 'text', 22, 'Sans personne : tout l’établissement. Vide aussi : tous.'),
    column('from', 'Du', 'date', 12, 'Premier jour. Vide : depuis toujours.'),
    column('to', 'Au', 'date', 12, 'Dernier jour. Vide : sans fin.'),
    ...weekdays.map((day, index) =>
      column(
        day,
        headings[index] ?? day,
        'choice',
        14,
        'Vide : repos. « avec repas » : la pause tombe dans les heures.',
        {
          ...shapes,
          required: day === 'monday',
        },
      ),
    ),
    column(
      'halfHours',
      'Heures par demi-journée',
      'decimal',
      12,
      'Par exemple 3,5 ou 3h30. Sert aux absences en heures.',
      {
        mostHours: 12,
      },
    ),
    column('holidays', 'Jours fériés', 'choice', 12, 'chômés si la cellule est vide.', {
      choices: Object.values(holidayLabels),
    }),
  ],
};
