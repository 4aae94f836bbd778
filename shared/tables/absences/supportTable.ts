import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { luccaIdColumn, nameColumns } from '../worktime/resultColumns.ts';
import { kindLabels } from './treatmentLabels.ts';

export const supportStates = { waiting: 'à transmettre', sent: 'transmis' } as const;
export type SupportState = keyof typeof supportStates;

const required = { required: true } as const;

/** « À transmettre au support »: stoppages of closed months that only the support of payroll changes, with what it asks. */
export const supportTable: TableDeclaration = {
  name: 'Passerelle_Absences_Support',
  title: 'À transmettre au support',
  description:
    'Arrêts d’un mois clos que Lucca a changés ou supprimés depuis. Transmettez chaque ligne au support de la paie, puis cochez « Transmis » : elle reste comme trace.',
  visibility: 'visible',
  key: 'stoppage',
  alsoKey: ['number'],
  columns: [
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('dossier', 'Dossier de paie', 'identifier', 14, 'D’après « Établissements ». Vide : il n’y est pas dit.'),
    ...nameColumns,
    column('kind', 'Nature', 'choice', 26, 'Nature de l’arrêt tel que la paie le connaît.', {
      choices: Object.values(kindLabels),
    }),
    column('reason', 'Code DSN', 'identifier', 10, 'Motif de l’arrêt dans la DSN (S21.G00.60.001).'),
    column('held', 'Dans la paie', 'text', 44, 'L’arrêt tel que la paie le connaît.', required),
    column('now', 'Dans Lucca', 'text', 44, 'L’arrêt tel que Lucca le dit aujourd’hui, ou « supprimé ».', required),
    column('months', 'Mois clos', 'text', 24, 'Mois de paie clos que le changement touche.'),
    column('lastWorked', 'Dernier jour travaillé', 'date', 14, 'D’après le planning. Vide : il ne le dit pas.'),
    column('firstWorked', 'Reprise', 'date', 12, 'Premier jour travaillé après l’arrêt, d’après le planning.'),
    column('knownOn', 'Connu le', 'date', 12, 'Demande ou approbation dans Lucca : la première des deux.'),
    column('leaveId', 'Demande', 'identifier', 14, 'Numéro de la demande dans Lucca.'),
    column('remark', 'Remarque', 'text', 60, 'Ce qui est à savoir de plus. Se remplit seule.'),
    column('sent', 'Transmis', 'boolean', 12, 'oui une fois la ligne transmise au support.', {
      ...required,
      choices: ['oui', 'non'],
    }),
    column('sentAt', 'Transmis le', 'text', 18, 'Date et heure de Paris. Se remplit seule.', required),
    column('state', 'État', 'choice', 14, 'à transmettre ou transmis. Se remplit seul.', {
      choices: Object.values(supportStates),
    }),
    luccaIdColumn,
    column('stoppage', 'Identifiant arrêt', 'text', 30, 'Ligne de « Arrêts à saisir ». Ne pas modifier.', required),
    column('number', 'N°', 'integer', 6, 'Une ligne de plus chaque fois que Lucca change encore.', required),
  ],
};
