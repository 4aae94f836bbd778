/** The attendance sheet of paper vouchers on A4: an establishment on pages of its own, a row and a place to sign per person. */
import type { Content, TableCell } from 'pdfmake';
import type { PrintedAttendance } from '../../shared/contracts/fileSchemas.ts';
import { frenchDate } from '../../shared/domain/calendar/plainDate.ts';
import { euros } from '../../shared/messages/fr/euros.ts';
import * as say from '../../shared/messages/fr/vouchers/attendance.ts';
import { grouped } from '../../shared/messages/fr/words.ts';
import { pdfBytes, type PdfDocument } from './pdf.ts';

type Place = PrintedAttendance['establishments'][number];

/** Points: a signature needs a row of nine millimetres. */
const ROW_HEIGHT = 26;
const GREY = '#595959';
const WIDTHS = [62, '*', 38, 62, 62, 120];

/** Lines of the table that stand again at the top of each page: the establishment, and the headings. */
const HEADER_ROWS = 2;
/** Puts one line of text in the middle of its row. */
const MIDDLE: [number, number, number, number] = [0, 6, 0, 0];

const sumOf = ({ people }: Place) => people.reduce((sum, { number }) => sum + number, 0);
/** Roboto has no thin space. */
const printed = (text: string) => text.replaceAll('\u202f', '\u00a0');
const left = (text: string): TableCell => ({ text, margin: MIDDLE });
const right = (text: string): TableCell => ({ text: printed(text), alignment: 'right', margin: MIDDLE });

function placeRow(sheet: PrintedAttendance, { name }: Place): TableCell[] {
  const place: TableCell = { text: say.attendancePlace(name, sheet.month), bold: true, fontSize: 11, colSpan: 6 };
  return [place, '', '', '', '', ''];
}

function headings(): TableCell[] {
  return say.attendanceHeadings.map((text, index) => ({
    text,
    bold: true,
    fillColor: '#eeeeee',
    alignment: index === 2 || index === 3 ? 'right' : 'left',
  }));
}

function totalRow(words: string, vouchers: number, face: number): TableCell[] {
  return [
    { text: words, bold: true, colSpan: 2 },
    '',
    { text: printed(grouped(vouchers)), bold: true, alignment: 'right' },
    { text: printed(euros(vouchers * face)), bold: true, alignment: 'right' },
    { text: '', colSpan: 2 },
    '',
  ];
}

function placeTable(sheet: PrintedAttendance, place: Place): Content {
  const { face } = sheet;
  const { length } = place.people;
  const rows = place.people.map(({ employeeNumber, name, number }): TableCell[] => [
    left(employeeNumber),
    left(name),
    right(grouped(number)),
    right(euros(number * face)),
    '',
    '',
  ]);
  return {
    table: {
      headerRows: HEADER_ROWS,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths: WIDTHS,
      heights: (row) => (row < HEADER_ROWS || row === HEADER_ROWS + length ? 'auto' : ROW_HEIGHT),
      body: [placeRow(sheet, place), headings(), ...rows, totalRow(say.attendanceTotal(length), sumOf(place), face)],
    },
    layout: { hLineColor: () => GREY, vLineColor: () => GREY, hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
  };
}

function placeContent(sheet: PrintedAttendance, place: Place, index: number): Content[] {
  const { month, order, regulation, issuer, face } = sheet;
  return [
    { text: say.attendanceTitle, fontSize: 16, bold: true, ...(index === 0 ? {} : { pageBreak: 'before' }) },
    { text: say.attendanceSubject(month), fontSize: 12 },
    { text: say.attendanceOrder(order, regulation, issuer), color: GREY, margin: [0, 6, 0, 0] },
    { text: printed(say.attendanceFace(euros(face))), color: GREY },
    { text: say.attendanceReceipt, margin: [0, 8, 0, 8] },
    placeTable(sheet, place),
    ...complementContent(sheet),
  ];
}

/** What people read before they sign: under each establishment, whose pages go their own way. */
function complementContent({ complement }: PrintedAttendance): Content[] {
  if (complement === '') return [];
  const title: Content = { text: say.attendanceComplement, bold: true, margin: [0, 12, 0, 2] };
  return [{ stack: [title, { text: printed(complement) }], unbreakable: true }];
}

/** Under the last establishment, when there are several: what the whole order comes to. */
function wholeOrder({ establishments, face }: PrintedAttendance): Content[] {
  if (establishments.length < 2) return [];
  const vouchers = establishments.reduce((sum, place) => sum + sumOf(place), 0);
  const people = establishments.reduce((sum, place) => sum + place.people.length, 0);
  const text = say.attendanceWhole(people, vouchers, euros(vouchers * face));
  return [{ text: printed(text), bold: true, margin: [0, 12, 0, 0] }];
}

function documentOf(sheet: PrintedAttendance): PdfDocument {
  const { month, order, establishments } = sheet;
  return {
    pageSize: 'A4',
    pageMargins: [36, 36, 36, 48],
    info: { title: `${say.attendanceTitle} · ${say.attendanceSubject(month)}` },
    language: 'fr-FR',
    defaultStyle: { font: 'Roboto', fontSize: 10 },
    content: [...establishments.flatMap((place, index) => placeContent(sheet, place, index)), ...wholeOrder(sheet)],
    footer: (page, pages) => ({
      columns: [
        { text: `${order} · ${frenchDate(sheet.on)}` },
        { text: say.attendancePage(page, pages), alignment: 'right' },
      ],
      margin: [36, 12, 36, 0],
      fontSize: 9,
      color: GREY,
    }),
  };
}

/** The PDF of a sheet; the same sheet is the same bytes. */
export function attendancePdf(sheet: PrintedAttendance): Promise<Uint8Array> {
  return pdfBytes(documentOf(sheet), new Date(`${sheet.on}T12:00:00Z`));
}
