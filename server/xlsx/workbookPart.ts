/** The workbook part: its sheets, their tables, and what the whole file must be told when cells move. */
import { freeName } from '../../shared/tables/sheetName.ts';
import type { PackageParts } from './packageParts.ts';
import { DamagedPackage } from './packageParts.ts';
import { parseTable, type TablePart } from './tablePart.ts';
import { attribute, element, escaped, tagsNamed, withAttribute } from './xmlText.ts';

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

/** Path of the workbook part: the one the package points to. */
export function workbookPath(parts: PackageParts): string {
  const path = parts.relationships('').find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) throw new DamagedPackage('xl/workbook.xml');
  return path;
}

/** Sheets of cells in the order of their tabs; sheets that are charts are left out. */
export function sheetsOf(parts: PackageParts): SheetPart[] {
  const path = workbookPath(parts);
  const targets = new Map(parts.relationships(path).map((each) => [each.id, each]));
  const list = element(parts.text(path), 'sheets')?.inner ?? '';
  return tagsNamed(list, 'sheet').flatMap((tag): SheetPart[] => {
    const related = targets.get(attribute(tag, 'r:id') ?? '');
    if (related?.type !== 'worksheet') return [];
    const state = attribute(tag, 'state');
    const visibility = state === 'hidden' || state === 'veryHidden' ? state : 'visible';
    return [{ name: attribute(tag, 'name') ?? '', path: related.target, visibility }];
  });
}

/** Every table that has headings, sheet by sheet. */
export function tablesOf(parts: PackageParts): TablePart[] {
  return sheetsOf(parts).flatMap((sheet) =>
    parts.relationships(sheet.path).flatMap(({ type, target }) => {
      if (type !== 'table') return [];
      const table = parseTable(parts.text(target), { path: target, sheet: sheet.name, sheetPath: sheet.path });
      return table ? [table] : [];
    }),
  );
}

/** Days between serial 0 of this workbook and that of the usual ones. */
export function epochOf(parts: PackageParts): number {
  const tag = tagsNamed(parts.text(workbookPath(parts)), 'workbookPr')[0] ?? '';
  return ['1', 'true'].includes(attribute(tag, 'date1904') ?? '') ? 1462 : 0;
}

/** Adds a sheet after the others, under the name wanted or the next free one. */
export function addSheet(
  parts: PackageParts,
  wanted: string,
  visibility: SheetPart['visibility'],
  xml: string,
): SheetPart {
  const path = parts.freePath('xl/worksheets/sheet', '.xml');
  const book = workbookPath(parts);
  const text = parts.text(book);
  const list = element(text, 'sheets');
  if (!list) throw new DamagedPackage(book);
  const present = tagsNamed(list.inner, 'sheet');
  const names = present.map((tag) => attribute(tag, 'name') ?? '');
  const name = freeName(names, wanted);
  const number = Math.max(0, ...present.map((tag) => Number(attribute(tag, 'sheetId')))) + 1;
  parts.add(path, 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml', xml);
  const id = parts.relate(book, 'worksheet', path);
  const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
  const tag = `<sheet name="${escaped(name)}" sheetId="${number}"${state} r:id="${id}"/>`;
  parts.set(book, `${text.slice(0, list.start)}<sheets>${list.inner}${tag}</sheets>${text.slice(list.end)}`);
  return { name, path, visibility };
}

/** Has Excel compute the workbook again when it opens it, and forgets the order in which it did. Results stay as they were until then. */
export function recomputeOnOpening(parts: PackageParts): void {
  const path = workbookPath(parts);
  for (const { type, target } of parts.relationships(path)) if (type === 'calcChain') parts.forget(path, target);
  const text = parts.text(path);
  const present = tagsNamed(text, 'calcPr')[0];
  if (present) {
    parts.set(
      path,
      text.replace(present, () => withAttribute(present, 'fullCalcOnLoad', '1')),
    );
    return;
  }
  const before = ['definedNames', 'externalReferences', 'functionGroups', 'sheets'];
  const at = before.map((name) => element(text, name)?.end).find((end) => end !== undefined) ?? text.length;
  parts.set(path, `${text.slice(0, at)}<calcPr fullCalcOnLoad="1"/>${text.slice(at)}`);
}
