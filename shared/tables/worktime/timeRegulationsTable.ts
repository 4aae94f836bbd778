import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

/** What the time of a population is counted in. Forfait-jours and cadres dirigeants have days only (art. L3121-62, L3111-2). */
export const unitLabels = { times: 'horaires', hours: 'heures', days: 'jours' } as const;
export const monthLabels = { completeWeeks: 'semaines complètes', civil: 'mois civil' } as const;
export const clockLabels = { real: 'heures réelles', wall: "heures de l'horloge" } as const;
export const contractKindLabels = { fullTime: 'temps plein', partTime: 'temps partiel' } as const;

const list = (labels: Readonly<Record<string, string>>) => ({ choices: Object.values(labels) });
const several = 'Plusieurs se séparent par un point-virgule. Vide : tous.';

const limit = (key: string, heading: string, note: string, mostHours: number) =>
  column(key, heading, 'decimal', Math.max(12, heading.length + 2), `${note} Vide : la limite de la loi.`, {
    mostHours,
  });

/** What an agreement puts in the place of the law. */
const limitColumns = [
  limit('dayLimit', 'Maximum par jour (h)', 'Heures de travail par jour, d’un accord (L3121-19).', 24),
  limit('weekLimit', 'Maximum par semaine (h)', 'Heures de travail par semaine, d’une dérogation (L3121-21).', 168),
  limit('averageLimit', 'Moyenne sur 12 semaines (h)', 'Heures par semaine en moyenne, d’un accord (L3121-23).', 168),
  limit('contingent', 'Contingent annuel (h)', 'Heures supplémentaires par an, d’un accord (L3121-33).', 2_000),
  column(
    'headcount',
    'Effectif',
    'integer',
    10,
    'Salariés de l’entreprise : au-delà de 20, le repos obligatoire est de la totalité.',
  ),
];

/** « Réglementaires de temps »: whose time is counted by which set of rules, and since when. */
export const timeRegulationsTable: TableDeclaration = {
  name: 'Passerelle_Temps_Reglementaires',
  title: 'Réglementaires de temps',
  description:
    'Une ligne par réglementaire : à qui il s’applique, et le jeu de règles qui compte son temps. Chaque personne en a un, et un seul, à une date donnée.',
  visibility: 'visible',
  key: 'name',
  alsoKey: ['from'],
  columns: [
    column('name', 'Réglementaire', 'text', 26, 'Nom du réglementaire.', { required: true }),
    column('set', 'Jeu de règles', 'text', 34, 'Nom d’un jeu de « Règles de temps ». Vide : rien n’est compté.'),
    column('unit', 'Unité', 'choice', 12, 'horaires ou heures ; jours : forfait jours, cadres dirigeants.', {
      ...list(unitLabels),
    }),
    column(
      'month',
      'Mois',
      'choice',
      18,
      'semaines complètes si la cellule est vide : une semaine est payée le mois où elle se termine.',
      {
        ...list(monthLabels),
      },
    ),
    column(
      'clock',
      "Changement d'heure",
      'choice',
      18,
      'heures réelles si la cellule est vide : la nuit du passage à l’heure d’hiver compte une heure de plus.',
      {
        ...list(clockLabels),
      },
    ),
    column('establishments', 'Établissements', 'text', 30, `Noms ou codes de « Établissements ». ${several}`),
    column('contracts', 'Contrats', 'text', 18, `temps plein; temps partiel. ${several}`),
    column('workCycles', 'Cycles de travail', 'text', 24, `Noms des cycles de Lucca. ${several}`),
    column('people', 'Salariés', 'text', 30, `Matricules, ou identifiants Lucca. ${several}`),
    ...limitColumns,
    column('from', 'Du', 'date', 12, 'Premier jour. Vide : depuis toujours.'),
    column('to', 'Au', 'date', 12, 'Dernier jour. Vide : sans fin.'),
    column('state', 'État', 'text', 12, 'Écrit par Passerelle : valide, ou non valide.'),
    column('toFix', 'À corriger', 'text', 60, 'Écrit par Passerelle : ce qui manque pour calculer.'),
  ],
};
