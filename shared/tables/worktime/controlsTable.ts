import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { luccaIdColumn, monthColumn, nameColumns } from './resultColumns.ts';

export const controlSeverities = { error: 'bloquant', warning: 'à vérifier', info: 'pour information' } as const;

/** « Contrôles »: limits of the law, or of the agreement, that somebody passed, and what could not be counted. */
export const controlsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Controles',
  title: 'Contrôles',
  description:
    'Les limites dépassées et ce qui n’a pas pu être compté, personne par personne. Récrit à chaque calcul ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'control', 'from'],
  columns: [
    monthColumn,
    ...nameColumns,
    column('severity', 'Gravité', 'choice', 16, 'bloquant, à vérifier ou pour information.', {
      choices: Object.values(controlSeverities),
    }),
    column('control', 'Contrôle', 'identifier', 22, 'Nom du contrôle.', { required: true }),
    column('from', 'Du', 'date', 12, 'Premier jour concerné.', { required: true }),
    column('to', 'Au', 'date', 12, 'Dernier jour concerné.'),
    column('sentence', 'Constat', 'text', 80, 'Ce qui a été compté, et la limite.'),
    column('article', 'Texte', 'text', 40, 'Article ou accord d’où vient la limite.'),
    luccaIdColumn,
  ],
};
