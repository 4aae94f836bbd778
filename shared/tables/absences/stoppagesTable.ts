import type { StoppageState } from '../../domain/absences/judgeStoppage.ts';
import { halfLabels } from '../absencesTable.ts';
import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { luccaIdColumn, nameColumns } from '../worktime/resultColumns.ts';
import { kindLabels } from './treatmentLabels.ts';

export const stoppageStates: Readonly<Record<StoppageState, string>> = {
  toType: 'à saisir',
  typed: 'saisi',
  toCorrect: 'à corriger',
  toRemove: 'à retirer',
  support: 'au support',
};

const yesNo = ['oui', 'non'];
const required = { required: true } as const;
const halves = { choices: Object.values(halfLabels), ...required };

/** « Arrêts à saisir »: the stoppages that payroll types by hand, and what became of each. */
export const stoppagesTable: TableDeclaration = {
  name: 'Passerelle_Arrets',
  title: 'Arrêts à saisir',
  description:
    'Les arrêts de travail ne sont jamais importés : ils se saisissent dans la paie. Cochez « Saisi en paie » ligne par ligne ; ce que Lucca en change ensuite est signalé.',
  visibility: 'visible',
  key: 'key',
  columns: [
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('kind', 'Nature', 'choice', 26, 'Nature de l’arrêt, d’après « Correspondance comptes d’absence ».', {
      ...required,
      choices: Object.values(kindLabels),
    }),
    column('reason', 'Code DSN', 'identifier', 10, 'Motif de l’arrêt dans la DSN (S21.G00.60.001).'),
    column('from', 'Du', 'date', 12, 'Premier jour de l’arrêt.', required),
    column('fromHalf', 'Début', 'choice', 12, 'matin ou après-midi du premier jour.', halves),
    column('to', 'Au', 'date', 12, 'Dernier jour de l’arrêt.', required),
    column('toHalf', 'Fin', 'choice', 12, 'matin ou après-midi du dernier jour.', halves),
    column('days', 'Jours calendaires', 'integer', 12, 'Du premier au dernier jour, tous deux comptés.'),
    column('extends', 'Prolonge', 'text', 30, 'Dates de l’arrêt que celui-ci prolonge.'),
    column(
      'lastWorked',
      'Dernier jour travaillé',
      'date',
      14,
      'D’après le planning. Vide : le planning ne le dit pas. D’une prolongation, celui du premier arrêt.',
    ),
    column('knownOn', 'Connu le', 'date', 12, 'Demande ou approbation dans Lucca : la première des deux.'),
    column(
      'signalBy',
      'À signaler au plus tard le',
      'date',
      14,
      'Signalement d’arrêt de travail en DSN : ce jour compris, sauf subrogation.',
    ),
    column(
      'state',
      'État',
      'choice',
      14,
      'à saisir, saisi, à corriger ou à retirer dans la paie, ou au support. Se remplit seul.',
      { ...required, choices: Object.values(stoppageStates) },
    ),
    column(
      'typed',
      'Saisi en paie',
      'boolean',
      13,
      'oui une fois l’arrêt saisi dans la paie ; videz la cellule une fois qu’il en est retiré. non : il n’y est pas.',
      { ...required, choices: yesNo },
    ),
    column('typedAt', 'Saisi le', 'text', 18, 'Date et heure de Paris. Se remplit seule.', required),
    column(
      'typedAs',
      'Saisi comme',
      'text',
      44,
      'Ce que la ligne disait quand vous l’avez cochée. Videz-la une fois la paie corrigée : elle reprend la ligne.',
      required,
    ),
    column('remark', 'Remarque', 'text', 60, 'Ce qui a changé, et ce qui est à faire. Se remplit seule.'),
    column('inLucca', 'Dans Lucca', 'boolean', 12, 'non : l’arrêt n’est plus dans Lucca.', {
      ...required,
      choices: yesNo,
    }),
    column('leaveId', 'Demande', 'identifier', 14, 'Numéro de la demande dans Lucca.', required),
    luccaIdColumn,
    column('key', 'Identifiant arrêt', 'text', 30, 'Relie la ligne à l’arrêt. Ne pas modifier.', required),
  ],
};
