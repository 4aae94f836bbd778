import type { EntryTask, MovementKind, MovementSection } from '../../domain/people/month/movement.ts';
import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column, signedFormat } from '../sheetColumn.ts';
import { luccaIdColumn, monthColumn, nameColumns } from '../worktime/resultColumns.ts';

export const sectionLabels: Readonly<Record<MovementSection, string>> = {
  entry: 'entrée',
  exit: 'sortie',
  change: 'changement',
};

export const movementLabels: Readonly<Record<MovementKind, string>> = {
  hire: 'arrivée',
  rehire: 'retour',
  returned: 'revenu dans Lucca',
  secondContract: 'nouveau contrat',
  exit: 'sortie',
  contractEnd: "fin d'un des contrats",
  gone: 'absent de Lucca',
  futureExit: 'sortie à venir',
  endMoved: 'fin de contrat déplacée',
  endRemoved: 'fin de contrat retirée',
  establishment: "changement d'établissement",
  workingTime: 'changement de temps de travail',
  nature: 'changement de contrat',
};

/** What Lucca does not hand over, as the headings say it. */
export const taskHeadings: Readonly<Record<EntryTask, string>> = {
  contract: 'Contrat',
  workingTime: 'Temps de travail',
  pay: 'Rémunération',
  dpae: 'DPAE',
  jei: 'JEI',
  transport: 'Titres de transport',
};

export const taskStates = { done: 'oui', open: 'non', none: 'sans objet' } as const;
export const movementStates = { current: 'en cours', stale: "n'est plus dans Lucca" } as const;

const tasks = Object.entries(taskHeadings).map(([key, heading]) =>
  column(
    key,
    heading,
    'choice',
    Math.max(12, heading.length + 2),
    `${heading} : saisi dans la paie ? À remplir par vous.`,
    {
      choices: Object.values(taskStates),
    },
  ),
);

/** « Mouvements du mois »: who comes, who goes and what changes; what was done of it in payroll is typed beside, and stays. */
export const monthMovementsTable: TableDeclaration = {
  name: 'Passerelle_Mouvements',
  title: 'Mouvements du mois',
  description:
    'Entrées, sorties et changements de chaque mois, avec ce qui reste à faire dans la paie. « Fait dans la paie », la liste à cocher et le commentaire sont à vous : ils restent à chaque recalcul.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['luccaId', 'kind', 'date'],
  columns: [
    monthColumn,
    column('section', 'Sens', 'choice', 12, 'entrée, sortie ou changement.', { choices: Object.values(sectionLabels) }),
    column('kind', 'Mouvement', 'choice', 30, 'Ce qui arrive.', {
      required: true,
      choices: Object.values(movementLabels),
    }),
    column(
      'date',
      'Le',
      'date',
      12,
      'Premier jour du contrat, dernier jour de celui qui finit, ou jour du changement.',
      {
        required: true,
      },
    ),
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne.'),
    column('before', 'Avant', 'text', 22, 'Ce qui valait avant ; pour un retour, fin du contrat précédent.'),
    column('after', 'Après', 'text', 22, 'Ce qui vaut ensuite.'),
    column(
      'inBook',
      'Dans « Salariés »',
      'boolean',
      16,
      'non : la personne n’est pas encore acceptée dans le classeur.',
      {
        choices: ['oui', 'non'],
      },
    ),
    column('toDo', 'À faire dans la paie', 'text', 60, 'Ce que Passerelle ne fait pas à votre place.'),
    ...tasks,
    column(
      'vouchers',
      'Titres à rendre ou à récupérer',
      'integer',
      18,
      'Titres-restaurant du solde de tout compte : à rendre (positif), à récupérer (négatif). Vide : pas calculé.',
      { format: signedFormat },
    ),
    column('hours', "Soldes d'heures", 'text', 30, 'Ce que les comptes de temps gardent, à solder.'),
    column(
      'state',
      'État',
      'choice',
      20,
      "« n'est plus dans Lucca » : la ligne ne vaut plus, et vous l'aviez remplie.",
      {
        choices: Object.values(movementStates),
      },
    ),
    column('done', 'Fait dans la paie', 'boolean', 16, 'oui une fois fait. À remplir par vous.', {
      choices: ['oui', 'non'],
    }),
    column('comment', 'Commentaire', 'text', 36, 'Pour vous.'),
    luccaIdColumn,
  ],
};

/** Columns of ours that a person fills: no computation touches them. */
export const typedMovementColumns: readonly string[] = [...Object.keys(taskHeadings), 'done', 'comment'];
