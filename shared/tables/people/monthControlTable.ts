import type { ControlTopic, CountedTopic } from '../../domain/people/month/control.ts';
import type { TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';
import { hoursColumn, monthColumn, nameColumns, signedHoursFormat } from '../worktime/resultColumns.ts';

export const topicLabels: Readonly<Record<ControlTopic | 'nothing', string>> = {
  nothing: 'rien ce mois',
  vouchers: 'titres-restaurant',
  absences: 'absences',
  hours: 'heures',
  iban: 'coordonnées bancaires',
  contract: 'contrat',
};

export const topicUnits: Readonly<Record<CountedTopic, string>> = {
  vouchers: 'titres',
  absences: 'demi-journées',
  hours: 'heures',
};

/** « Contrôle »: this month beside the one before, written anew each time. */
export const monthControlTable: TableDeclaration = {
  name: 'Passerelle_Controle_Mois',
  title: 'Contrôle',
  description:
    'Le mois à côté du précédent, par personne et par sujet, le plus grand écart d’abord ; les totaux par établissement à la fin. Récrit à chaque contrôle ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['topic', 'establishment', 'luccaId', 'item'],
  columns: [
    monthColumn,
    column('rank', 'Rang', 'integer', 8, '1 : à regarder d’abord.'),
    column('topic', 'Sujet', 'choice', 22, 'Ce qui est comparé.', {
      required: true,
      choices: Object.values(topicLabels),
    }),
    ...nameColumns,
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la personne ; seul, un total.', {
      required: true,
    }),
    column('item', 'Compte', 'text', 26, 'Compte d’absence, compte de temps ou information.', { required: true }),
    hoursColumn('before', 'Mois d’avant', 'Nombre du mois précédent.'),
    hoursColumn('after', 'Ce mois', 'Nombre de ce mois.'),
    hoursColumn('gap', 'Écart', 'Ce mois moins le précédent.', signedHoursFormat),
    column('unit', 'Unité', 'text', 16, 'titres, demi-journées ou heures.'),
    column('sentence', 'Constat', 'text', 60, 'Ce qui a changé, ou ce qui manque.'),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne ; vide pour un total.', {
      required: true,
    }),
  ],
};

/** « Seuils du contrôle »: the least gap that « Contrôle » shows, typed by the person. */
export const controlThresholdsTable: TableDeclaration = {
  name: 'Passerelle_Controle_Seuils',
  title: 'Seuils du contrôle',
  description:
    'Le plus petit écart que « Contrôle » montre, sujet par sujet. À changer ici, puis contrôler de nouveau.',
  visibility: 'visible',
  key: 'topic',
  columns: [
    column('topic', 'Sujet', 'choice', 22, 'Ce qui est comparé.', {
      required: true,
      choices: [topicLabels.vouchers, topicLabels.absences, topicLabels.hours],
    }),
    column('threshold', 'Seuil', 'decimal', 10, 'Un écart est montré à partir de ce nombre. 0 : tous.', {
      required: true,
    }),
    column('unit', 'Unité', 'text', 16, 'titres, demi-journées ou heures.'),
  ],
};
