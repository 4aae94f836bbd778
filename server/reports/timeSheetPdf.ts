/** Sheets of working time on A4: each person on pages of their own, whose head is told again on each, and a place to sign. */
import type { Content, TableCell } from 'pdfmake';
import type {
  PrintedAccount,
  PrintedDay,
  PrintedTimeSheet,
  PrintedTimeSheets,
  PrintedWeek,
} from '../../shared/contracts/timeSheetSchemas.ts';
import { counterNames } from '../../shared/domain/worktime/ruleSet.ts';
import { dayName } from '../../shared/messages/fr/vouchers/days.ts';
import { hours } from '../../shared/messages/fr/worktime/hours.ts';
import * as say from '../../shared/messages/fr/worktime/sheet.ts';
import { pdfBytes, type PdfDocument } from './pdf.ts';

const GREY = '#595959';
const PALE = '#f0f0f0';
const LINE = '#c8c8c8';
/** Points: room for a date and a signature. */
const SIGN_HEIGHT = 42;
/** Blocks that stay on the page of the signature: whoever signs reads what they sign. */
const KEPT = 12;
const DAY_WIDTHS = [84, '*', 46, 170];
const ACCOUNT_WIDTHS = ['*', 46, 46, 56, 68, 46, 62];

/** A figure never breaks over two lines; Roboto has no thin space. */
const figure = (text: string) => text.replaceAll(/[ \u202f]/g, '\u00a0');
const right = (text: string, more: object = {}): TableCell => ({ text: figure(text), alignment: 'right', ...more });
const title = (text: string): Content => ({ text, bold: true, fontSize: 10.5, margin: [0, 8, 0, 2] });
const heading = (text: string, index: number): TableCell => ({
  text,
  color: GREY,
  fontSize: 8,
  alignment: index === 0 ? 'left' : 'right',
});

/** Thin lines between rows, none between columns. */
const rows = {
  hLineWidth: (at: number) => (at === 0 ? 0 : 0.4),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 0.7,
  paddingBottom: () => 0.7,
  paddingLeft: () => 3,
  paddingRight: () => 3,
};
/** The table that holds a person: its lines are those of what it holds. */
const frame = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 4,
  paddingLeft: () => 0,
  paddingRight: () => 0,
};

function head(sheet: PrintedTimeSheet, { month }: PrintedTimeSheets): TableCell {
  const who: Content = {
    stack: [
      { text: say.sheetTitle, color: GREY },
      { text: sheet.name, bold: true, fontSize: 15 },
      { text: say.identity(sheet) },
    ],
  };
  const what: Content = {
    alignment: 'right',
    stack: [{ text: say.monthText(month), bold: true, fontSize: 13 }, { text: say.regulationText(sheet) }],
  };
  const line: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 4, x2: 523, y2: 4, lineWidth: 1, lineColor: GREY }],
  };
  return {
    stack: [
      {
        columns: [
          { ...who, width: '*' },
          { ...what, width: 210 },
        ],
      },
      line,
    ],
    margin: [0, 0, 0, 4],
  };
}

const isQuiet = ({ minutes, absences, notes }: PrintedDay) => minutes + absences.length + notes.length === 0;

/** Days that follow each other and have nothing to tell are one row. */
function dayRuns(days: readonly PrintedDay[]): PrintedDay[][] {
  const runs: PrintedDay[][] = [];
  for (const day of days) {
    const last = runs.at(-1)?.[0];
    const goesOn = last && isQuiet(last) && isQuiet(day) && last.isUnderContract === day.isUnderContract;
    if (goesOn) runs.at(-1)?.push(day);
    else runs.push([day]);
  }
  return runs;
}

function dayRow(run: readonly PrintedDay[]): TableCell[] {
  return run.slice(0, 1).flatMap((day): TableCell[] => {
    const color = day.minutes === 0 ? { color: GREY } : {};
    return [
      { text: say.daysLabel(run.map(({ date }) => date)), ...color },
      { text: say.presenceText(day) },
      right(say.dayHours(day)),
      { text: say.remarkText(day), margin: [12, 0, 0, 0], ...color },
    ];
  });
}

function weekBlock(week: PrintedWeek): Content {
  const top: TableCell = { text: say.weekTitle(week.from), bold: true, fillColor: PALE, colSpan: 2 };
  const state: TableCell = {
    text: week.waits ? say.waitsText : figure(say.weekTotal(week)),
    fillColor: PALE,
    alignment: 'right',
    colSpan: 2,
  };
  const body = [[top, '', state, ''], ...dayRuns(week.days).map(dayRow)];
  return { table: { widths: DAY_WIDTHS, body }, layout: rows };
}

function countersBlock({ weeks }: PrintedTimeSheet): Content {
  const body = weeks.map(({ from, counters }): TableCell[] => [
    { text: dayName(from) },
    ...counterNames.map((name) => right(say.figure(counters[name]))),
  ]);
  const widths = ['*', ...counterNames.map(() => 72)];
  const table = { widths, body: [say.counterHeadings.map(heading), ...body] };
  return { stack: [title(say.countersTitle), { table, layout: rows }] };
}

function accountCells({ code, name, rules, ...figures }: PrintedAccount): TableCell[] {
  const { before, posted, corrected, late, balance, handedOver } = figures;
  const told = rules.map((text): Content => ({ text, color: GREY, fontSize: 8 }));
  const [some, sum] = [[before, posted, corrected, late], hours(balance)];
  return [
    { stack: [{ text: say.accountText(code, name), bold: true }, ...told] },
    ...some.map((minutes) => right(minutes === 0 ? say.nothing : hours(minutes))),
    right(sum, { bold: true }),
    right(handedOver === null ? say.nothing : say.hundredthsText(handedOver)),
  ];
}

/** One row of the frame by account, so that a long list goes on over the page. */
function accountBlocks({ accounts }: PrintedTimeSheet): Content[] {
  if (accounts.length === 0) return [{ stack: [title(say.accountsTitle), { text: say.noAccount }] }];
  const block = (...body: TableCell[][]): Content => ({ table: { widths: ACCOUNT_WIDTHS, body }, layout: rows });
  const [first, ...others] = accounts.map(accountCells);
  const top = block(say.accountHeadings.map(heading), ...(first ? [first] : []));
  return [
    { stack: [title(say.accountsTitle), top] },
    ...others.map((cells) => block(cells)),
    { text: say.accountsNote, color: GREY, fontSize: 8 },
  ];
}

function controlBlocks({ controls }: PrintedTimeSheet): Content[] {
  const texts = controls.map(({ sentence, article }): Content => ({ text: say.controlText(sentence, article) }));
  const [first = { text: say.noControl }, ...others] = texts;
  return [{ stack: [title(say.controlsTitle), first] }, ...others];
}

function signBlock(): Content {
  const cells = say.signatures.map((who): TableCell => ({
    stack: [
      { text: who, bold: true },
      { text: say.signHint, color: GREY, fontSize: 8 },
    ],
    margin: [4, 3, 4, 3],
  }));
  const table = { widths: ['*', '*'], heights: SIGN_HEIGHT, body: [cells] };
  return { table, layout: { hLineColor: () => GREY, vLineColor: () => GREY, ...thin }, margin: [0, 6, 0, 0] };
}
const thin = { hLineWidth: () => 0.5, vLineWidth: () => 0.5 };

/** The last blocks and the place to sign, in one row of the frame, which is never cut. */
function ending(blocks: readonly Content[]): Content {
  const spaced = blocks.map((each): Content => ({ stack: [each], margin: [0, 0, 0, 4] }));
  return { stack: [...spaced, signBlock()] };
}

function personContent(sheet: PrintedTimeSheet, document: PrintedTimeSheets, index: number): Content {
  const state = say.stateTexts[sheet.state];
  const blocks: Content[] = [
    ...(state === '' ? [] : [{ text: state, bold: true }]),
    ...sheet.weeks.map(weekBlock),
    ...(sheet.weeks.length === 0 ? [] : [countersBlock(sheet)]),
  ];
  const totals = [...accountBlocks(sheet), ...controlBlocks(sheet)];
  blocks.push(...totals.slice(0, -KEPT), ending(totals.slice(-KEPT)));
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*'],
      body: [[head(sheet, document)], ...blocks.map((each) => [each])],
    },
    layout: frame,
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  };
}

function documentOf(sheets: PrintedTimeSheets): PdfDocument {
  return {
    pageSize: 'A4',
    pageMargins: [36, 26, 36, 36],
    info: { title: say.documentTitle(sheets.month) },
    language: 'fr-FR',
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    content: sheets.people.map((each, index) => personContent(each, sheets, index)),
    footer: (page, pages) => ({
      columns: [{ text: say.printedOn(sheets.on) }, { text: say.pageText(page, pages), alignment: 'right' }],
      margin: [36, 8, 36, 0],
      fontSize: 8,
      color: GREY,
    }),
  };
}

/** The PDF of sheets; the same sheets are the same bytes. */
export function timeSheetsPdf(sheets: PrintedTimeSheets): Promise<Uint8Array> {
  return pdfBytes(documentOf(sheets), new Date(`${sheets.on}T12:00:00Z`));
}
