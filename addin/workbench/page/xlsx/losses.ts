/** What an opened file holds that the workbench cannot keep: said to the person, never dropped in silence. */
import type { PartsIn } from './parts.ts';
import { childrenOf, flagOf } from './xml.ts';
import type { Element } from './xml.ts';

export const CHARTS = 'les graphiques';

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/charts\//, CHARTS],
  [/^xl\/media\//, 'les images'],
  [/^xl\/(comments|threadedComments)/, 'les commentaires'],
  [/^xl\/pivotTables\//, 'les tableaux croisés dynamiques'],
  [/^xl\/(slicers|timelines)\//, 'les segments'],
  [/^xl\/externalLinks\//, 'les liens vers d’autres classeurs'],
  [/^xl\/vbaProject/, 'les macros'],
  [/^customXml\//, 'les données des compléments'],
  [/^xl\/(connections|queryTables)/, 'les connexions de données'],
];

const SHEET_ELEMENTS: readonly (readonly [string, string])[] = [
  ['mergeCells', 'les cellules fusionnées'],
  ['hyperlinks', 'les liens'],
  ['autoFilter', 'les filtres posés hors d’un tableau'],
  ['rowBreaks', 'la mise en page d’impression'],
  ['colBreaks', 'la mise en page d’impression'],
  ['headerFooter', 'la mise en page d’impression'],
  ['extLst', 'des mises en forme ou listes propres aux Excel récents'],
];

/** Gathers each loss once. */
export class Losses {
  readonly #found = new Set<string>();

  add(what: string): void {
    this.#found.add(what);
  }

  list(): readonly string[] {
    return [...this.#found];
  }

  ofParts(parts: PartsIn): void {
    for (const [path, what] of PARTS) if (parts.paths().some((each) => path.test(each))) this.add(what);
  }

  ofWorkbook(workbook: Element): void {
    const names = childrenOf(
      workbook.children.find(({ name }) => name === 'definedNames'),
      'definedName',
    );
    if (names.some(({ attributes }) => !attributes['name']?.startsWith('_xlnm.'))) this.add('les noms définis');
    if (names.some(({ attributes }) => attributes['name']?.startsWith('_xlnm.Print')))
      this.add('la mise en page d’impression');
    if (childrenOf(workbook, 'workbookProtection').length > 0) this.add('la protection de la structure du classeur');
  }

  /** Of a sheet, without its cells. */
  ofSheet(sheet: Element): void {
    for (const [name, what] of SHEET_ELEMENTS) if (childrenOf(sheet, name).length > 0) this.add(what);
    for (const { children } of sheet.children.filter(({ name }) => name === 'cols')) {
      if (children.some(({ attributes }) => flagOf(attributes['hidden']))) this.add('les colonnes masquées');
    }
  }
}
