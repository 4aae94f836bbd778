import { hiddenColumn, type TableDeclaration } from '../declaration.ts';
import { employeesTable } from '../employeesTable.ts';

/**
 * « C'est la même personne »: the identifier that somebody had in Lucca, and the one that their row took. Registers and copies are frozen and keep the
 * first; `currentIds` reads them under the last. `step`: the same change may be made again, once Lucca came back to the first.
 */
export const formerIdsTable: TableDeclaration = {
  name: 'Passerelle_Identifiants',
  title: '_identifiants',
  description: 'Personnes recréées dans Lucca : leur ancien identifiant, et celui que leur ligne a pris.',
  visibility: 'veryHidden',
  key: 'luccaId',
  alsoKey: ['current', 'step'],
  memoryOf: employeesTable.name,
  columns: [hiddenColumn('luccaId'), hiddenColumn('current'), hiddenColumn('step')],
};
