import type { TableDeclaration } from '../declaration.ts';
import { personColumns, sheetColumn as column } from '../sheetColumn.ts';
import { signedHoursFormat } from './resultColumns.ts';

/**
 * `opening`: what an account held when it began to be kept here. `contingent`: overtime of the year counted elsewhere. `manual`: hours that payroll adds
 * or takes away, a line of their own at each computation. `taken`: rest that was taken, off a rest account.
 */
export const correctionLabels = {
  opening: 'solde de départ',
  contingent: 'contingent déjà utilisé',
  manual: 'correction',
  taken: 'repos pris',
} as const;

/** « Corrections de temps »: what payroll knows of accounts and no rule computes. */
export const timeCorrectionsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Corrections',
  title: 'Corrections de temps',
  description:
    'Soldes de départ, contingent déjà utilisé, repos pris et corrections. Un nouveau calcul ne les efface jamais : chacune reste une ligne à part.',
  visibility: 'visible',
  key: 'date',
  alsoKey: ['luccaId', 'employeeNumber', 'account', 'kind'],
  keyMayBeBlank: true,
  columns: [
    ...personColumns,
    column('date', 'Date', 'date', 12, 'Jour où la ligne compte.', { required: true }),
    column('account', 'Compte', 'identifier', 12, 'Code ou nom dans « Comptes de temps ». Vide pour le contingent.'),
    column(
      'kind',
      'Nature',
      'choice',
      24,
      'correction si la cellule est vide. Un seul solde de départ par compte ; le contingent est un total depuis janvier.',
      {
        choices: Object.values(correctionLabels),
      },
    ),
    column('hours', 'Heures', 'decimal', 10, '1,5 ou 1h30 ; négatif pour retirer.', {
      required: true,
      mostHours: 2_000,
      format: signedHoursFormat,
    }),
    column('comment', 'Commentaire', 'text', 40, 'Pourquoi : il est repris dans les mouvements.'),
  ],
};
