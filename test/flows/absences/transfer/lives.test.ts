/**
 * An office that does anything in any order: Lucca changes, imports are prepared, ticked and unticked in the pane or in the sheet, whatever their age,
 * their lines edited or deleted, confirmed in part, abandoned, cancelled, months closed and opened again. The register stays sound, no half-day is held twice, and what is handed over in the end is what Lucca says.
 */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import { reopenAbsences } from '../../../../shared/flows/absences/transfer/closeAbsences.ts';
import { abandonTransfer } from '../../../../shared/flows/absences/transfer/settleTransfer.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { ok } from '../../../../shared/domain/result.ts';
import { placeRow } from '../../../../shared/tables/cellPlace.ts';
import { SEEDS } from '../../../support/seeds.ts';
import { Office } from './office.ts';

const START = plainDate('2026-10-01');
const steps = [
  'enter',
  'enter',
  'cancel',
  'refile',
  'prepare',
  'prepare',
  'tick',
  'untick',
  'confirm',
  'confirm',
  'abandon',
  'revoke',
  'tickAny',
  'type',
  'type',
  'edit',
  'erase',
  'close',
  'reopen',
] as const;

const step = fc.record({
  what: fc.constantFrom(...steps),
  day: fc.integer({ min: 0, max: 75 }),
  length: fc.integer({ min: 1, max: 4 }),
  account: fc.constantFrom('9', '25', '7', '40', '90'),
  pick: fc.nat(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const typed = [textCell('oui'), textCell('non'), blank, textCell('vu')];
const edited = ['lastName', 'code', 'detail', 'category', 'luccaId', 'from', 'run', 'direction', 'check', 'id'];

/** A row of « Lignes d'import », of whatever import. */
function picked({ book }: Office, pick: number) {
  const rows = book.rows(importLinesTable);
  return rows[pick % Math.max(1, rows.length)];
}

function runOf(office: Office, pick: number): string {
  return displayed(picked(office, pick)?.cells['run'] ?? blank);
}

/** One step; what is refused is refused, and changes nothing that counts. */
async function take(office: Office, { what, day, length, account, pick }: Step, at: number): Promise<void> {
  const board = await office.board();
  const number = board.current?.number ?? board.imports[0]?.number ?? 'A1';
  const ids = office.book.rows(importLinesTable).map(({ cells }) => displayed(cells['id'] ?? blank).toUpperCase());
  const some = ids.filter((_, index) => (index + pick) % 2 === 0);
  const leaves = [...new Set(office.account.halfDays.map(({ leaveId }) => leaveId))];
  const leave = leaves[pick % Math.max(1, leaves.length)] ?? '';
  switch (what) {
    case 'enter':
      office.leave(
        `${100 + at}`,
        Array.from({ length }, (_, index) => addDays(START, day + index)),
        account,
      );
      return;
    case 'cancel':
      office.cancelled(leave);
      return;
    case 'refile':
      office.account.halfDays = office.account.halfDays.map((each) =>
        each.leaveId === leave ? { ...each, accountId: account } : each,
      );
      return;
    case 'prepare':
      await office.tryPrepare();
      return;
    case 'tick':
    case 'untick':
      await office.tick(number, some, what === 'tick');
      return;
    case 'tickAny':
      await office.tick(runOf(office, pick), some, pick % 3 === 0);
      return;
    case 'type':
      Object.assign(picked(office, pick)?.cells ?? {}, { done: typed[pick % typed.length] ?? blank });
      return;
    case 'edit':
      Object.assign(picked(office, pick)?.cells ?? {}, { [edited[pick % edited.length] ?? '']: textCell('X') });
      return;
    case 'erase':
      if (pick % 4 === 0) office.book.rows(importLinesTable).splice(pick % 7, 1);
      return;
    case 'confirm':
      await office.tickAll(board.current?.state === 'prepared' ? number : '').catch(() => undefined);
      await office.tryConfirm(number);
      return;
    case 'abandon':
      await abandonTransfer(office.ports, number);
      return;
    case 'revoke':
      await office.cancel(number);
      return;
    case 'close':
      if (board.period.month < '2027-01') await office.close(true);
      return;
    case 'reopen':
      await reopenAbsences(office.ports);
      return;
  }
}

/** What payroll should hold at the end of the open period. */
function truth({ account }: Office, upTo: string): string[] {
  const code: Readonly<Record<string, string>> = { 9: 'CP', 25: 'CP', 7: 'RTT' };
  const wanted = account.halfDays.filter(({ accountId, date }) => accountId in code && date >= START && date <= upTo);
  const keys = wanted.map(
    ({ employeeId, date, half, accountId }) => `${employeeId} ${date} ${half} ${code[accountId] ?? ''}`,
  );
  return keys.sort();
}

/** The import that waits is abandoned, where there is one. */
async function abandoned(office: Office) {
  const { current } = await office.board();
  return current?.state === 'prepared' ? abandonTransfer(office.ports, current.number) : ok(null);
}

/** What a finding asks: each is told at its cell, with what stood there before. */
function mend({ book }: Office, { code, place, facts }: Finding) {
  const row = book.rows(importLinesTable)[(placeRow(place ?? { table: '' }) ?? 0) - FIRST_ROW];
  if (!row || !code.startsWith('absenceTick')) throw new Error(code);
  row.cells['done'] = textCell(String(facts['before'] ?? ''));
}

const FIRST_ROW = 4;

/** A step that is done in the end by whoever does what it is refused for: there is no dead end. */
async function advised(office: Office, step: () => Promise<{ readonly ok: boolean }>): Promise<void> {
  for (let again = 0; again < 20; again += 1) {
    const done = (await step()) as { ok: boolean; error?: { findings?: Finding[]; error?: { findings?: Finding[] } } };
    if (done.ok) return;
    const findings = done.error?.findings ?? done.error?.error?.findings ?? [];
    if (findings.length === 0) throw new Error(JSON.stringify(done.error));
    findings.forEach((each) => mend(office, each));
  }
  throw new Error('a dead end');
}

test('whatever is done in whatever order, the register is sound, and one last import makes it the truth of Lucca', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (life) => {
      const office = await new Office().opened();
      for (const [at, each] of life.entries()) {
        await take(office, each, at);
        await office.held();
      }
      // What waits for its account would hide what it may stand for.
      office.account.halfDays = office.account.halfDays.filter(({ accountId }) => accountId !== '90');
      await advised(office, () => abandoned(office));
      await advised(office, () => office.tryPrepare());
      await office.handed();
      // Lines that payroll had refused stood in the import: they come back in the next one.
      await office.handed();
      expect(await office.held()).toEqual(truth(office, (await office.board()).period.to));
      expect((await office.prepareImport()).outcome).toBe('nothing');
    }),
    { numRuns: SEEDS },
  );
}, 600_000);
