/** What a printed month of absences draws: the dates at the top of a table, the month of a person, a key of the legend, a bar. */
import type { PrintedAway } from '../../shared/contracts/absenceCalendarSchemas.ts';
import type { DiscreetCategory } from '../../shared/domain/absences/calendar/entry.ts';
import { isoWeekday, type PlainDate } from '../../shared/domain/calendar/plainDate.ts';
import { absenceLetters, holidayLetter } from '../../shared/messages/fr/absences/calendar.ts';

/** Light enough for a black letter, and far enough from each other on a grey printer for none to be needed. */
export const absenceColours: Readonly<Record<DiscreetCategory, string>> = {
  paidLeave: '#b7dfb9',
  rtt: '#b5d3f3',
  rest: '#cdeaf0',
  paidAbsence: '#dccbf0',
  unpaidLeave: '#f8d5a0',
  remoteWork: '#e2e8ae',
  partialActivity: '#d8c7b2',
  parentalLeave: '#f7c9dd',
  movingHouse: '#c4eadb',
  bereavement: '#c6c6d3',
  marriage: '#fbe287',
  birth: '#c8cff6',
  stoppage: '#f3b0a6',
  other: '#dadada',
  unbound: '#ffffff',
};

/** Points. */
export const DAY_WIDTH = 19.6;
export const ROW_HEIGHT = 20;
const HEAD_HEIGHT = 22;
const KEY_HEIGHT = 11;
const WEEKEND = '#e9e9e9';
const HOLIDAY = '#f4f4f4';
const GRID = '#c8c8c8';
const INK = '#1a1a1a';
const PALE_INK = '#595959';
const WEEKDAYS = ['L', 'M', 'M', 'J', 'V', 'S', 'D'];
const SATURDAY = 6;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Half = PrintedAway['days'][number]['am'];
type Entry = Half[number];

function rect({ x, y, width, height }: Box, fill: string, stroke = 'none'): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" stroke="${stroke}" stroke-width="0.4"/>`;
}

/** A word in the middle of a box. `text` is one of ours: letters and figures. */
function word({ x, y, width, height }: Box, text: string, size: number, ink = INK, weight = 'bold'): string {
  const [middle, line] = [x + width / 2, y + height / 2 + size * 0.36];
  return `<text x="${middle}" y="${line}" font-family="Roboto" font-weight="${weight}" font-size="${size}" fill="${ink}" text-anchor="middle">${text}</text>`;
}

function drawing(width: number, height: number, parts: readonly string[]): string {
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
}

/** A line around a box that the next one does not hide. */
function inside({ x, y, width, height }: Box): Box {
  return { x: x + 0.8, y: y + 0.8, width: width - 1.6, height: height - 1.6 };
}

function mark(box: Box, { category, minutes }: Entry, size: number): string {
  const letters = `${absenceLetters[category]}${minutes === null ? '' : 'h'}`;
  const ground =
    category === 'unbound'
      ? rect(inside(box), absenceColours.unbound, PALE_INK)
      : rect(box, absenceColours[category], GRID);
  return ground + word(box, letters, size);
}

/** Several absences on one half stand beside each other. */
function half(box: Box, entries: Half): string {
  const width = box.width / entries.length;
  const size = entries.length > 1 ? 5 : 6.5;
  return entries.map((entry, at) => mark({ ...box, x: box.x + at * width, width }, entry, size)).join('');
}

const isWhole = ({ am, pm }: PrintedAway['days'][number]) =>
  am.length === 1 &&
  pm.length === 1 &&
  am[0]?.category === pm[0]?.category &&
  am[0]?.minutes === null &&
  pm[0]?.minutes === null;

function dayBox(at: number, height: number): Box {
  return { x: at * DAY_WIDTH, y: 0, width: DAY_WIDTH, height };
}

const isWeekend = (date: PlainDate) => isoWeekday(date) >= SATURDAY;

/** The initial of each weekday, and the dates. */
export function datesDrawing(dates: readonly PlainDate[]): string {
  const parts = dates.map((date, at) => {
    const box = dayBox(at, HEAD_HEIGHT);
    const top = { ...box, height: HEAD_HEIGHT / 2 };
    const low = { ...top, y: HEAD_HEIGHT / 2 };
    const ground = isWeekend(date) ? rect(box, WEEKEND) : '';
    const initial = WEEKDAYS[isoWeekday(date) - 1] ?? '';
    return ground + word(top, initial, 6.5, PALE_INK, 'normal') + word(low, String(Number(date.slice(8))), 8);
  });
  return drawing(dates.length * DAY_WIDTH, HEAD_HEIGHT, parts);
}

/** The month of a person: mornings above, afternoons below, whole days over both. */
export function monthDrawing({ days, holidays }: PrintedAway, dates: readonly PlainDate[]): string {
  const away = new Map(days.map((day) => [day.date, day]));
  const parts = dates.map((date, at) => {
    const box = dayBox(at, ROW_HEIGHT);
    const isHoliday = holidays.includes(date);
    const ground = rect(box, isWeekend(date) ? WEEKEND : isHoliday ? HOLIDAY : 'none', GRID);
    const day = away.get(date);
    const [am, pm] = [
      { ...box, height: ROW_HEIGHT / 2 },
      { ...box, y: ROW_HEIGHT / 2, height: ROW_HEIGHT / 2 },
    ];
    if (!day) return ground + (isHoliday ? word(box, holidayLetter, 7, PALE_INK, 'normal') : '');
    const [entry] = day.am;
    if (entry && isWhole(day)) return ground + mark(box, entry, 8);
    return ground + half(am, day.am) + half(pm, day.pm);
  });
  return drawing(dates.length * DAY_WIDTH, ROW_HEIGHT, parts);
}

/** A category as the month shows it. */
export function keyDrawing(category: DiscreetCategory): string {
  const box = { x: 0.5, y: 0, width: DAY_WIDTH, height: KEY_HEIGHT - 0.5 };
  return drawing(DAY_WIDTH + 1, KEY_HEIGHT, [mark(box, { category, minutes: null }, 7)]);
}

/** A bar of `share` of the whole width: days before hours. */
export function barDrawing(category: DiscreetCategory, share: number, width: number): string {
  const box = { x: 0.5, y: 1, width: Math.max(1, share * (width - 1)), height: 8 };
  return drawing(width, 10, [rect(box, absenceColours[category], PALE_INK)]);
}
