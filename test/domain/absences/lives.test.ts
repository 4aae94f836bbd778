/**
 * Twelve months of a few people whose absences Lucca changes at random: entered, cancelled, moved, refiled, approved late, turned into
 * sickness and back. Each month is read, what must be taken back is, the rest is imported, less the lines that payroll refuses.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  lastDay,
  plainDate,
  plainMonth,
  type PlainDate,
} from '../../../shared/domain/calendar/plainDate.ts';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import { reconciled } from '../../../shared/domain/absences/reconcile.ts';
import {
  heldBy,
  transferKey,
  type TransferEntry,
  type TransferredHalfDay,
} from '../../../shared/domain/absences/transferRegister.ts';
import { fatesOf, judge, wantedHalfDays } from '../../../shared/domain/absences/wantedHalfDays.ts';
import { SEEDS } from '../../support/seeds.ts';
import { bound, halfDay, world } from './builders.ts';

const START = plainDate('2026-01-01');
const ACCOUNTS = ['CP25', 'CP26', 'RTT', 'MAL', 'OUT', '1999'];
const MONTHS = Array.from({ length: 12 }, (_, index) => addMonths(plainMonth('2026-01'), index));

interface Edit {
  readonly what: 'enter' | 'cancel' | 'refile' | 'move' | 'again';
  readonly person: string;
  readonly day: number;
  readonly length: number;
  readonly account: string;
  readonly minutes: number | null;
  readonly pick: number;
}

const edit = fc.record<Edit>({
  what: fc.constantFrom('enter', 'enter', 'enter', 'cancel', 'refile', 'move', 'again'),
  person: fc.constantFrom('1', '2', '3'),
  day: fc.integer({ min: -3, max: 380 }),
  length: fc.integer({ min: 1, max: 9 }),
  account: fc.constantFrom(...ACCOUNTS),
  minutes: fc.constantFrom(null, null, 90, 210),
  pick: fc.nat(),
});

interface Month {
  readonly edits: readonly Edit[];
  /** Payroll refuses one line out of so many; 0: none. */
  readonly refuses: number;
}

const life = fc.array(
  fc.record<Month>({ edits: fc.array(edit, { maxLength: 8 }), refuses: fc.constantFrom(0, 0, 2, 3) }),
  {
    minLength: 12,
    maxLength: 12,
  },
);

/** What Lucca shows: requests, each with its half-days. */
class Lucca {
  #requests: HalfDayAbsence[][] = [];
  #next = 0;

  get halfDays() {
    return this.#requests.flat();
  }

  #enter(from: PlainDate, { person, length, account, minutes }: Edit) {
    this.#next += 1;
    const own = { employeeId: person, leaveId: String(this.#next), accountId: account, minutes };
    this.#requests.push(
      Array.from({ length }, (_, index) => halfDay(`${addDays(from, index >> 1)} ${index % 2 ? 'pm' : 'am'}`, own)),
    );
  }

  #remade(request: readonly HalfDayAbsence[], more: (each: HalfDayAbsence) => Partial<HalfDayAbsence>) {
    this.#next += 1;
    return request.map((each) => ({ ...each, ...more(each), leaveId: String(this.#next) }));
  }

  edit(change: Edit) {
    const at = this.#requests.length === 0 ? -1 : change.pick % this.#requests.length;
    const request = this.#requests[at];
    if (change.what === 'enter' || !request) this.#enter(addDays(START, change.day), change);
    else if (change.what === 'cancel') this.#requests.splice(at, 1);
    else if (change.what === 'refile')
      this.#requests[at] = request.map((each) => ({ ...each, accountId: change.account }));
    else if (change.what === 'again') this.#requests[at] = this.#remade(request, () => ({}));
    else this.#requests[at] = this.#remade(request, ({ date }) => ({ date: addDays(date, change.length) }));
  }
}

const texts = (items: readonly TransferredHalfDay[]) => items.map(transferKey).sort();

/** One month from reading to confirmation: deletions first, then the lines of the import that payroll takes. */
function transferred(
  lucca: Lucca,
  entries: readonly TransferEntry[],
  index: number,
  refuses: number,
  boundTo = bound,
): TransferEntry[] {
  const month = MONTHS[index] ?? plainMonth('2026-12');
  const context = world({ boundTo, start: START, upTo: lastDay(month) });
  const fates = fatesOf(lucca.halfDays, context);
  const { held } = heldBy(entries);
  const { added, deleted } = reconciled(
    wantedHalfDays(fates),
    held,
    judge(fates, context, () => true),
  );
  const run = `A${index}`;
  const taken = added.filter((_, at) => refuses === 0 || at % refuses !== 0);
  return [
    ...deleted.map((each): TransferEntry => ({ ...each, sign: -1, run, month })),
    ...taken.map((each): TransferEntry => ({ ...each, sign: 1, run, month })),
  ];
}

test('after twelve months of changes and refusals, confirmed imports less what was taken back are the truth of Lucca', () => {
  fc.assert(
    fc.property(life, (months) => {
      const lucca = new Lucca();
      const entries: TransferEntry[] = [];
      months.forEach(({ edits, refuses }, index) => {
        edits.forEach((each) => lucca.edit(each));
        const lines = transferred(lucca, entries, index, refuses);
        expect(lines.every(({ date, month }) => date <= lastDay(month) && date >= START)).toBe(true);
        entries.push(...lines);
      });
      // The last time nothing is refused, and the account that nobody had bound is, so that nothing waits any more.
      const boundTo = (id: string) => bound(id === '1999' ? 'CP26' : id);
      entries.push(...transferred(lucca, entries, 11, 0, boundTo));
      const { held, orphans } = heldBy(entries);
      const truth = lucca.halfDays.filter(({ accountId, date }) => {
        const isCounted = ['CP25', 'CP26', 'RTT', '1999'].includes(accountId);
        return isCounted && START <= date && date <= plainDate('2026-12-31');
      });
      const code = (accountId: string) => (accountId === 'RTT' ? 'RTT' : 'CP');
      expect(orphans).toEqual([]);
      expect(texts(held)).toEqual(texts(truth.map((each) => ({ ...each, code: code(each.accountId) }))));
      expect(entries.filter(({ accountId }) => accountId === 'MAL' || accountId === 'OUT')).toEqual([]);
    }),
    { numRuns: SEEDS },
  );
});
