import { hiddenColumn, type TableDeclaration } from '../declaration.ts';
import { supportLabels } from './issuers.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

const days = (key: string, heading: string, note: string) => column(key, heading, 'text', 36, note, { required: true });
const number = (key: string, heading: string, note: string) =>
  column(key, heading, 'integer', 10, note, { required: true });

/** « Registre TR »: a ledger, one row per person and order. Each row carries a check value over its cells and the row before. */
export const registerTable: TableDeclaration = {
  name: 'Passerelle_TR_Registre',
  title: 'Registre TR',
  description:
    'Ce que chaque commande a donné et pris, jour par jour : J donné, A pris par une absence, R par un repas. Ne pas modifier.',
  visibility: 'visible',
  key: 'line',
  columns: [
    column('line', 'Ligne', 'identifier', 10, "Numéro de la ligne, dans l'ordre d'écriture.", { required: true }),
    column('order', 'Commande', 'identifier', 12, 'Numéro dans « Commandes TR ».', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de la commande.', { required: true }),
    column('regulation', 'Réglementaire', 'text', 18, 'Réglementaire de la commande.', { required: true }),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca.', { required: true }),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule au jour de la commande.'),
    column('name', 'Salarié', 'text', 24, 'Nom au jour de la commande.'),
    column(
      'establishment',
      'Établissement de la commande',
      'identifier',
      16,
      'Identifiant, dans « Établissements », de celui où la personne était au jour de la commande : les fichiers le gardent.',
    ),
    column('givenFrom', 'Jours depuis le', 'date', 12, 'Jour de la première lettre de « Donnés ».', { required: true }),
    days('given', 'Donnés', 'Une lettre par jour : J donne un titre.'),
    column('takenFrom', 'Pris depuis le', 'date', 12, 'Jour de la première lettre de « Pris ».', { required: true }),
    days('taken', 'Pris', 'Une lettre par jour : A absence, R repas.'),
    days('others', 'Corrections', 'Jours de commandes antérieures, avec + ou -.'),
    number('ordered', 'Commandés', 'Titres commandés.'),
    number('corrections', 'Régularisations', 'Dont corrections de commandes antérieures.'),
    number('carriedIn', 'Report reçu', 'Titres repris de la commande précédente.'),
    number('carriedOut', 'Report laissé', 'Titres à reprendre sur la suivante.'),
    number('manual', 'Ajustements', 'Somme des « Ajustements TR » comptés.'),
    number('returned', 'Titres rendus', 'Titres rendus, remboursés.'),
    column('support', 'Support', 'choice', 9, 'carte ou papier.', { choices: Object.values(supportLabels) }),
    number('settlement', 'Solde de tout compte', 'Titres à rendre ou à récupérer sur la paie de sortie.'),
    column('check', 'Contrôle', 'identifier', 18, 'Valeur de contrôle de la ligne et de la précédente.', {
      required: true,
    }),
  ],
};

/** The settings each order was made with: one row per part, by number of order. */
export const orderSettingsTable: TableDeclaration = {
  name: 'Passerelle_TR_Reglages',
  title: '_reglages_tr',
  description: 'Réglages de chaque commande validée : elle est toujours recalculée avec eux.',
  visibility: 'veryHidden',
  key: 'key',
  columns: [hiddenColumn('key'), { ...hiddenColumn('value'), longest: 30_000 }],
};
