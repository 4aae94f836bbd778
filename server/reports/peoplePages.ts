/** What the printed lists of people have in common: their head, their tables, the foot of each page. */
import type { Content, TableCell } from 'pdfmake';
import type { RecapReport } from '../../shared/contracts/recapSchemas.ts';
import { frenchDate } from '../../shared/domain/calendar/plainDate.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import { monthName } from '../../shared/messages/fr/words.ts';
import type { PdfDocument } from './pdf.ts';

export const GREY = '#595959';
export const PALE = '#f0f0f0';
const LINE = '#c8c8c8';
const MARGIN = 36;

export type ReportHead = Pick<RecapReport, 'month' | 'account' | 'on' | 'isMasked' | 'notes'>;

/** Characters of a word that a column holds: a longer one is cut where a space would be. */
const LONGEST_WORD = 24;
const LONG_WORD = new RegExp(`(\\S{${LONGEST_WORD}})(?=\\S)`, 'gu');

/** Roboto has no thin space and no arrow, and no printer breaks a word that has none. */
export function printed(text: string): string {
  return text.replaceAll('\u202f', '\u00a0').replaceAll('→', '›').replace(LONG_WORD, '$1\u200b');
}

export const cell = (text: string, more: object = {}): TableCell => ({ text: printed(text), ...more });
export const heading = (text: string): TableCell => ({ text, bold: true, fillColor: PALE, color: GREY, fontSize: 8 });

/** Thin lines between rows, none between columns. */
export const lines = {
  hLineWidth: () => 0.4,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 2,
  paddingBottom: () => 2,
  paddingLeft: () => 4,
  paddingRight: () => 4,
};

const masking = ({ isMasked }: ReportHead) => (isMasked ? say.maskedData : say.shownData);

export function headContent(title: string, report: ReportHead): Content[] {
  const { month, account, on, notes } = report;
  const left: Content = {
    stack: [
      { text: title, bold: true, fontSize: 16 },
      { text: printed(account), color: GREY },
    ],
  };
  const right: Content = {
    alignment: 'right',
    stack: [
      { text: monthName(month), bold: true, fontSize: 13 },
      { text: say.madeOn(frenchDate(on)), color: GREY },
      { text: masking(report), bold: true },
    ],
  };
  const told = notes.map((text): Content => ({ text: printed(text), color: GREY, margin: [0, 1, 0, 0] }));
  return [
    { columns: [left, right], columnGap: 12 },
    { stack: told, margin: [0, 6, 0, 6] },
  ];
}

/** A4 on its side. */
export function peopleDocument(title: string, report: ReportHead, content: Content[]): PdfDocument {
  const { month, account, on } = report;
  const name = `${title} · ${monthName(month)}`;
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 8],
    info: { title: `${name} · ${account}` },
    language: 'fr-FR',
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    content,
    footer: (page, pages) => ({
      columns: [
        { text: printed(`${name} · ${account}`), width: '*' },
        { text: `${masking(report)} · ${frenchDate(on)}`, alignment: 'center', width: 'auto' },
        { text: say.pageOf(page, pages), alignment: 'right', width: 90 },
      ],
      margin: [MARGIN, 12, MARGIN, 0],
      fontSize: 8,
      color: GREY,
    }),
  };
}
