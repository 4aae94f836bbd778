/** « Impacts absences TR » and « Impacts frais TR »: what takes a voucher and what does not, decided by payroll. */
import type { ColumnDeclaration, TableDeclaration } from '../declaration.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

export const impactLabels = { deducts: 'déduit', spares: 'ne déduit pas' } as const;

function impactColumns(idNote: string, nameHeading: string, example: string): readonly ColumnDeclaration[] {
  return [
    column('name', nameHeading, 'text', 34, `Nom dans Lucca, par exemple ${example}.`),
    column(
      'impact',
      'Impact',
      'choice',
      14,
      'déduit : un jour pris ainsi retire un titre. Vide : à décider, le réglementaire n’est pas valide.',
      { choices: Object.values(impactLabels), required: true },
    ),
    column('regulation', 'Réglementaire', 'text', 22, 'Vide : pour tous.'),
    column('from', 'À partir du', 'date', 12, 'Premier jour où la décision vaut. Vide : depuis toujours.'),
    column(
      'group',
      'Groupe',
      'text',
      28,
      'Ce qui se recrée chaque année porte le même groupe. Une ligne sans identifiant ni nom vaut pour tout son groupe, sauf ce qui est décidé un par un.',
    ),
    column('lastUse', 'Dernière utilisation', 'date', 14, 'Écrit par Passerelle.'),
    column('id', 'Identifiant', 'identifier', 14, idNote),
  ];
}

export const absenceImpactsTable: TableDeclaration = {
  name: 'Passerelle_TR_Impacts_Absences',
  title: 'Impacts absences TR',
  description: "Pour chaque compte d'absence : un jour d'absence retire-t-il un titre-restaurant ?",
  visibility: 'visible',
  key: 'id',
  alsoKey: ['regulation', 'from'],
  keyMayBeBlank: true,
  columns: impactColumns(
    'Numéro du compte dans Lucca. Vide : le compte est retrouvé par son nom.',
    "Compte d'absence",
    'RTT',
  ),
};

export const expenseImpactsTable: TableDeclaration = {
  name: 'Passerelle_TR_Impacts_Frais',
  title: 'Impacts frais TR',
  description:
    'Pour chaque nature de frais de restaurant : un repas remboursé ou offert retire-t-il un titre-restaurant ?',
  visibility: 'visible',
  key: 'id',
  alsoKey: ['regulation', 'from'],
  keyMayBeBlank: true,
  columns: impactColumns(
    'Numéro de la nature dans Lucca. Vide : elle est retrouvée par son nom.',
    'Nature de frais',
    'Déjeuner',
  ),
};
