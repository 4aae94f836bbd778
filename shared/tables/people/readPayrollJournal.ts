/** « Journal de paie » as it was pasted: each figure exact, each line with its person, and everything that cannot be read at its cell. */
import { parsePlainMonth, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { hundredthsIn, hundredthsOf, type ReadFigure } from '../../domain/people/month/figure.ts';
import {
  checkedMeasures,
  type CheckedFigures,
  type CheckedMeasure,
  type JournalLine,
  type PaidPerson,
} from '../../domain/people/month/payrollCheck.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading, type TypedRow } from '../typedRow.ts';
import { payrollJournalTable } from './payrollCheckTables.ts';

/** Somebody whom payroll may pay. `aliases`: what their establishment may be called: its code, its name, its number. */
export interface KnownPaid extends PaidPerson {
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface JournalBeside {
  readonly month: PlainMonth;
  readonly people: readonly KnownPaid[];
  /** Every establishment of the workbook, by any of its names. */
  readonly places: readonly string[];
  /** Payroll codes that are ours, by their canonical text. */
  readonly codes: ReadonlySet<string>;
}

export interface PayrollJournal {
  readonly lines: readonly JournalLine[];
  /** Lines of the month, whatever their code. */
  readonly count: number;
  /** Codes that are none of ours, with their number of lines. */
  readonly others: ReadonlyMap<string, number>;
  /** Lines without a number of line, pasted by hand. */
  readonly pasted: number;
}

/** The canonical text of a code or of a matricule. */
export function codeText(text: string): string {
  return canonical('identifier', textCell(text));
}
const placeText = (text: string) => canonical('text', textCell(text));
const withoutZeros = (text: string) => text.replace(/^0+(?=.)/, '');

/** A number of a cell, told as its text, may be a sum of fractions. */
function figureIn(text: string): ReadFigure {
  const read = hundredthsOf(text);
  const isLong = 'problem' in read && /^-?\d+\.\d{6,}(?:E-?\d+)?$/i.test(text);
  return isLong ? hundredthsIn(Number(text)) : read;
}

/** Undefined when a cell cannot be read, which is then told. */
function figuresOf(row: TypedRow): CheckedFigures | undefined {
  const figures: Partial<Record<CheckedMeasure, number>> = {};
  let isSound = true;
  for (const measure of checkedMeasures) {
    const typed = row.text(measure);
    if (typed === '' && !row.isUnreadable(measure)) continue;
    const read = figureIn(typed);
    if ('hundredths' in read) figures[measure] = read.hundredths;
    else {
      row.say(measure, read.problem === 'tooFine' ? 'journalFigureTooFine' : 'journalFigureUnreadable');
      isSound = false;
    }
  }
  return isSound ? figures : undefined;
}

/** One person for each pair of establishment and matricule. */
function distinct(people: readonly KnownPaid[]): KnownPaid[] {
  return [
    ...new Map(people.map((each) => [JSON.stringify([each.place, codeText(each.employeeNumber)]), each])).values(),
  ];
}

class Payees {
  readonly #exact = new Map<string, KnownPaid[]>();
  /** By matricule without the zeros that a spreadsheet drops. */
  readonly #short = new Map<string, KnownPaid[]>();
  readonly #places: ReadonlySet<string>;

  constructor({ people, places }: JournalBeside) {
    this.#places = new Set([...places, ...people.flatMap(({ aliases }) => aliases)].map(placeText));
    for (const person of distinct(people)) {
      const number = codeText(person.employeeNumber);
      if (number === '') continue;
      this.#exact.set(number, [...(this.#exact.get(number) ?? []), person]);
      const short = withoutZeros(number);
      this.#short.set(short, [...(this.#short.get(short) ?? []), person]);
    }
  }

  /** The person of a line, or why there is none, said at its cell. */
  named(row: TypedRow): KnownPaid | undefined {
    const [number, place] = [codeText(row.text('employeeNumber')), placeText(row.text('establishment'))];
    if (number === '') return this.#lost(row, 'employeeNumber', 'journalNumberMissing');
    if (place !== '' && !this.#places.has(place)) return this.#lost(row, 'establishment', 'journalPlaceUnknown');
    const isThere = ({ aliases }: KnownPaid) => place === '' || aliases.some((each) => placeText(each) === place);
    const exact = (this.#exact.get(number) ?? []).filter(isThere);
    const found = exact.length > 0 ? exact : (this.#short.get(withoutZeros(number)) ?? []).filter(isThere);
    if (found.length === 1) return found[0];
    return this.#lost(row, 'employeeNumber', found.length === 0 ? 'journalPersonUnknown' : 'journalMatriculeShared');
  }

  #lost(row: TypedRow, key: string, code: string): undefined {
    row.say(key, code, {}, code === 'journalMatriculeShared' ? 'error' : 'warning');
    return undefined;
  }
}

/** Undefined for a line of another month, or of none, which is then told. */
function isOfMonth(row: TypedRow, month: PlainMonth): boolean {
  const typed = row.text('month').trim();
  if (typed === '' || typed === month) return true;
  if (parsePlainMonth(typed) === undefined) row.say('month', 'journalMonthOdd');
  return false;
}

/** Reads the journal of the month. */
export function readPayrollJournal(state: TableState | undefined, beside: JournalBeside): Reading<PayrollJournal> {
  const typed = typedRows(payrollJournalTable, state, ['identifierIsNumber']);
  const findings: readonly Finding[] = typed.findings;
  const rows = typed.rows.filter((row) => row.text('code') !== '' && isOfMonth(row, beside.month));
  const others = new Map<string, number>();
  const payees = new Payees(beside);
  const lines = rows.flatMap((row): JournalLine[] => {
    const code = codeText(row.text('code'));
    if (!beside.codes.has(code)) {
      others.set(row.text('code'), (others.get(row.text('code')) ?? 0) + 1);
      return [];
    }
    const person = payees.named(row);
    const figures = figuresOf(row);
    if (!person || !figures) return [];
    const { place, employeeNumber, name } = person;
    return [{ place, employeeNumber, name, code, label: row.text('label'), figures }];
  });
  const pasted = rows.filter((row) => row.text('line') === '').length;
  return { value: { lines, count: rows.length, others, pasted }, findings };
}
