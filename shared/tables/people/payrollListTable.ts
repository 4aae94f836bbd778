import { employeeFields } from '../../domain/people/employeeFields.ts';
import type { ColumnDeclaration, TableDeclaration } from '../declaration.ts';
import { employeesTable } from '../employeesTable.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

/** Where a file of payroll stands beside Lucca, as the sheet says it. */
export const listStates = {
  linked: 'rattaché',
  confirmed: 'confirmé',
  toConfirm: 'à confirmer',
  conflict: 'conflit',
  second: 'deuxième dossier',
  gone: 'absent de Lucca',
} as const;

const fieldKeys: ReadonlySet<string> = new Set(employeeFields.map(({ key }) => key));

/** What payroll may say of somebody: the columns of « Salariés », none of which it must. Lucca's identifier is ours to write. */
const fieldColumns: readonly ColumnDeclaration[] = employeesTable.columns
  .filter(({ key }) => fieldKeys.has(key) && key !== 'luccaId')
  .map((each) => ({ ...each, required: false }));

/** Keys of the columns that a file of payroll fills. */
export const listFields: readonly string[] = ['payrollId', ...fieldColumns.map(({ key }) => key)];

/** « Liste de la paie »: the people whom payroll had before Passerelle, one row for each file, and whose file it is in Lucca. */
export const payrollListTable: TableDeclaration = {
  name: 'Passerelle_Liste_Paie',
  title: 'Liste de la paie',
  description:
    'Les dossiers que votre logiciel de paie a déjà, un par ligne : lus dans un fichier ou collés ici. Le rapprochement dit à qui chacun appartient dans Lucca.',
  visibility: 'visible',
  key: 'line',
  columns: [
    column(
      'line',
      'Ligne',
      'identifier',
      9,
      'Numéro de la ligne dans cette liste. Unique ; laissez vide pour une ligne que vous collez : le rapprochement lui en donne un.',
      {
        required: true,
      },
    ),
    column(
      'payrollId',
      'Identifiant paie',
      'identifier',
      16,
      'Identifiant du dossier dans le logiciel de paie, s’il en a un.',
    ),
    ...fieldColumns.slice(0, 6),
    column(
      'luccaId',
      'Identifiant Lucca',
      'identifier',
      16,
      'À qui appartient ce dossier dans Lucca. Écrit par le rapprochement ; videz la cellule pour défaire le lien.',
      {
        required: true,
      },
    ),
    column(
      'state',
      'Rapprochement',
      'text',
      16,
      '« rattaché » : des clés sûres ; « confirmé » : vous l’avez dit ; « à confirmer », « conflit » : à voir dans le volet ; « deuxième dossier » de quelqu’un qui a le sien ; « absent de Lucca ».',
      { required: true },
    ),
    column('keys', 'Clés', 'text', 26, 'Ce qui a décidé, sans les valeurs.'),
    column('detail', 'Détail', 'text', 40, 'Ce qui empêche de décider, et ce qu’il faut faire.'),
    ...fieldColumns.slice(6),
  ],
};
