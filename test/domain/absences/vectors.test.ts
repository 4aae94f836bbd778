/** The examples of areas `absence-sync` and `absence-dsn` of the reference, each by its own small adapter. */
import { expect, test } from '@jest/globals';
import { lastDay, plainDate, plainMonth, type PlainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { proposedBinding } from '../../../shared/domain/absences/proposeBinding.ts';
import { stoppageReasons, suspensionReasons } from '../../../shared/domain/absences/dsnReasons.ts';
import { outcomeOf, reconciled } from '../../../shared/domain/absences/reconcile.ts';
import { spansOf } from '../../../shared/domain/absences/spans.ts';
import { payfitDates } from '../../../shared/domain/absences/targets/payfit.ts';
import { absenceCategories } from '../../../shared/domain/absences/treatment.ts';
import { fatesOf, wantedHalfDays } from '../../../shared/domain/absences/wantedHalfDays.ts';
import { vectorsOf, type Vector } from '../../cases/vectors.ts';
import { halfDay, taken, weekdays, world } from './builders.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown) => value as Readonly<Record<string, unknown>>;

/** `'2026-09-28 AM'`. */
function halfDate(value: unknown) {
  const [date = '', half] = text(value).split(' ');
  return { date: plainDate(date), half: half === 'PM' ? ('pm' as const) : ('am' as const) };
}

/** Dates that a run of `month` transfers of `halfDays`, when payroll already holds `before`. */
function importedIn(month: string, dates: readonly PlainDate[], before: readonly PlainDate[] = []): PlainDate[] {
  const halves = (each: PlainDate) => [halfDay(`${each} am`), halfDay(`${each} pm`)];
  const context = world({ upTo: lastDay(plainMonth(month)) });
  const wanted = wantedHalfDays(fatesOf(dates.flatMap(halves), context));
  const held = wantedHalfDays(fatesOf(before.flatMap(halves), context)).map((each) => taken(each));
  return [...new Set(reconciled(wanted, held).added.map(({ date }) => date))];
}

const adapters: Readonly<Record<string, (vector: Vector) => unknown>> = {
  'absence-sync-01': ({ input }) => {
    const dates = [plainDate(text(record(input['leave'])['date']))];
    const month = text(input['payMonth']);
    const imported = importedIn(month, dates).length > 0;
    return { imported, importedAt: [month, '2022-10'].find((each) => importedIn(each, dates).length > 0) };
  },
  'absence-sync-02': ({ input }) => {
    const leave = record(input['leave']);
    const dates = weekdays(halfDate(leave['from']).date, halfDate(leave['to']).date);
    const now = importedIn(text(input['payMonth']), dates);
    return { now, next: importedIn('2026-10', dates, now) };
  },
  'absence-sync-04': ({ input }) => ({
    outcome: { nothing: 'NOTHING', import: 'IMPORT', regularise: 'REGULARISE', thenImport: 'REGULARISE_THEN_IMPORT' }[
      outcomeOf(Number(input['added']), Number(input['deleted']))
    ],
  }),
  'absence-sync-07': ({ input }) => ({ transferred: proposedBinding(text(input['account']))?.is === 'transferred' }),
  'absence-sync-08': ({ input }) => {
    const categories = new Map(Object.entries(absenceCategories).map(([key, { name }]) => [name as string, key]));
    const accounts = input['accounts'] as readonly string[];
    return {
      transferred: accounts.map((account) => {
        const proposed = proposedBinding(account);
        return proposed?.is === 'transferred' && proposed.category === categories.get(account);
      }),
    };
  },
  'absence-sync-09': ({ input }) => {
    const leave = record(input['leave']);
    const [from, to] = [halfDate(leave['from']), halfDate(leave['to'])];
    const [span] = spansOf([halfDay(`${from.date} ${from.half}`)]);
    return { payfit: payfitDates(from, to), days: String((span?.halfDays ?? 0) / 2) };
  },
  'absence-sync-10': ({ input }) => {
    const date = text(record(input['cancelled'])['date']);
    const held = taken({ ...halfDay(`${date} am`), code: 'CP' });
    const { added, deleted } = reconciled([], [held]);
    const outcome = outcomeOf(added.length, deleted.length);
    const listed = deleted.length === 1;
    return { autoDelete: !listed, outcome: outcome.toUpperCase(), listed };
  },
  'absence-dsn-01': ({ input }) => ({ codes: codesOf(stoppageReasons, input['reasons']) }),
  'absence-dsn-02': ({ input }) => ({ codes: codesOf(suspensionReasons, input['reasons']) }),
};

function codesOf(list: Readonly<Record<string, string>>, reasons: unknown) {
  return (reasons as readonly string[]).map((reason) => Object.entries(list).find(([, name]) => name === reason)?.[0]);
}

const vectors = [...vectorsOf('absence-sync'), ...vectorsOf('absence-dsn')];

test('every example has its adapter', () => {
  expect(vectors.map(({ id }) => id)).toEqual(Object.keys(adapters));
});

test.each(vectors)('$id: $title', (vector) => {
  expect(adapters[vector.id]?.(vector)).toEqual(vector.expected);
});
