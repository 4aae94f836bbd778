/** The recap of a month on A4: a table for each kind of news, its headings told again on each page. */
import type { Content, TableCell } from 'pdfmake';
import type { RecapReport, RecapReportRow } from '../../shared/contracts/recapSchemas.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import { recapKinds, recapOrigins, type RecapKind } from '../../shared/tables/recap/recapTables.ts';
import { pdfBytes, type PdfDocument } from './pdf.ts';
import { cell, GREY, heading, headContent, lines, peopleDocument } from './peoplePages.ts';

const CHANGED_WIDTHS = [58, 84, 130, 118, '*', '*', 44];
/** Points from the top of the page: under it, a title, its headings and a first row of two lines do not fit. */
const LOWEST_TITLE = 470;
const PEOPLE_WIDTHS = [58, 220, '*', 110];

function changedCells(row: RecapReportRow): TableCell[] {
  return [
    cell(row.employeeNumber),
    cell(row.establishment),
    cell(row.name),
    cell(row.field),
    cell(row.before === '' ? say.emptyText : row.before, { color: GREY }),
    cell(row.after === '' ? say.emptyText : row.after, { bold: true }),
    cell(row.origin ? recapOrigins[row.origin] : ''),
  ];
}

function personCells(row: RecapReportRow): TableCell[] {
  return [cell(row.employeeNumber), cell(row.name), cell(row.establishment), cell(row.after)];
}

function sectionTable(kind: RecapKind, rows: readonly RecapReportRow[]): Content {
  const isChanged = kind === 'changed';
  const people = [...say.peopleHeadings, kind === 'unread' ? say.copyField : say.dateHeading];
  const headings = (isChanged ? say.recapHeadings : people).map(heading);
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: isChanged ? CHANGED_WIDTHS : PEOPLE_WIDTHS,
      body: [headings, ...rows.map(isChanged ? changedCells : personCells)],
    },
    layout: lines,
  };
}

/** The section of what changed is always there; the others when somebody is in them. */
function section(report: RecapReport, kind: RecapKind): Content[] {
  const rows = report.rows.filter((row) => row.kind === kind);
  if (rows.length === 0 && kind !== 'changed') return [];
  const title: Content = {
    stack: [
      { text: `${say.sectionNames[kind]} · ${say.summaryText(rows.length)}`, bold: true, fontSize: 11 },
      { text: say.sectionHints[kind], color: GREY, fontSize: 8 },
    ],
    margin: [0, 10, 0, 3],
    headlineLevel: 1,
  };
  return rows.length === 0 ? [title, { text: say.noLine }] : [title, sectionTable(kind, rows)];
}

function documentOf(report: RecapReport): PdfDocument {
  const kinds = Object.keys(recapKinds) as RecapKind[];
  const content = [...headContent(say.recapTitle, report), ...kinds.flatMap((kind) => section(report, kind))];
  return {
    ...peopleDocument(say.recapTitle, report, content),
    // A title alone at the foot of a page goes with its table.
    pageBreakBefore: ({ headlineLevel, startPosition }) => headlineLevel === 1 && startPosition.top > LOWEST_TITLE,
  };
}

/** The PDF of a recap; the same lines are the same bytes. */
export function recapPdf(report: RecapReport): Promise<Uint8Array> {
  return pdfBytes(documentOf(report), new Date(`${report.on}T12:00:00Z`));
}
