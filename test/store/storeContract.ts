/** What every `Store` keeps to, whatever it is made of. An adapter's test file calls it with a way to open one. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { instant, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Store } from '../../server/store/store.ts';
import {
  commitOf,
  connection,
  fullCommitOf,
  lists,
  meals,
  NOON,
  NOVEMBER,
  OCTOBER,
  people,
  planning,
  runOf,
  timeEntries,
  timesheets,
} from './sample.ts';

export interface StoreUnderTest {
  /** Opens the one memory of this test, empty the first time. The clock stands at `NOON`. */
  open(): Promise<Store>;
  /** Once all that was opened is closed. */
  dispose(): Promise<void>;
}

export function storeContract(title: string, prepare: () => Promise<StoreUnderTest>): void {
  describe(`${title}: Store`, () => {
    let under: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      under = await prepare();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.dispose();
    });

    /** What another process would find. */
    async function reopened(): Promise<Store> {
      await store.close();
      store = await under.open();
      return store;
    }

    describe('connections', () => {
      test('are listed oldest first, and survive', async () => {
        const young = connection('b', instant('2026-11-20T12:00:01.000Z'));
        await store.addConnection(young);
        await store.addConnection(connection('c'));
        await store.addConnection(connection('a'));
        expect(await store.connections()).toEqual([connection('a'), connection('c'), young]);
        expect(await (await reopened()).connections()).toEqual([connection('a'), connection('c'), young]);
      });

      test('added again: the record is replaced, the mirror stays', async () => {
        await store.addConnection(connection('a'));
        await store.commit('a', commitOf('un'));
        const changed = { ...connection('a'), personalRecords: false };
        await store.addConnection(changed);
        expect(await (await reopened()).connections()).toEqual([changed]);
        expect(await store.employees('a')).toEqual(people(3, 'un'));
      });

      test('any text is an id', async () => {
        const ids = ['../../etc', 'A', 'a', 'con', 'é ü', ''];
        for (const id of ids) await store.addConnection(connection(id));
        for (const id of ids) await store.commit(id, commitOf(`de ${id}`));
        await reopened();
        for (const id of ids) expect(await store.employees(id)).toEqual(people(3, `de ${id}`));
      });

      test('removed: nothing is left, and the same id starts from nothing', async () => {
        await store.addConnection(connection('a'));
        await store.commit('a', commitOf('un'));
        await store.saveRun(runOf('r1', 'a'));
        await store.removeConnection('a');
        await store.removeConnection('a');
        expect(await store.connections()).toEqual([]);
        expect([await store.mirror('a'), await store.employees('a'), await store.run('r1')]).toEqual([null, [], null]);
        await store.addConnection(connection('a'));
        await reopened();
        expect([await store.mirror('a'), await store.changes('a', 0), await store.runs('a', 9)]).toEqual([
          null,
          [],
          [],
        ]);
      });

      test('two connections do not mix', async () => {
        await store.addConnection(connection('a'));
        await store.addConnection(connection('b'));
        await Promise.all([store.commit('a', commitOf('de a')), store.commit('b', commitOf('de b', 5))]);
        await store.saveRun(runOf('r1', 'a'));
        await store.removeConnection('a');
        expect(await store.employees('b')).toEqual(people(5, 'de b'));
        expect(await store.runs('b', 9)).toEqual([]);
        expect(await (await reopened()).changes('b', 0)).toEqual([{ ...commitOf('de b').changes[0], sequence: 1 }]);
      });

      test('unknown: reading finds nothing, writing is refused', async () => {
        expect([await store.mirror('x'), await store.employees('x'), await store.absences('x', OCTOBER)]).toEqual([
          null,
          [],
          [],
        ]);
        expect([await store.runs('x', 9), await store.withMirror('x', () => Promise.resolve(1))]).toEqual([[], null]);
        await expect(store.commit('x', commitOf('un'))).rejects.toMatchObject({ code: 'unknownConnection' });
        await expect(store.saveRun(runOf('r1', 'x'))).rejects.toMatchObject({ code: 'unknownConnection' });
      });
    });

    describe('mirror', () => {
      beforeEach(() => store.addConnection(connection('a')));

      test('what was committed is what is read, before and after reopening', async () => {
        expect(await store.mirror('a')).toBeNull();
        const commit = commitOf('un', 450);
        const head = await store.commit('a', commit);
        expect(head).toEqual({
          snapshot: 1,
          asOf: NOON,
          employees: 450,
          months: [OCTOBER, NOVEMBER],
          planningMonths: [],
          mealMonths: [],
          timeMonths: [],
          lastChange: 1,
          unreadFields: ['IBAN'],
          missingRights: [],
          sources: { record: [], custom: [], native: [] },
          mapping: null,
        });
        for (const open of [() => store, reopened]) {
          const each = await open();
          expect(await each.mirror('a')).toEqual(head);
          expect(await each.employees('a')).toEqual(commit.employees);
          expect(await each.absences('a', OCTOBER)).toEqual(commit.absences.get(OCTOBER));
        }
      });

      test('planned days, meals, declared time and lists are kept until a commit brings others', async () => {
        const head = await store.commit('a', fullCommitOf('7'));
        expect([head.planningMonths, head.mealMonths, head.missingRights]).toEqual([[OCTOBER], [OCTOBER], ['7']]);
        await store.commit('a', commitOf('sans'));
        await store.commit('a', { ...commitOf('8'), meals: new Map([[NOVEMBER, meals(2, '8')]]), missingRights: [] });
        for (const open of [() => store, reopened]) {
          await (
            await open()
          ).withMirror('a', async (mirror) => {
            expect(await mirror.planning(OCTOBER)).toEqual(planning(3, '7'));
            expect([await mirror.planning(NOVEMBER), await mirror.meals(plainMonth('2026-12'))]).toEqual([[], []]);
            expect(await mirror.meals(OCTOBER)).toEqual(meals(3, '7'));
            expect(await mirror.meals(NOVEMBER)).toEqual(meals(2, '8'));
            expect(await mirror.timeEntries(OCTOBER)).toEqual(timeEntries(3, '7'));
            expect(await mirror.timesheets(OCTOBER)).toEqual(timesheets(3, '7'));
            expect([await mirror.timeEntries(NOVEMBER), mirror.head.timeMonths]).toEqual([[], [OCTOBER]]);
            expect(await mirror.contracts()).toEqual(lists('7').contracts);
            expect(await mirror.leaveAccounts()).toEqual(lists('7').leaveAccounts);
            expect(await mirror.expenseNatures()).toEqual(lists('7').expenseNatures);
            expect(await mirror.workingTimes()).toEqual(lists('7').workingTimes);
            expect(await mirror.lastGiven()).toEqual(lists('7').lastGiven);
            const { planningMonths, mealMonths, missingRights, sources } = mirror.head;
            expect(sources).toEqual({ record: ['nir'], custom: ['city'], native: [] });
            expect([planningMonths, mealMonths, missingRights]).toEqual([[OCTOBER], [OCTOBER, NOVEMBER], []]);
          });
        }
      });

      test('texts of any kind come back as they were', async () => {
        const lastName = 'ligne\nsuivante\u2028 "guillemets" \\ 👩‍💼 é';
        const employees = [{ id: '1', values: { lastName, firstName: null } }];
        await store.commit('a', { ...commitOf('un'), employees });
        expect(await (await reopened()).employees('a')).toEqual(employees);
      });

      test('a month that a commit does not bring keeps what it held; one that it brings empty is emptied', async () => {
        await store.commit('a', commitOf('un'));
        await store.commit('a', { ...commitOf('deux'), absences: new Map([[NOVEMBER, []]]) });
        expect(await store.absences('a', OCTOBER)).toEqual(commitOf('un').absences.get(OCTOBER));
        expect(await store.absences('a', NOVEMBER)).toEqual([]);
        expect(await store.absences('a', plainMonth('2026-12'))).toEqual([]);
        expect((await store.mirror('a'))?.months).toEqual([OCTOBER, NOVEMBER]);
      });

      test('an empty commit is a mirror of nobody', async () => {
        await store.commit('a', { ...commitOf('un'), employees: [], absences: new Map(), changes: [] });
        expect(await store.mirror('a')).toMatchObject({ snapshot: 1, employees: 0, months: [], lastChange: 0 });
        expect(await (await reopened()).employees('a')).toEqual([]);
      });

      test('a reader that began before a commit ends on what it began', async () => {
        await store.commit('a', commitOf('un'));
        await store.withMirror('a', async (mirror) => {
          await store.commit('a', commitOf('deux'));
          await store.commit('a', commitOf('trois'));
          expect(mirror.head.snapshot).toBe(1);
          expect(await mirror.employees()).toEqual(people(3, 'un'));
          expect(await mirror.absences(OCTOBER)).toEqual(commitOf('un').absences.get(OCTOBER));
          expect(await mirror.changes(0)).toHaveLength(1);
        });
        expect(await store.employees('a')).toEqual(people(3, 'trois'));
      });

      test('commits given together follow each other', async () => {
        const heads = await Promise.all(
          ['un', 'deux', 'trois', 'quatre'].map((mark) => store.commit('a', commitOf(mark))),
        );
        expect(heads.map((head) => head.snapshot)).toEqual([1, 2, 3, 4]);
        expect(await store.employees('a')).toEqual(people(3, 'quatre'));
        expect((await store.changes('a', 0)).map((change) => change.runId)).toEqual(['un', 'deux', 'trois', 'quatre']);
      });

      test('readers during commits see one commit at a time', async () => {
        await store.commit('a', commitOf('0', 300));
        const work = { done: false };
        const commits = Promise.all(['1', '2', '3', '4', '5'].map((mark) => store.commit('a', commitOf(mark, 300))));
        const ended = commits.finally(() => (work.done = true));
        const seen = new Set<number>();
        for (let round = 0; !work.done && round < 5_000; round += 1) {
          await store.withMirror('a', async (mirror) => {
            const [employees, october] = await Promise.all([mirror.employees(), mirror.absences(OCTOBER)]);
            const marks = [...employees.map((each) => each.values.firstName), ...october.map((each) => each.leaveId)];
            expect([...new Set(marks)]).toEqual([String(mirror.head.snapshot - 1)]);
            seen.add(mirror.head.snapshot);
          });
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        await ended;
        expect(await store.employees('a')).toEqual(people(300, '5'));
        expect(seen.size).toBeGreaterThan(1);
      });
    });

    describe('change log', () => {
      beforeEach(() => store.addConnection(connection('a')));

      test('is numbered without a gap across months, and read from any point', async () => {
        const dates = ['2026-10-31T22:00:00.000Z', '2026-11-01T08:00:00.000Z', '2026-11-02T08:00:00.000Z'].map(instant);
        for (const [index, at] of dates.entries()) await store.commit('a', commitOf(`c${String(index)}`, 1, at));
        await reopened();
        const all = await store.changes('a', 0);
        expect(all.map((change) => [change.sequence, change.runId])).toEqual([
          [1, 'c0'],
          [2, 'c1'],
          [3, 'c2'],
        ]);
        expect(await store.changes('a', 1)).toEqual(all.slice(1));
        expect(await store.changes('a', 3)).toEqual([]);
        expect((await store.mirror('a'))?.lastChange).toBe(3);
      });

      test('stays in order when the clock was set back by a month', async () => {
        await store.commit('a', commitOf('un', 1, instant('2026-11-20T12:00:00.000Z')));
        await store.commit('a', commitOf('deux', 1, instant('2026-10-20T12:00:00.000Z')));
        await store.commit('a', commitOf('trois', 1, instant('2026-11-20T12:00:00.000Z')));
        expect((await store.changes('a', 0)).map((change) => change.runId)).toEqual(['un', 'deux', 'trois']);
      });

      test('is kept thirty-six months, then forgotten; numbers go on', async () => {
        const commit = (runId: string, at: string) => store.commit('a', commitOf(runId, 1, instant(at)));
        await commit('un', '2023-10-31T12:00:00.000Z');
        await commit('deux', '2023-11-02T12:00:00.000Z');
        await commit('trois', '2026-11-20T12:00:00.000Z');
        expect((await store.changes('a', 0)).map(({ sequence, runId }) => [sequence, runId])).toEqual([
          [2, 'deux'],
          [3, 'trois'],
        ]);
        await store.commit('a', { ...commitOf('rien', 1, instant('2030-01-05T12:00:00.000Z')), changes: [] });
        expect((await (await reopened()).changes('a', 0)).map(({ runId }) => runId)).toEqual(['trois']);
        expect((await commit('quatre', '2030-01-06T12:00:00.000Z')).lastChange).toBe(4);
        expect((await store.changes('a', 0)).map(({ runId }) => runId)).toEqual(['quatre']);
      });

      test('a commit without a change keeps it', async () => {
        await store.commit('a', commitOf('un'));
        const head = await store.commit('a', { ...commitOf('deux'), changes: [] });
        expect(head.lastChange).toBe(1);
        expect(await (await reopened()).changes('a', 0)).toHaveLength(1);
      });
    });

    describe('runs', () => {
      beforeEach(() => store.addConnection(connection('a')));

      test('come latest first, and one saved again keeps its place', async () => {
        for (const id of ['r1', 'r2', 'r3']) await store.saveRun(runOf(id, 'a'));
        await store.saveRun(runOf('r1', 'a', 'failed'));
        expect((await store.runs('a', 2)).map((run) => run.id)).toEqual(['r3', 'r2']);
        await reopened();
        expect((await store.runs('a', 9)).map((run) => run.id)).toEqual(['r3', 'r2', 'r1']);
        expect(await store.run('r1')).toEqual(runOf('r1', 'a', 'failed'));
        expect(await store.run('r9')).toBeNull();
      });

      test('found running at start are interrupted, with the reason in French; others are as they were', async () => {
        await store.saveRun(runOf('r1', 'a'));
        await store.saveRun(runOf('r2', 'a', 'running'));
        expect((await store.run('r2'))?.state).toBe('running');
        await reopened();
        expect(await store.run('r2')).toMatchObject({
          state: 'interrupted',
          step: 'ended',
          endedAt: NOON,
          waitingSeconds: 0,
        });
        expect((await store.run('r2'))?.problem?.detail).toContain('dernière lecture complète');
        expect(await store.run('r1')).toEqual(runOf('r1', 'a'));
      });

      test('the last 200 are kept', async () => {
        for (let index = 1; index <= 203; index += 1) await store.saveRun(runOf(`r${String(index)}`, 'a'));
        const kept = await store.runs('a', 500);
        expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([200, 'r203', 'r4']);
      });
    });

    test('closed, it does nothing more', async () => {
      await store.addConnection(connection('a'));
      const lastCommit = store.commit('a', commitOf('un'));
      await store.close();
      expect((await lastCommit).snapshot).toBe(1);
      await expect(store.commit('a', commitOf('deux'))).rejects.toThrow('closed');
      store = await under.open();
      expect(await store.employees('a')).toEqual(people(3, 'un'));
    });
  });
}
