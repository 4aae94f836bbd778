/** Whatever Lucca does, a clerk who does what each line says ends with a payroll that holds what Lucca says. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HalfDayAbsence } from '../../../../shared/domain/absences/halfDay.ts';
import { halvesOf } from '../../../../shared/domain/absences/stoppageDates.ts';
import { blank, displayed } from '../../../../shared/domain/review/cell.ts';
import { stoppageIn } from '../../../../shared/tables/absences/stoppageText.ts';
import { stoppagesTable } from '../../../../shared/tables/absences/stoppagesTable.ts';
import { away, StoppageDesk } from './stoppageDesk.ts';

interface Request {
  readonly from: number;
  readonly days: number;
  readonly account: string;
}

const request: fc.Arbitrary<Request> = fc.record({
  from: fc.integer({ min: 1, max: 28 }),
  days: fc.integer({ min: 0, max: 9 }),
  account: fc.constantFrom('MAL', 'AT', 'CP'),
});
const month = fc.array(request, { maxLength: 4 });

/** One half-day is of one request only: the first one keeps it. */
function luccaOf(requests: readonly Request[]): HalfDayAbsence[] {
  const taken = new Map<string, HalfDayAbsence>();
  for (const [at, { from, days, account }] of requests.entries()) {
    const [first, last] = [from, from + days].map((day) => new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10));
    for (const half of away(String(50 + at), first ?? '', last ?? '', account))
      if (!taken.has(`${half.date} ${half.half}`)) taken.set(`${half.date} ${half.half}`, half);
  }
  return [...taken.values()];
}

/** Each half-day of weekdays that payroll holds, with its nature, as « Saisi comme » says. */
function heldIn(desk: StoppageDesk): string[] {
  const texts = desk.company.book.rows(stoppagesTable).map(({ cells }) => displayed(cells['typedAs'] ?? blank));
  return texts
    .flatMap((text) => {
      const dates = stoppageIn(text);
      if (!dates) throw new Error(`not typed: ${text}`);
      return halvesOf(dates).map(({ date, half }) => `${date} ${half} ${dates.kind}`);
    })
    .sort();
}

function work(desk: StoppageDesk): void {
  for (const [at, { cells }] of desk.company.book.rows(stoppagesTable).entries()) {
    const state = displayed(cells['state'] ?? blank);
    if (state === 'à saisir') desk.tick(at);
    if (state === 'à corriger') desk.type(stoppagesTable, at, 'typedAs', blank);
    if (state === 'à retirer') desk.tick(at, '');
  }
}

test('douze changements au hasard, chaque fois suivis : la paie tient ce que dit Lucca', async () => {
  const kinds: Readonly<Record<string, string>> = { MAL: 'sickness', AT: 'workAccident' };
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 2, maxLength: 12 }), async (months) => {
      const desk = await new StoppageDesk().open();
      for (const requests of months) {
        desk.lucca = luccaOf(requests);
        await desk.run();
        work(desk);
        await desk.run();
        const stoppages = desk.lucca.filter(({ accountId }) => accountId in kinds);
        const said = stoppages.map(({ date, half, accountId }) => `${date} ${half} ${kinds[accountId] ?? ''}`);
        expect(heldIn(desk)).toEqual(said.sort());
        expect(new Set(desk.lines('state').flat())).toEqual(new Set(said.length > 0 ? ['saisi'] : []));
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('à n’importe quel moment, une coche de personne n’est écrasée et rien n’est au support sans mois clos', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(month, { minLength: 1, maxLength: 6 }), fc.boolean(), async (months, isClosed) => {
      const desk = await new StoppageDesk().open();
      for (const requests of months) {
        desk.lucca = luccaOf(requests);
        const before = new Map(desk.lines('key', 'typed').map(([key, typed]) => [key, typed]));
        await desk.run();
        for (const [key, typed] of desk.lines('key', 'typed'))
          expect([key, typed]).toEqual([key, before.get(key) ?? '']);
        if (desk.closed.length === 0) expect(desk.support('now')).toEqual([]);
        const handed = desk.lines('state').filter(([state]) => state === 'au support');
        expect(desk.support('now')).toHaveLength(handed.length);
        for (const at of desk.lines('key').keys()) if (at % 2 === 0) desk.tick(at);
        if (isClosed) desk.closed = ['2026-09'];
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);
