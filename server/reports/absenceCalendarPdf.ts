/** A month of absences on A4, on its side: a team on pages of its own, a row per person, the legend at the foot of each page. */
import type { Content, TableCell } from 'pdfmake';
import type {
  PrintedAbsences,
  PrintedAbsenceTeam,
  PrintedAway,
} from '../../shared/contracts/absenceCalendarSchemas.ts';
import { categoryTotals, totalOf, type AbsenceTotal } from '../../shared/domain/absences/calendar/totals.ts';
import { discreetCategories, type DiscreetCategory } from '../../shared/domain/absences/calendar/entry.ts';
import {
  addDays,
  firstDay,
  frenchDate,
  lastDay,
  wallClock,
  type PlainDate,
} from '../../shared/domain/calendar/plainDate.ts';
import * as say from '../../shared/messages/fr/absences/calendar.ts';
import { dataAsOf } from '../../shared/messages/fr/flows.ts';
import { grouped } from '../../shared/messages/fr/words.ts';
import { absenceColours, barDrawing, datesDrawing, DAY_WIDTH, keyDrawing, monthDrawing } from './absenceDrawing.ts';
import { pdfBytes, type PdfDocument } from './pdf.ts';
import { cell, GREY, heading, lines, printed } from './peoplePages.ts';

const ZONE = 'Europe/Paris';
/** Points. */
const MARGIN = 26;
const TOTAL_WIDTH = 46;
const BAR_WIDTH = 250;
/** Room for a legend of three lines and the number of the page. */
const FOOT = 62;

/** Nothing stands between the dates of two rows. */
const rows = {
  ...lines,
  hLineWidth: (at: number) => (at < 2 ? 0 : 0.4),
  paddingTop: () => 0,
  paddingBottom: () => 0,
  paddingLeft: (at: number) => (at === 1 ? 0 : 3),
  paddingRight: (at: number) => (at === 1 ? 0 : 3),
};

function datesOf({ month }: PrintedAbsences): PlainDate[] {
  const dates: PlainDate[] = [];
  for (let date = firstDay(month); date <= lastDay(month); date = addDays(date, 1)) dates.push(date);
  return dates;
}

const right = (text: string, more: object = {}) => cell(text, { alignment: 'right', ...more });
const figures = ({ halfDays, minutes }: AbsenceTotal) =>
  [say.daysOrBlank(halfDays), say.hoursOrBlank(minutes)].filter((text) => text !== '').join('\n');

function personRow(person: PrintedAway, dates: readonly PlainDate[]): TableCell[] {
  const { name, employeeNumber } = person;
  const who: TableCell = {
    stack: [
      { text: printed(name), fontSize: 8, bold: true },
      { text: printed(employeeNumber), fontSize: 6.5, color: GREY },
    ],
    margin: [0, 1, 0, 1],
  };
  const total = right(figures(totalOf([person])), { fontSize: 7.5, margin: [0, 2, 0, 0] });
  return [who, { svg: monthDrawing(person, dates) }, total];
}

/** What a page is of. */
function head({ month, account }: PrintedAbsences, name: string): Content {
  const left: Content = {
    stack: [
      { text: say.calendarTitle, color: GREY },
      { text: printed(name), bold: true, fontSize: 15 },
    ],
  };
  const when: Content = {
    alignment: 'right',
    stack: [
      { text: say.printedMonth(month), bold: true, fontSize: 13 },
      { text: printed(account), color: GREY },
    ],
  };
  return { columns: [left, when], margin: [0, 0, 0, 6] };
}

const teamName = ({ name }: PrintedAbsenceTeam) => (name === '' ? say.noTeam : name);

function datesRow({ people }: PrintedAbsenceTeam, dates: readonly PlainDate[]): TableCell[] {
  const quiet = { color: GREY, fontSize: 8 };
  return [
    { text: say.people(people.length), ...quiet, margin: [0, 8, 0, 0] },
    { svg: datesDrawing(dates) },
    { text: say.totalHeading, ...quiet, alignment: 'right', margin: [0, 8, 0, 0] },
  ];
}

function teamTable(document: PrintedAbsences, team: PrintedAbsenceTeam): Content {
  const dates = datesOf(document);
  // Told again on each page.
  const whose: TableCell = { stack: [head(document, teamName(team))], colSpan: 3, margin: [-3, 0, -3, 0] };
  return {
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: ['*', dates.length * DAY_WIDTH, TOTAL_WIDTH],
      body: [[whose, '', ''], datesRow(team, dates), ...team.people.map((each) => personRow(each, dates))],
    },
    layout: rows,
  };
}

/** « congés payés 12 j, RTT 3 j » under the rows of a team. */
function teamTotal({ people }: PrintedAbsenceTeam): Content {
  return {
    text: [
      { text: say.teamTotal(say.amount(totalOf(people))), bold: true },
      printed(say.categoryAmounts(categoryTotals(people))),
    ],
    margin: [3, 6, 0, 0],
  };
}

function totalRow(key: TableCell, people: number, { halfDays, minutes }: AbsenceTotal, more: object = {}): TableCell[] {
  return [
    key,
    right(grouped(people), more),
    right(say.daysOrBlank(halfDays), more),
    right(say.hoursOrBlank(minutes), more),
  ];
}

const headings = (texts: readonly string[]) =>
  texts.map((text, at): TableCell => Object.assign(heading(text), at === 0 ? {} : { alignment: 'right' }));

function categoryTable(document: PrintedAbsences): Content {
  const everybody = document.teams.flatMap(({ people }) => people);
  const totals = categoryTotals(everybody);
  const largest = Math.max(1, ...totals.map(({ halfDays }) => halfDays));
  const body = totals.map((total): TableCell[] => {
    const category = total.category as DiscreetCategory;
    const key: TableCell = {
      columns: [{ stack: [{ svg: keyDrawing(category) }], width: 26 }, { text: say.categoryName(category) }],
      margin: [0, 1, 0, 0],
    };
    const bar: TableCell =
      total.halfDays === 0 ? '' : { svg: barDrawing(category, total.halfDays / largest, BAR_WIDTH) };
    return [...totalRow(key, total.people, total), bar];
  });
  const whole = totalRow({ text: say.wholeTotal, bold: true }, everybody.length, totalOf(everybody), { bold: true });
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', 70, 70, 70, BAR_WIDTH],
      body: [[...headings(say.categoryHeadings), heading(say.barHeading)], ...body, [...whole, '']],
    },
    layout: lines,
  };
}

function teamsTable({ teams }: PrintedAbsences): Content {
  const body = teams.map((team) => totalRow(cell(teamName(team)), team.people.length, totalOf(team.people)));
  const table = {
    headerRows: 1,
    dontBreakRows: true,
    widths: ['*', 70, 70, 70],
    body: [headings(say.teamHeadings), ...body],
  };
  return { table, layout: lines };
}

const title = (text: string): Content => ({ text, bold: true, fontSize: 13, margin: [0, 10, 0, 4] });

/** What the month comes to, and what is not in it. */
function totalsContent(document: PrintedAbsences): Content[] {
  const { leftOut, unplaced } = document;
  const told = [
    ...(leftOut.people === 0 ? [] : [say.leftOutText(leftOut.people, leftOut.halfDays)]),
    ...(unplaced.length === 0 ? [] : [say.unplacedText(unplaced)]),
  ];
  const notes = told.map((text): Content => ({ text: printed(text), margin: [0, 8, 0, 0] }));
  const byTeam = document.teams.length < 2 ? [] : [title(say.teamTotalsTitle), teamsTable(document)];
  return [
    { stack: [head(document, say.wholeTotal)], pageBreak: 'before' },
    title(say.categoryTotalsTitle),
    categoryTable(document),
    ...byTeam,
    ...notes,
    { text: say.discretionNote, color: GREY, margin: [0, 8, 0, 0] },
  ];
}

function teamContent(document: PrintedAbsences, team: PrintedAbsenceTeam, index: number): Content[] {
  const table = teamTable(document, team);
  return [index === 0 ? table : { stack: [table], pageBreak: 'before' }, teamTotal(team)];
}

/** Every category of the document, as it is drawn, on one line or two. */
function legend({ teams }: PrintedAbsences): Content {
  const shown = new Set(categoryTotals(teams.flatMap(({ people }) => people)).map(({ category }) => category));
  const keys = discreetCategories.filter((category) => shown.has(category));
  const pieces = keys.flatMap((category) => [
    { text: `\u00a0${say.absenceLetters[category]}\u00a0`, bold: true, background: absenceColours[category] },
    { text: ` ${say.categoryName(category).replaceAll(' ', '\u00a0')}    ` },
  ]);
  return { text: [...pieces, { text: say.paperHint }], fontSize: 8, color: '#1a1a1a' };
}

function documentOf(document: PrintedAbsences): PdfDocument {
  const { date, time } = wallClock(document.asOf, ZONE);
  const keys = legend(document);
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [MARGIN, MARGIN, MARGIN, FOOT],
    info: { title: `${say.documentTitle(document.month)} · ${document.account}` },
    language: 'fr-FR',
    defaultStyle: { font: 'Roboto', fontSize: 9 },
    content: [
      ...document.teams.flatMap((team, index) => teamContent(document, team, index)),
      ...totalsContent(document),
    ],
    footer: (page, pages) => ({
      stack: [
        keys,
        {
          columns: [
            { text: dataAsOf(frenchDate(date), time) },
            { text: say.printedOn(document.on), alignment: 'center' },
            { text: say.pageText(page, pages), alignment: 'right' },
          ],
          margin: [0, 4, 0, 0],
          fontSize: 8,
          color: GREY,
        },
      ],
      margin: [MARGIN, 6, MARGIN, 0],
    }),
  };
}

/** The PDF of a month of absences; the same document is the same bytes. */
export function absenceCalendarPdf(document: PrintedAbsences): Promise<Uint8Array> {
  return pdfBytes(documentOf(document), new Date(`${document.on}T12:00:00Z`));
}
