/** « Récapitulatif du mois », « RIB modifiés » and the change log in the pane, without a screen. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { FileRequest } from '../../shared/contracts/fileSchemas.ts';
import { ok } from '../../shared/domain/result.ts';
import { undoLastPlan } from '../../shared/flows/apply.ts';
import { shownChange } from '../../shared/flows/recap/changeLog.ts';
import { fullDates, kindNames } from '../../shared/messages/fr/employees/changeLog.ts';
import { bankChangesTable, closingsTable, recapTable } from '../../shared/tables/recap/recapTables.ts';
import type { PanePorts } from '../../addin/taskpane/model/desk.ts';
import { RecapCompany, SEPTEMBER } from '../flows/recap/recapCompany.ts';
import { IBAN, OCTOBER, OTHER_IBAN, person, sound } from '../support/smallCompany.ts';
import { Clerk } from './voucherClerk.ts';

let clerk: Clerk<RecapCompany>;
let asked: FileRequest[];

beforeEach(async () => {
  const company = new RecapCompany();
  company.account.employees = [person('1'), person('2', { iban: 'DE89370400440532013000' })];
  await company.apply();
  sound(await company.close(SEPTEMBER));
  company.lucca('2026-10-05T18:00:00Z', [
    person('1', { iban: OTHER_IBAN, city: 'Lille' }),
    person('2', { iban: 'DE89370400440532013000' }),
  ]);
  clerk = await Clerk.of(company, OCTOBER);
  asked = [];
  const ports = clerk.pane.ports as { -readonly [P in keyof PanePorts]: PanePorts[P] };
  ports.service = {
    ...ports.service,
    file: (request) => {
      asked.push(request);
      return Promise.resolve(ok({ path: '/files/ticket', expiresInSeconds: 60 }));
    },
  };
});

const recap = async () => (await clerk.pane.people()).recap;

describe('the month', () => {
  test('what waits is said before a close; the close is written, and told', async () => {
    const tasks = await recap();
    await tasks.open('peopleRecap');
    expect(clerk.screen('peopleRecap')).toMatchObject({ upTo: 'open', asking: null, recap: { closed: null } });
    await tasks.askClose();
    expect(clerk.screen('peopleRecap').asking).toEqual({
      of: 'close',
      waiting: { differences: 2, oneByOne: 1, automatic: 0 },
    });
    tasks.giveUp();
    expect(clerk.screen('peopleRecap').asking).toBeNull();
    await tasks.close();
    expect(clerk.notice).toBe('Le mois des salariés d’octobre 2026 est clos\u00a0: 2 personnes gardées.');
    expect(clerk.screen('peopleRecap').recap.closed).toMatchObject({ month: '2026-10', by: 'le volet Excel' });
    expect(clerk.company.sheet(closingsTable, 'month')).toEqual([['2026-09'], ['2026-09'], ['2026-10'], ['2026-10']]);
    await clerk.pane.back();
    expect(clerk.screen('people')).toBeDefined();
  });

  test('the last closed month is reopened after a question; undone, it is closed again', async () => {
    const tasks = await recap();
    await tasks.open('peopleRecap');
    await tasks.close();
    tasks.askReopen();
    expect(clerk.screen('peopleRecap').asking).toEqual({ of: 'reopen' });
    tasks.giveUp();
    expect(clerk.screen('peopleRecap').asking).toBeNull();
    await tasks.reopen();
    expect(clerk.notice).toBe('Le mois des salariés d’octobre 2026 est rouvert.');
    expect(clerk.screen('peopleRecap').recap).toMatchObject({ closed: null, source: { since: '2026-09' } });
    expect(clerk.company.sheet(closingsTable, 'month')).toEqual([['2026-09'], ['2026-09']]);
    await tasks.reopen();
    expect(clerk.notice).toBe('Ce mois n’est pas clos\u00a0: il n’y a rien à rouvrir.');
    await tasks.chooseMonth('peopleRecap', SEPTEMBER);
    await tasks.reopen();
    expect(clerk.company.sheet(closingsTable, 'month')).toEqual([]);
    sound(await undoLastPlan(clerk.company.ports));
    expect(clerk.company.sheet(closingsTable, 'month')).toEqual([['2026-09'], ['2026-09']]);
  });

  test('a workbook opened to be read is not closed, nor written', async () => {
    const tasks = await recap();
    await tasks.open('peopleRecap');
    clerk.readOnly = true;
    await tasks.askClose();
    tasks.askReopen();
    await tasks.close();
    await tasks.reopen();
    await tasks.write();
    expect(clerk.screen('peopleRecap').asking).toBeNull();
    expect([closingsTable, recapTable].map((table) => clerk.company.book.rows(table).length)).toEqual([2, 0]);
  });

  test('the sheets are written masked, or as they are shown; a second time there is nothing to write', async () => {
    const tasks = await recap();
    await clerk.company.apply(() => 'accept');
    await tasks.open('peopleBank');
    await tasks.write();
    expect(clerk.notice).toContain('sont écrites');
    expect(clerk.company.sheet(bankChangesTable, 'ibanAfter', 'state')).toEqual([['FR 20041 •••• 2606', 'accepté']]);
    await tasks.write();
    expect(clerk.notice).toContain('disent déjà cela');
    tasks.reveal('secret');
    await tasks.write();
    expect(clerk.company.sheet(bankChangesTable, 'ibanBefore', 'ibanAfter')).toEqual([[IBAN, OTHER_IBAN]]);
    tasks.reveal('open');
    expect(clerk.screen('peopleBank').upTo).toBe('open');
  });

  test('a file is masked whatever the screen shows, and shows values when asked to', async () => {
    const tasks = await recap();
    await tasks.open('peopleBank');
    tasks.reveal('secret');
    await tasks.download('pdf', false);
    await tasks.download('csv', true);
    await tasks.open('peopleRecap');
    await tasks.download('xlsx', false);
    expect(asked.map((request) => ('name' in request ? request.name : ''))).toEqual([
      'rib-modifies-2026-10.pdf',
      'rib-modifies-2026-10-valeurs.csv',
      'recapitulatif-salaries-2026-10.xlsx',
    ]);
    expect(asked.map((request) => JSON.stringify(request).includes(OTHER_IBAN))).toEqual([false, true, false]);
    expect(asked[0]).toMatchObject({ report: { isMasked: true, rows: [{ state: 'waiting', toCheck: [] }] } });
  });

  test('a failure of the service leads where one can go on', async () => {
    clerk.pane.ports.service.changes = () => Promise.resolve({ ok: false, error: { code: 'unreachable' } });
    await (await recap()).open('peopleRecap');
    expect(clerk.screen('offline')).toBeDefined();
  });
});

describe('everything that changed in Lucca', () => {
  test('the last change first, masked until asked for', async () => {
    const tasks = (await clerk.pane.people()).log;
    clerk.company.lucca('2026-10-06T18:00:00Z', [person('1', { iban: OTHER_IBAN, city: 'Lille' })]);
    await tasks.open();
    const { log } = clerk.screen('peopleChanges');
    expect(log.entries.map(({ at, name, kind, field }) => [at, name, kind, field])).toEqual([
      ['06/10/2026 20:00', 'Nom2 P2', 'gone', ''],
      ['05/10/2026 20:00', 'Nom1 P1', 'changed', 'IBAN'],
      ['05/10/2026 20:00', 'Nom1 P1', 'changed', 'Ville'],
    ]);
    const [, iban, city] = log.entries;
    const levels = ['open', 'personal', 'secret'] as const;
    expect(levels.map((upTo) => [shownChange(city!, upTo), shownChange(iban!, upTo)])).toEqual([
      [
        ['••••••', '••••••'],
        ['FR 30006 •••• 0189', 'FR 20041 •••• 2606'],
      ],
      [
        ['Lyon', 'Lille'],
        ['FR 30006 •••• 0189', 'FR 20041 •••• 2606'],
      ],
      [
        ['Lyon', 'Lille'],
        [IBAN, OTHER_IBAN],
      ],
    ]);
    tasks.reveal('personal');
    expect(clerk.screen('peopleChanges').upTo).toBe('personal');
  });

  test('a field read elsewhere, and an absence of a month that Lucca does not show, are told as such', async () => {
    const { account } = clerk.company;
    const [first] = account.log;
    account.log = [
      { ...first!, kind: 'changed', field: 'city', before: 'Lyon', after: 'Lille', cause: 'mapping' },
      { ...first!, kind: 'absenceRemoved', field: 'a', before: '2026-10-05 am RTT', after: null, cause: 'silence' },
    ];
    await (await clerk.pane.people()).log.open();
    const { entries } = clerk.screen('peopleChanges').log;
    expect(entries.map(({ kind, field }) => [kindNames[kind], field])).toEqual([
      ['Absence non montrée', ''],
      ['Champ lu ailleurs', 'Ville'],
    ]);
    expect(shownChange(entries[1]!, 'personal')).toEqual(['Lyon', 'Lille']);
  });

  test('a long log comes a page at a time; a run that ended meanwhile has it read again', async () => {
    const { account } = clerk.company;
    const [first] = account.log;
    account.log = Array.from({ length: 1_203 }, (_, index) => ({ ...first!, sequence: index + 1 }));
    const tasks = (await clerk.pane.people()).log;
    await tasks.open();
    const sequences = () => clerk.screen('peopleChanges').log.entries.map(({ sequence }) => sequence);
    expect([sequences().length, sequences()[0], clerk.screen('peopleChanges').log.older]).toEqual([500, 1_203, 703]);
    await tasks.older();
    await tasks.older();
    expect(sequences()).toEqual(Array.from({ length: 1_203 }, (_, index) => 1_203 - index));
    await tasks.open();
    account.snapshot += 1;
    await tasks.older();
    expect(sequences()).toHaveLength(500);
  });

  test('dates of an absence are French', () => {
    expect(fullDates('2026-10-05 am Congés payés (210 min)')).toBe('05/10/2026 matin Congés payés (210 min)');
    expect(fullDates('2026-10-05 pm RTT')).toBe('05/10/2026 après-midi RTT');
  });
});
