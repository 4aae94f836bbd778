import type { Assimilation, CounterName } from '../../domain/worktime/ruleSet.ts';
import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

export const ruleLabels = {
  gap: 'écart',
  daysOff: 'jours chômés',
  timeRange: 'plage horaire',
  nonCumulative: 'non-cumul',
  accounting: 'comptable',
} as const;

export const counterLabels: Readonly<Record<CounterName, string>> = {
  presence: 'présence',
  effective: 'travail effectif',
  paid: 'travail rémunéré',
  contractual: 'contractuel',
  theoretical: 'théorique',
};

export const measuredLabels = {
  presence: counterLabels.presence,
  effective: counterLabels.effective,
  paid: counterLabels.paid,
} as const;

export const directionLabels = { over: 'au-dessus', under: 'en dessous' } as const;
export const periodLabels = { day: 'jour', week: 'semaine', month: 'mois', year: 'année' } as const;
export const contractLabels = { fullTime: 'temps plein', partTime: 'temps partiel' } as const;
export const roundingLabels = { minute: 'minute', hour: 'heure' } as const;
export const operationLabels = {
  balance: 'plafond du solde',
  movements: 'plafond de la période',
  transfer: 'transfert',
} as const;
export const assimilationLabels: Readonly<Record<Assimilation, string>> = {
  none: 'non',
  effective: 'travail effectif',
  weeklyThreshold: 'seuil hebdomadaire seulement',
};

/** As they are typed, separated by semicolons. */
export const natureLabels = {
  holiday: 'férié',
  firstOfMay: '1er mai',
  weeklyRest: 'repos hebdomadaire',
  solidarity: 'solidarité',
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
} as const;

const list = (labels: Readonly<Record<string, string>>) => ({ choices: Object.values(labels) });
const ofGap = (note: string) => `Écart. ${note}`;

/** « Règles de temps »: one row per rule; each type reads its own columns. */
export const timeRulesTable: TableDeclaration = {
  name: 'Passerelle_Temps_Regles',
  title: 'Règles de temps',
  description: "Une ligne par règle. Elles s'appliquent dans l'ordre : une règle lit ce que les précédentes ont versé.",
  visibility: 'visible',
  key: 'code',
  alsoKey: ['set'],
  keyMayBeBlank: true,
  columns: [
    column('set', 'Jeu de règles', 'text', 22, 'Nom du jeu, tel que « Réglementaires de temps » le nomme.', {
      required: true,
    }),
    column(
      'order',
      'Ordre',
      'integer',
      8,
      "Les règles s'appliquent de la plus petite à la plus grande. Vide : après la ligne du dessus.",
    ),
    column('code', 'Code', 'identifier', 12, 'Unique dans le jeu. Vide : celui du compte, et « Lecture » reste vide.'),
    column('kind', 'Type', 'choice', 14, 'Les colonnes à remplir dépendent du type.', {
      ...list(ruleLabels),
      required: true,
    }),
    column('reads', 'Lecture', 'text', 60, 'Écrit par Passerelle : la règle en une phrase.'),
    column('account', 'Compte', 'identifier', 12, 'Code ou nom du compte alimenté ; comptable : du compte lu.'),
    column(
      'measured',
      'Compteur',
      'choice',
      16,
      ofGap('Ce qui est mesuré : travail effectif si la cellule est vide.'),
      list(measuredLabels),
    ),
    column(
      'direction',
      'Sens',
      'choice',
      12,
      ofGap('au-dessus de la borne basse (par défaut), ou en dessous.'),
      list(directionLabels),
    ),
    column(
      'period',
      'Période',
      'choice',
      10,
      'Écart : semaine si la cellule est vide. Comptable : mois, ou semaine.',
      list(periodLabels),
    ),
    column(
      'weeks',
      'Semaines',
      'integer',
      10,
      ofGap('Nombre de semaines comptées ensemble : 1 si la cellule est vide.'),
    ),
    column('anchor', 'Première semaine', 'date', 14, ofGap('Un jour de la semaine où un groupe de semaines commence.')),
    column(
      'fromCounter',
      'À partir du compteur',
      'choice',
      16,
      ofGap('Borne basse : la plus haute de celles qui sont remplies.'),
      list(counterLabels),
    ),
    column('fromHour', 'À partir de l’heure', 'integer', 12, ofGap('36 : à partir de la 36e heure, donc après 35 h.')),
    column('after', 'Après la règle', 'identifier', 12, ofGap('Code de la règle dont celle-ci prend la suite.')),
    column('toHour', "Jusqu'à l'heure", 'integer', 12, ofGap('43 : jusqu’à la 43e heure incluse.')),
    column(
      'toCounter',
      "Jusqu'au compteur",
      'choice',
      16,
      ofGap('Borne haute : ce compteur, fois la part.'),
      list(counterLabels),
    ),
    column('toShare', 'Part du compteur', 'text', 12, ofGap('11/10, 4/3… Vide : le compteur lui-même.'), {
      format: '@',
    }),
    column(
      'rounding',
      'Arrondi de la part',
      'choice',
      12,
      ofGap('minute si la cellule est vide.'),
      list(roundingLabels),
    ),
    column('contracts', 'Contrats', 'choice', 14, ofGap('temps plein si la cellule est vide.'), list(contractLabels)),
    column(
      'natures',
      'Jours',
      'text',
      24,
      'Jours chômés : férié; 1er mai; repos hebdomadaire; solidarité; lundi … dimanche.',
    ),
    column('from', 'De', 'text', 8, 'Plage horaire : 21:00.', { format: '@' }),
    column('to', 'À', 'text', 8, 'Plage horaire : 06:00 ; du lendemain quand elle n’est pas plus tard.', {
      format: '@',
    }),
    column(
      'least',
      'Minimum (minutes)',
      'integer',
      12,
      'Plage horaire : un poste qui en contient moins ne compte pas.',
    ),
    column('accounts', 'Comptes concernés', 'text', 24, 'Non-cumul : HS25; HS50; DIM.'),
    column('kept', 'Compte retenu', 'identifier', 12, 'Non-cumul : vide, la plus forte majoration l’emporte.'),
    column('operation', 'Opération', 'choice', 18, 'Comptable.', list(operationLabels)),
    column('limit', 'Plafond (heures)', 'decimal', 12, 'Comptable : ce qui dépasse quitte le compte.', {
      mostHours: 2_000,
    }),
    column('target', 'Vers le compte', 'identifier', 12, 'Comptable : où va ce qui part. Vide : nulle part.'),
    column(
      'factor',
      'Coefficient',
      'decimal',
      11,
      'Comptable : 1,25 pour une heure et son quart. 1 si la cellule est vide.',
    ),
  ],
};
