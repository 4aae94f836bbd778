import type { TableDeclaration } from '../declaration.ts';
import { issuers, supportLabels } from './issuers.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

const monthLabels = ['M', 'M-1'] as const;
export const partialDayLabels = { deducted: 'déduites', kept: 'conservées' } as const;
export const hourAbsenceLabels = { full: 'demi-journée entière', any: 'toute absence' } as const;
export const mealStageLabels = { controlled: 'contrôlé', exported: 'exporté' } as const;
export const startLabels = { first: 'première distribution', elsewhere: 'commandé ailleurs' } as const;
export const reintegrationLabels = { boss: 'excédent', whole: 'totalité' } as const;
export const payrollLabels = {
  quantity: 'quantité',
  employee: 'part salariale',
  employer: 'part patronale',
  total: 'montant total',
} as const;
export const paySignLabels = { positive: 'positif', negative: 'négatif' } as const;
export const stateLabels = { valid: 'valide', invalid: 'non valide' } as const;
/** Typed alone in « Établissements »: the regulation has none any more. */
export const NO_ESTABLISHMENT = 'aucun';

const months = { choices: monthLabels };
const list = (labels: Readonly<Record<string, string>>) => ({ choices: Object.values(labels) });

/** « Réglementaires TR »: one row per regulation and day from which it holds. */
export const regulationsTable: TableDeclaration = {
  name: 'Passerelle_TR_Reglementaires',
  title: 'Réglementaires TR',
  description:
    "Une ligne par réglementaire. Pour changer une règle ou une valeur à une date, ajoutez une ligne au même nom : n'y remplissez que ce qui change.",
  visibility: 'visible',
  key: 'name',
  alsoKey: ['from'],
  keyMayBeBlank: true,
  columns: [
    column('name', 'Réglementaire', 'text', 22, 'Nom du réglementaire, par exemple TR Siège.'),
    column('from', 'À partir du', 'date', 12, 'Premier jour où la ligne vaut, par exemple 01/01/2026.'),
    column(
      'state',
      'État',
      'choice',
      12,
      'Écrit par Passerelle. Un réglementaire non valide ne se commande pas ; les autres si.',
      list(stateLabels),
    ),
    column('toFix', 'À corriger', 'text', 40, 'Écrit par Passerelle : ce qui empêche le calcul.'),
    column(
      'establishments',
      'Établissements',
      'text',
      34,
      `Noms ou codes séparés par un point-virgule : Lyon; Paris. De la même devise, et dans un seul réglementaire à une date. « ${NO_ESTABLISHMENT} » : plus aucun.`,
      { required: true },
    ),
    column(
      'country',
      'Pays',
      'text',
      8,
      "FR si la cellule est vide. En France, l'employeur paie au moins la moitié du titre.",
    ),
    column('currency', 'Devise', 'text', 8, 'EUR si la cellule est vide.'),
    column(
      'issuer',
      'Émetteur',
      'choice',
      12,
      'Ne change plus après la première commande : créez alors un autre réglementaire.',
      { choices: issuers.map(({ name }) => name) },
    ),
    column('face', 'Valeur faciale', 'decimal', 12, "Valeur d'un titre en euros, par exemple 9,00.", {
      required: true,
    }),
    column(
      'shareAmount',
      'Part patronale (€)',
      'decimal',
      14,
      "Ce que l'employeur paie d'un titre, en euros. Ici, ou en %, pas les deux.",
    ),
    column(
      'sharePercent',
      'Part patronale (%)',
      'decimal',
      14,
      "Ce que l'employeur paie d'un titre, en % de la valeur faciale : 60 pour 60 %. Ici, ou en euros, pas les deux.",
    ),
    column(
      'cse',
      'Part CSE',
      'decimal',
      10,
      "Ce que le CSE paie d'un titre, en euros. Vide : rien. Elle s'ajoute à la part patronale pour les plafonds.",
    ),
    column(
      'days',
      'Jours travaillés',
      'choice',
      12,
      'Mois dont les jours travaillés donnent des titres : M, celui de la commande (par défaut), ou M-1.',
      months,
    ),
    column(
      'absences',
      'Absences',
      'choice',
      11,
      "Mois dont les absences prennent des titres : M-1, celui d'avant la commande (par défaut), ou M.",
      months,
    ),
    column(
      'expenses',
      'Frais',
      'choice',
      11,
      "Mois dont les repas remboursés prennent des titres : M-1, celui d'avant la commande (par défaut), ou M.",
      months,
    ),
    column(
      'startDay',
      'Premier jour de la période',
      'integer',
      14,
      '1 par défaut : le mois civil. 16 : novembre va du 16 octobre au 15 novembre. De 1 à 28.',
    ),
    column(
      'partialDays',
      'Journées partielles',
      'choice',
      14,
      'Jour travaillé le matin ou l’après-midi seulement : déduites (par défaut, pas de titre) ou conservées. Une demi-journée avec repas compris donne un titre.',
      list(partialDayLabels),
    ),
    column(
      'hourAbsence',
      'Absences en heures',
      'choice',
      20,
      'Une absence en heures prend le titre quand elle couvre la demi-journée entière (par défaut), ou toujours.',
      list(hourAbsenceLabels),
    ),
    column(
      'mealStage',
      'Frais pris à partir de',
      'choice',
      14,
      'État de la note de frais à partir duquel un repas prend un titre : contrôlé (par défaut) ou exporté.',
      list(mealStageLabels),
    ),
    column(
      'support',
      'Support par défaut',
      'choice',
      12,
      'carte (par défaut) ou papier. Swile : carte seulement.',
      list(supportLabels),
    ),
    column(
      'complement',
      'Règles complémentaires',
      'text',
      40,
      'Texte libre, montré avec le mois de chaque personne et imprimé sur la feuille d’émargement.',
    ),
    column(
      'payroll',
      'Export paie',
      'choice',
      15,
      'Ce qui part en paie : quantité (par défaut), ou un montant.',
      list(payrollLabels),
    ),
    column(
      'payCode',
      'Code de rubrique',
      'identifier',
      12,
      'Rubrique de la paie qui reçoit les titres. Sans lui, pas de fichier de variables.',
    ),
    column('payLabel', 'Libellé de rubrique', 'text', 20, 'Libellé de cette rubrique dans le fichier de variables.'),
    column(
      'paySign',
      'Signe en paie',
      'choice',
      11,
      'Signe des variables de paie : positif (par défaut), ou négatif pour une paie qui attend ainsi une retenue.',
      list(paySignLabels),
    ),
    column(
      'payNature',
      'Nature Poplee Rémunération',
      'identifier',
      16,
      'Numéro de la nature qui reçoit les titres dans Poplee Rémunération. Seul le fichier de ce nom en a besoin.',
    ),
    column(
      'firstMonth',
      'Premier mois géré ici',
      'date',
      14,
      'Un jour du premier mois commandé avec ce classeur, par exemple 01/10/2026. Vide : le mois de « À partir du ».',
    ),
    column(
      'before',
      'Mois précédent',
      'choice',
      20,
      'Le mois d’avant : première distribution (par défaut, rien n’en est repris), ou commandé ailleurs (ses absences et ses frais sont pris ici).',
      list(startLabels),
    ),
    column(
      'reintegration',
      'Réintégration',
      'choice',
      13,
      'Quand la part patronale dépasse ses plafonds : l’excédent est soumis à cotisations (par défaut), ou la totalité.',
      list(reintegrationLabels),
    ),
  ],
};
