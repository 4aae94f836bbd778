/** « Envoyer à Lucca » in the pane: simulated, confirmed, sent once, and what is said when it cannot be. */
import { describe, expect, test } from '@jest/globals';
import type { EntitlementAnswer, EntitlementRequest } from '../../../shared/contracts/entitlementSchemas.ts';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { blank, displayed } from '../../../shared/domain/review/cell.ts';
import { creditMessages } from '../../../shared/messages/fr/worktime/credit.ts';
import { creditOff } from '../../../shared/messages/fr/worktime/creditPane.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { timeExportsTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import type { PanePorts } from '../../../addin/taskpane/model/desk.ts';
import { timeClerk } from './timeClerk.ts';

type Answer = Result<EntitlementAnswer, ServiceError>;

const taken = ({ rows }: EntitlementRequest): Answer => ok({ accepted: rows.length, errors: [] });
const problem = (status: number, code: string): Answer => {
  return fail({ code: 'refused', problem: { type: '', title: '', detail: 'Non.', facts: {}, status, code } });
};
const HT1 = { number: 'HT1', month: plainMonth('2026-09') };

/** A clerk whose September is confirmed with rest for one person, before a Lucca that answers what it is told to. */
async function confirmed(counter = 'RC 2026') {
  const clerk = await timeClerk();
  const { company } = clerk;
  company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYO' });
  company.fill(
    timeAccountsTable,
    { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, transfer: 'repos', counter, counterUnit: 'heures' },
    { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, transfer: 'paie' },
  );
  const lucca = { asked: [] as EntitlementRequest[], answer: taken };
  const ports = clerk.pane.ports as { -readonly [P in keyof PanePorts]: PanePorts[P] };
  ports.service = {
    ...ports.service,
    importEntitlements: (_, request) => {
      lucca.asked.push(request);
      return Promise.resolve(lucca.answer(request));
    },
  };
  const time = await clerk.pane.worktime();
  await time.computing.calculate();
  await time.life.prepare(clerk.screen('worktimeResult').computation);
  await time.life.confirm('HT1');
  const stage = () => clerk.screen('worktimeCredit').stage;
  const simulated = async (subject: Parameters<typeof time.credit.simulate>[0] = HT1) => {
    await time.credit.simulate(subject);
    const seen = stage();
    if (seen.is !== 'simulated') throw new Error(`${seen.is}: ${clerk.notice}`);
    return seen.simulation;
  };
  const sentAt = () => displayed(company.book.rows(timeExportsTable)[0]?.cells['sentAt'] ?? blank);
  const sendings = () => lucca.asked.filter(({ mode }) => mode === 'send').length;
  return { clerk, time, lucca, stage, simulated, sentAt, sendings };
}

describe('a simulation', () => {
  test('shows who would be credited of what, and sends nothing', async () => {
    const { clerk, simulated, sentAt, lucca } = await confirmed();
    expect(await simulated()).toMatchObject({
      counters: [{ name: 'RC 2026', unit: 'hours' }],
      rows: [{ amounts: [800] }],
      findings: [],
    });
    expect(clerk.notice).toMatch(/^Lucca créditerait les compteurs de 1 personne, sans erreur/);
    expect([lucca.asked.map(({ mode }) => mode), sentAt()]).toEqual([['simulate'], '']);
    await clerk.pane.back();
    expect(clerk.screen('worktimeExports').board.exports).toMatchObject([{ number: 'HT1', sentAt: '' }]);
  });

  test('that Lucca refuses says how many errors there are, and each with its place', async () => {
    const { clerk, lucca, simulated } = await confirmed();
    lucca.answer = () => ok({ accepted: 0, errors: [{ row: 1, code: 'employeeNumberNotExist' }] });
    const { findings } = await simulated();
    expect(findings).toMatchObject([{ code: 'creditRefused', place: { key: '1' } }]);
    expect(clerk.notice).toMatch(/^Lucca signale 1 erreur : rien n'est crédité/);
  });

  test('where the service may not write says so, and leads to the file for Lucca', async () => {
    const { clerk, time, lucca, stage } = await confirmed();
    lucca.answer = () => problem(403, 'entitlementsOff');
    await time.credit.simulate(HT1);
    expect([stage(), clerk.notice]).toEqual([{ is: 'off' }, creditOff]);
    await time.files.open('HT1', 'repos');
    const { kind, made } = clerk.screen('worktimeFiles');
    expect([kind, made.files.map(({ bytes }) => bytes !== null)]).toEqual(['repos', [true]]);
  });

  test('of an account without a counter leads to the file, whose findings have their cell', async () => {
    const { clerk, time, lucca } = await confirmed('');
    await time.credit.simulate(HT1);
    const { made } = clerk.screen('worktimeFiles');
    expect(made.findings).toMatchObject([{ code: 'timeCounterMissing', place: { column: 'counter' } }]);
    expect([clerk.notice, lucca.asked]).toEqual([creditMessages.findings(), []]);
  });

  test('of an export that is only prepared, or is gone, leads back to the exports', async () => {
    const { clerk, time } = await confirmed();
    await time.credit.simulate({ ...HT1, number: 'HT7' });
    clerk.screen('worktimeExports');
    await time.life.cancel('HT1');
    await time.computing.calculate();
    await time.life.prepare(clerk.screen('worktimeResult').computation);
    await time.credit.simulate({ ...HT1, number: 'HT2' });
    clerk.screen('worktimeExports');
    expect(clerk.notice).toBe(creditMessages.notConfirmed());
  });

  test.each<[string, Answer, string]>([
    ['nothing answers', fail({ code: 'unreachable' }), creditMessages.silent()],
    ['the key may not', problem(422, 'luccaForbidden'), 'importer des crédits et débits'],
    ['Lucca is asked too much', problem(503, 'luccaRateLimited'), "Rien n'a été crédité."],
  ])('when %s, says so where one may try again', async (_, answer, sentence) => {
    const { clerk, time, lucca, stage } = await confirmed();
    lucca.answer = () => answer;
    await time.credit.simulate(HT1);
    expect(stage()).toEqual({ is: 'ended', mayRetry: true, place: null });
    expect(clerk.notice).toContain(sentence);
  });
});

describe('a sending', () => {
  test('credits once, and the card tells when', async () => {
    const { clerk, time, simulated, sendings, stage } = await confirmed();
    const seen: string[] = [];
    clerk.pane.store.subscribe(() => {
      const { screen } = clerk.pane.store.get();
      if (screen.name === 'worktimeCredit') seen.push(screen.stage.is);
    });
    const simulation = await simulated();
    await time.credit.send(HT1, simulation, false);
    expect(new Set(seen)).toEqual(new Set(['simulating', 'simulated', 'sending']));
    expect(clerk.notice).toMatch(/^Lucca a crédité les compteurs de 1 personne/);
    const [line] = clerk.screen('worktimeExports').board.exports;
    expect(line?.sentAt).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    await time.credit.send(HT1, simulation, false);
    expect([stage().is, clerk.notice.slice(0, 42), sendings()]).toEqual([
      'ended',
      creditMessages.sent('').slice(0, 42),
      1,
    ]);
    await time.credit.simulate(HT1);
    expect(stage()).toMatchObject({ is: 'ended', mayRetry: false, place: { key: 'HT1', column: 'sentAt' } });
  });

  test('of which nobody knows what came says to look in Lucca, and leads to the cell', async () => {
    const { clerk, time, lucca, simulated, stage, sentAt } = await confirmed();
    const simulation = await simulated();
    lucca.answer = () => fail({ code: 'unreachable' });
    await time.credit.send(HT1, simulation, false);
    expect(stage()).toMatchObject({ is: 'ended', mayRetry: false, place: { key: 'HT1', column: 'sentAt' } });
    expect([clerk.notice, sentAt()]).toEqual([
      creditMessages.uncertain(),
      expect.stringContaining('à vérifier dans Lucca'),
    ]);
  });

  test('that Lucca refuses shows its errors, and leaves no trace', async () => {
    const { clerk, time, lucca, simulated, stage, sentAt } = await confirmed();
    const simulation = await simulated();
    lucca.answer = () => ok({ accepted: 0, errors: [{ row: null, code: 'accountNotFound' }] });
    await time.credit.send(HT1, simulation, false);
    expect(stage()).toMatchObject({ is: 'simulated', simulation: { findings: [{ code: 'creditRefused' }] } });
    expect([clerk.notice, sentAt()]).toEqual([creditMessages.refused(), '']);
  });

  test('of what changed since, or with a silent service, may be tried again', async () => {
    const { clerk, time, simulated, stage, sendings } = await confirmed();
    const simulation = await simulated();
    clerk.receipts.isOut = true;
    await time.credit.send(HT1, simulation, false);
    expect([stage(), clerk.notice]).toEqual([{ is: 'ended', mayRetry: true, place: null }, creditMessages.silent()]);
    clerk.receipts.isOut = false;
    clerk.company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYS' });
    await time.credit.send(HT1, simulation, false);
    expect([stage().is, clerk.notice, sendings()]).toEqual(['ended', creditMessages.changed(), 0]);
  });

  test('from a workbook opened for reading only stays where it is', async () => {
    const { clerk, time, simulated, stage, sendings } = await confirmed();
    const simulation = await simulated();
    clerk.readOnly = true;
    await time.credit.send(HT1, simulation, false);
    expect([stage().is, sendings()]).toEqual(['simulated', 0]);
    expect(clerk.notice).toContain('ne peut pas être enregistré');
  });

  test('of a month sent by an export cancelled since waits until it is insisted on', async () => {
    const { clerk, time, simulated, sendings, stage } = await confirmed();
    await time.credit.send(HT1, await simulated(), false);
    await time.life.cancel('HT1');
    await time.computing.calculate();
    await time.life.prepare(clerk.screen('worktimeResult').computation);
    await time.life.confirm('HT2');
    const again = { ...HT1, number: 'HT2' };
    const simulation = await simulated(again);
    expect(simulation.sentBefore).toEqual(['HT1']);
    await time.credit.send(again, simulation, false);
    expect([stage().is, clerk.notice, sendings()]).toEqual(['ended', creditMessages.sentBefore('HT1'), 1]);
    await time.credit.send(again, simulation, true);
    expect(clerk.screen('worktimeExports').board.exports.map(({ sentAt }) => sentAt !== '')).toEqual([true, true]);
  });
});
