/** Everything in a workbook that names cells, told that rows moved or that a table took another name. */
import { parseArea } from './a1.ts';
import { movedFormula, movedRule, withTableRenamed } from './formula.ts';
import type { PackageParts } from './packageParts.ts';
import { movedArea, movedList, movedRow, type RowMove } from './rowMove.ts';
import { escapedFormula, withFormula, type SheetXml } from './sheetPart.ts';
import { sheetsOf, workbookPath } from './workbookPart.ts';
import { attribute, mapTags, unescaped, withAttribute } from './xmlText.ts';

const FORMULAS = /<((?:\w+:)?(?:f|formula|formula1|formula2|definedName))(\s[^>]*)?>([^<]*)<\/\1>/g;

/** The XML with the text of every formula changed. */
function mapFormulas(xml: string, change: (formula: string) => string): string {
  return xml.replace(FORMULAS, (whole, name: string, attributes: string | undefined, text: string) => {
    const before = unescaped(text);
    const after = change(before);
    return before === after ? whole : `<${name}${attributes ?? ''}>${escapedFormula(after)}</${name}>`;
  });
}

/** Formulas of the rest of the workbook: other sheets, names, charts. `change` is told the sheet the formula stands on. */
function mapFormulasElsewhere(
  parts: PackageParts,
  except: ReadonlySet<string>,
  change: (formula: string, sheet: string) => string,
): void {
  for (const { name, path } of sheetsOf(parts)) {
    if (!except.has(path))
      parts.set(
        path,
        mapFormulas(parts.text(path), (formula) => change(formula, name)),
      );
  }
  const others = parts.paths().filter((path) => path === workbookPath(parts) || /\/charts\/[^/]+\.xml$/.test(path));
  for (const path of others)
    parts.set(
      path,
      mapFormulas(parts.text(path), (formula) => change(formula, '')),
    );
}

function topOf(sqref: string): number {
  return parseArea(sqref.trim().split(/\s+/)[0] ?? '')?.top ?? 0;
}

/** Conditional formats and lists: their areas follow, their formulas keep their distance to the first cell. */
function movedRules(xml: string, sheet: string, move: RowMove): string {
  const rule = (block: string, before: string, after: string) => {
    const shift = topOf(after) - topOf(before);
    return mapFormulas(block, (formula) => movedRule(formula, sheet, sheet, move, shift));
  };
  const named = ['conditionalFormatting', 'dataValidation'].reduce(
    (text, name) =>
      text.replace(new RegExp(`<${name}\\s[^>]*?(?:/>|>[\\s\\S]*?</${name}>)`, 'g'), (block) => {
        const before = attribute(block.slice(0, block.indexOf('>')), 'sqref') ?? '';
        const after = movedList(move, before);
        return after === ''
          ? ''
          : rule(
              mapTags(block, name, (tag) => withAttribute(tag, 'sqref', after)),
              before,
              after,
            );
      }),
    xml,
  );
  return named.replace(/<(x14:(?:dataValidation|conditionalFormatting))\s[\s\S]*?<\/\1>/g, (block) => {
    const before = /<xm:sqref>([^<]*)<\/xm:sqref>/.exec(block)?.[1] ?? '';
    const after = movedList(move, before);
    // An empty list would damage the file: a rule whose cells all went keeps its first cell.
    return after === '' ? block : rule(block.replace(`<xm:sqref>${before}<`, `<xm:sqref>${after}<`), before, after);
  });
}

/** Lists that count themselves, after some of their items went. */
function recounted(xml: string): string {
  const lists = [
    ['dataValidations', 'dataValidation'],
    ['mergeCells', 'mergeCell'],
    ['hyperlinks', 'hyperlink'],
  ] as const;
  return lists.reduce((text, [list, item]) => {
    return text.replace(new RegExp(`<${list}\\b[^>]*>([\\s\\S]*?)</${list}>`), (block, inner: string) => {
      const count = inner.split(`<${item}`).length - 1;
      if (count === 0) return '';
      return mapTags(block, list, (tag) =>
        attribute(tag, 'count') ? withAttribute(tag, 'count', String(count)) : tag,
      );
    });
  }, xml);
}

function movedTags(xml: string, names: readonly string[], key: string, move: RowMove): string {
  return names.reduce(
    (text, name) =>
      mapTags(text, name, (tag) => {
        const area = attribute(tag, key);
        if (area === undefined) return tag;
        const parsed = parseArea(area);
        const moved =
          key === 'sqref'
            ? movedList(move, area)
            : parsed && movedArea(move, parsed, false)
              ? movedList(move, area)
              : '';
        return moved === '' ? '' : withAttribute(tag, key, moved);
      }),
    xml,
  );
}

/** Tells the sheet whose rows moved: formulas of its cells, formats, lists, merged cells, links. */
export function followInSheet(sheet: SheetXml, name: string, move: RowMove): void {
  for (const { cells } of sheet.rows.values()) {
    for (const [column, cell] of cells) {
      if (!cell.inner.includes('<f')) continue;
      const moved = withFormula(cell, (formula) => movedFormula(formula, name, name, move));
      const inner = mapTags(moved.inner, 'f', (tag) => {
        const area = attribute(tag, 'ref');
        return area === undefined ? tag : withAttribute(tag, 'ref', movedList(move, area) || area);
      });
      cells.set(column, { ...moved, inner });
    }
  }
  const tags = movedTags(sheet.tail, ['mergeCell', 'hyperlink'], 'ref', move);
  sheet.tail = recounted(movedRules(movedTags(tags, ['ignoredError'], 'sqref', move), name, move));
  sheet.head = sheet.head.replace(/<dimension\s[^>]*>/, '');
}

/** Comments and notes of the sheet go with their cell. */
function followComments(parts: PackageParts, sheetPath: string, move: RowMove): void {
  const at = (reference: string) => {
    const area = parseArea(reference);
    return area ? movedRow(move, area.top, area.left) : undefined;
  };
  for (const { type, target } of parts.relationships(sheetPath)) {
    if (!parts.has(target)) continue;
    if (type === 'comments' || type === 'threadedComment') {
      const name = type === 'comments' ? 'comment' : 'threadedComment';
      const xml = parts.text(target).replace(new RegExp(`<${name}\\s[^>]*>[\\s\\S]*?</${name}>`, 'g'), (block) => {
        const reference = attribute(block.slice(0, block.indexOf('>')), 'ref');
        const row = reference === undefined ? undefined : at(reference);
        if (reference === undefined) return block;
        return row === undefined
          ? ''
          : block.replace(`ref="${reference}"`, `ref="${reference.replace(/\d+$/, String(row))}"`);
      });
      parts.set(target, xml);
    }
    if (type === 'vmlDrawing') {
      const xml = parts.text(target).replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
        const row = Number(/<x:Row>(\d+)</.exec(shape)?.[1] ?? Number.NaN);
        const column = Number(/<x:Column>(\d+)</.exec(shape)?.[1] ?? Number.NaN);
        if (Number.isNaN(row) || Number.isNaN(column)) return shape;
        const moved = movedRow(move, row + 1, column + 1);
        return moved === undefined ? '' : shape.replace(/<x:Row>\d+</, `<x:Row>${moved - 1}<`);
      });
      parts.set(target, xml);
    }
  }
}

/** Tells the rest of the workbook. `edited` are the sheets whose cells are held elsewhere for the moment. */
export function followElsewhere(
  parts: PackageParts,
  sheet: { readonly name: string; readonly path: string },
  move: RowMove,
  edited: ReadonlyMap<string, { readonly name: string; readonly sheet: SheetXml }>,
): void {
  followComments(parts, sheet.path, move);
  const change = (formula: string, own: string) => movedFormula(formula, own, sheet.name, move);
  for (const [path, each] of edited)
    if (path !== sheet.path) mapCells(each.sheet, (formula) => change(formula, each.name));
  mapFormulasElsewhere(parts, new Set(edited.keys()), change);
}

function mapCells(sheet: SheetXml, change: (formula: string) => string): void {
  for (const { cells } of sheet.rows.values()) {
    for (const [column, cell] of cells) if (cell.inner.includes('<f')) cells.set(column, withFormula(cell, change));
  }
  sheet.tail = mapFormulas(sheet.tail, change);
}

/** Tells every formula that a table took another name. */
export function followTableName(
  parts: PackageParts,
  from: string,
  to: string,
  edited: ReadonlyMap<string, { readonly sheet: SheetXml }>,
): void {
  const change = (formula: string) => withTableRenamed(formula, from, to);
  for (const { sheet } of edited.values()) mapCells(sheet, change);
  mapFormulasElsewhere(parts, new Set(edited.keys()), change);
  for (const path of parts.paths().filter((each) => /\/tables\/[^/]+\.xml$/.test(each))) {
    const xml = parts
      .text(path)
      .replace(/<(calculatedColumnFormula|totalsRowFormula)>([^<]*)</g, (_, name: string, text: string) => {
        return `<${name}>${escapedFormula(change(unescaped(text)))}<`;
      });
    parts.set(path, xml);
  }
}
