import type { HolidayZone } from '../domain/calendar/publicHolidays.ts';
import type { TableDeclaration } from './declaration.ts';
import { sheetColumn as column } from './sheetColumn.ts';

/** How a calendar of public holidays is written in the tables. */
export const zoneLabels: Readonly<Record<HolidayZone, string>> = {
  FR: 'métropole',
  ALS: 'Alsace-Moselle',
  GP: 'Guadeloupe',
  MQ: 'Martinique',
  GF: 'Guyane',
  RE: 'La Réunion',
  YT: 'Mayotte',
  MF: 'Saint-Martin',
  BL: 'Saint-Barthélemy',
  PM: 'Saint-Pierre-et-Miquelon',
};

/** « Établissements »: what payroll must know of each, beside its name in Lucca. */
export const establishmentsTable: TableDeclaration = {
  name: 'Passerelle_Etablissements',
  title: 'Établissements',
  description: 'Une ligne par établissement de Lucca.',
  visibility: 'visible',
  key: 'id',
  keyMayBeBlank: true,
  columns: [
    column(
      'id',
      'Identifiant Lucca',
      'identifier',
      18,
      "Numéro de l'établissement dans Lucca. Vide : il est retrouvé par son nom.",
    ),
    column(
      'code',
      'Code',
      'identifier',
      12,
      "Code de l'établissement. Peut remplacer son nom dans les autres feuilles.",
    ),
    column('name', 'Nom', 'text', 28, "Nom de l'établissement dans Lucca.", { required: true }),
    column('country', 'Pays', 'text', 8, 'FR si la cellule est vide.'),
    column('currency', 'Devise', 'text', 8, 'EUR si la cellule est vide.'),
    column('zone', 'Calendrier des jours fériés', 'choice', 24, 'métropole si la cellule est vide.', {
      choices: Object.values(zoneLabels),
      required: true,
    }),
    column(
      'goodFriday',
      'Vendredi saint',
      'boolean',
      12,
      'Alsace-Moselle : oui dans une commune qui a un temple protestant ou une église mixte.',
      { choices: ['oui', 'non'] },
    ),
    column(
      'timeZone',
      'Fuseau horaire',
      'text',
      20,
      'Par exemple Europe/Paris. Vide : celui de Lucca, à défaut celui du calendrier.',
    ),
    column(
      'solidarity',
      'Journée de solidarité',
      'text',
      22,
      'Date de chaque année, séparées par un point-virgule : 25/05/2026; 17/05/2027. Vide : aucune.',
      { format: '@' },
    ),
    column(
      'companyCode',
      'Code société',
      'identifier',
      14,
      "Code de la société chez l'émetteur. Swile : un fichier par code.",
    ),
    column(
      'customerCode',
      'Code client',
      'identifier',
      14,
      "Numéro de client chez l'émetteur. Une commande fait un fichier par code client.",
    ),
    column(
      'deliveryPoint',
      'Point de livraison',
      'identifier',
      14,
      "Où vont les cartes et les carnets, selon l'émetteur. D : au domicile de chacun.",
    ),
    column(
      'attachmentCode',
      'Code du point de rattachement',
      'identifier',
      18,
      'Swile : Paramètres, Points de rattachement.',
    ),
    column(
      'levelCode',
      'Code de niveau',
      'identifier',
      16,
      "Code de distribution, de service ou de niveau chez l'émetteur, s'il en demande un.",
    ),
    column(
      'payrollDossier',
      'Dossier de paie',
      'identifier',
      14,
      'Dossier de la paie qui reçoit cet établissement. La paie reçoit un fichier par dossier.',
    ),
  ],
};
