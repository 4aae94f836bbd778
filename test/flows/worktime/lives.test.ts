/** Random lives: hours changed, approved late and approved again, months closed one after the other. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  firstDay,
  plainMonth,
  type PlainMonth,
} from '../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../../shared/domain/review/cell.ts';
import { total } from '../../../shared/domain/worktime/movement.ts';
import { hundredths } from '../../../shared/domain/worktime/settlement.ts';
import { mondayOf } from '../../../shared/domain/worktime/weeks.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { exportLinesTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { timeCorrectionsTable } from '../../../shared/tables/worktime/timeCorrectionsTable.ts';
import { lookedBack } from '../../../shared/flows/worktime/worktimeReading.ts';
import '../../support/properties.ts';
import { SEEDS } from '../../support/seeds.ts';
import { sound } from '../../support/smallCompany.ts';
import { TimeCompany, type Typed } from './timeCompany.ts';

const MONTHS = ['2026-07', '2026-08', '2026-09', '2026-10'].map(plainMonth);
const LONG = ['2026-05', '2026-06', ...MONTHS].map((each) => plainMonth(each));
const PEOPLE = ['1', '2'];
const LIVES = Math.ceil(SEEDS / 10);

/** In `at`, the week so many weeks into the month `back` months before becomes this, waiting or not. */
interface Edit {
  readonly person: string;
  readonly back: 0 | 1 | 2;
  readonly week: number;
  readonly quarters: readonly number[];
  readonly waits: boolean;
}

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    person: fc.constantFrom(...PEOPLE),
    back: fc.constantFrom(0, 1, 2),
    week: fc.integer({ min: 0, max: 3 }),
    quarters: fc.array(fc.integer({ min: 20, max: 40 }), { minLength: 5, maxLength: 6 }),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

function apply(company: TimeCompany, month: PlainMonth, { person, back, week, quarters, waits }: Edit): void {
  const of = addMonths(month, -back);
  // From the second week on: the first may close in the month before.
  const date = addDays(addDays(firstDay(of), 7), 7 * Math.min(week, 2));
  company.week(person, date, ...quarters.map((each) => each / 4));
  const pending = company.account.pending.get(person) ?? new Set();
  pending.delete(mondayOf(date));
  company.account.pending.set(person, pending);
  if (waits) company.wait(person, date);
}

async function close(company: TimeCompany, month: PlainMonth): Promise<void> {
  const prepared = await prepareExport(company.ports, await company.computed(month));
  if (prepared.ok) sound(await confirmExport(company.ports, prepared.value.number));
  else if (prepared.error.code !== 'empty') throw new Error(prepared.error.code);
}

test('what was handed over is the rounded truth of every month that is still looked at', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: MONTHS.length, maxLength: MONTHS.length }), async (life) => {
      const company = await TimeCompany.begun();
      company.account.read = ['2026-06', ...MONTHS, '2026-11'].map((each) => plainMonth(each));
      // Every month has something to hand over, so that each one is closed.
      for (const month of MONTHS) company.week('3', addDays(firstDay(month), 7), 8, 8, 8, 8, 8);
      for (const [at, month] of MONTHS.entries()) {
        for (const edit of life[at] ?? []) apply(company, month, edit);
        await close(company, month);
      }
      // Everything is approved in the end, and one more month takes what is left.
      company.account.pending.clear();
      const last = plainMonth('2026-11');
      const computation = await company.computed(last);
      const looked = lookedBack(computation.book, last);
      for (const { outcome, accounts } of computation.people) {
        const recorded = computation.book.register.entries.get(outcome.employeeId) ?? [];
        for (const month of looked) {
          const truth = (await company.computed(month)).people.find(
            (each) => each.outcome.employeeId === outcome.employeeId,
          );
          for (const code of ['HS25', 'HS50']) {
            const done = recorded.filter((each) => each.origin === month && each.account === code);
            const late = accounts
              .flatMap((each) => each.late)
              .filter((each) => each.origin === month && each.account === code);
            const handed = [...done, ...late].reduce((sum, each) => sum + each.hundredths, 0);
            expect(handed).toBe(hundredths(total(truth?.outcome.movements ?? [], code)));
          }
        }
      }
    }),
    { numRuns: LIVES },
  );
}, 120_000);

/** A correction in quarters of an hour, of a month so many months before; nought deletes it. */
interface Correction {
  readonly person: string;
  readonly back: number;
  readonly account: string;
  readonly quarters: number;
}

/** What happens before a month is closed: weeks edited, corrections typed, changed or deleted, people whose lines payroll refuses. */
interface Season {
  readonly edits: readonly Edit[];
  readonly corrections: readonly Correction[];
  readonly refused: readonly string[];
}

const seasons: fc.Arbitrary<Season> = fc.record({
  edits: edits.map((all) => all.map((each) => ({ ...each, waits: false }))),
  corrections: fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      back: fc.integer({ min: 0, max: 4 }),
      account: fc.constantFrom('HS25', 'HS50'),
      quarters: fc.integer({ min: -20, max: 20 }),
    }),
    { maxLength: 2 },
  ),
  refused: fc.subarray(PEOPLE),
});

/** The rows of « Corrections de temps », one by person, month and account. */
class Corrections {
  readonly #rows = new Map<string, Typed>();

  type(month: PlainMonth, { person, back, account, quarters }: Correction): void {
    const date = firstDay(addMonths(month, -back));
    const key = `${person} ${date} ${account}`;
    if (quarters === 0) this.#rows.delete(key);
    else this.#rows.set(key, { luccaId: person, date, account, hours: quarters / 4 });
  }

  fill(company: TimeCompany): void {
    company.fill(timeCorrectionsTable, ...this.#rows.values());
  }

  /** Minutes of a month; the first that is kept here has those before it too. */
  minutes(person: string, month: PlainMonth, account: string, isFirst: boolean): number {
    const own = [...this.#rows.values()].filter((row) => row['luccaId'] === person && row['account'] === account);
    const isOf = (date: string) => date.startsWith(month) || (isFirst && date < month);
    return own.filter((row) => isOf(String(row['date']))).reduce((sum, row) => sum + Number(row['hours']) * 60, 0);
  }
}

function refuse(company: TimeCompany, number: string, people: readonly string[]): void {
  for (const line of company.book.tables.get(exportLinesTable.name) ?? []) {
    const [id, own] = ['luccaId', 'export'].map((key) => displayed(line.cells[key] ?? blank));
    if (own === number && people.includes(id ?? '')) line.cells = { ...line.cells, taken: textCell('non') };
  }
}

test('corrections of any month and lines that payroll refuses: every month ends at its rounded truth', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(seasons, { minLength: LONG.length, maxLength: LONG.length }), async (life) => {
      const company = await TimeCompany.begun();
      const corrections = new Corrections();
      company.account.read = ['2026-04', ...LONG, '2026-11'].map((each) => plainMonth(each));
      for (const month of LONG) company.week('3', addDays(firstDay(month), 7), 8, 8, 8, 8, 8);
      for (const [at, month] of LONG.entries()) {
        for (const edit of life[at]?.edits ?? []) if (edit.back <= at) apply(company, month, edit);
        for (const each of life[at]?.corrections ?? []) corrections.type(month, each);
        corrections.fill(company);
        const { number } = sound(await prepareExport(company.ports, await company.computed(month)));
        refuse(company, number, life[at]?.refused ?? []);
        sound(await confirmExport(company.ports, number));
      }
      const { people, book } = await company.computed('2026-11');
      for (const month of LONG) {
        const truth = await company.computed(month);
        for (const id of PEOPLE) {
          const rules = truth.people.find(({ outcome }) => outcome.employeeId === id)?.outcome.movements ?? [];
          const lines = people.find(({ outcome }) => outcome.employeeId === id)?.accounts ?? [];
          for (const code of ['HS25', 'HS50']) {
            const recorded = book.register.entries.get(id) ?? [];
            const handed = [...recorded, ...lines.flatMap(({ late }) => late)]
              .filter(({ origin, account }) => origin === month && account === code)
              .reduce((sum, each) => sum + each.hundredths, 0);
            const minutes = total(rules, code) + corrections.minutes(id, month, code, month === LONG[0]);
            expect([id, month, code, handed]).toEqual([id, month, code, hundredths(minutes)]);
          }
        }
      }
    }),
    { numRuns: Math.ceil(LIVES / 2) },
  );
}, 120_000);
