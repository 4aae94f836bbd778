import { describe, expect, test } from '@jest/globals';
import type { Evening } from '../../shared/contracts/eveningSchemas.ts';
import type { EveningSettings } from '../../shared/contracts/eveningSettings.ts';
import { problem } from '../../shared/contracts/problem.ts';
import type { Run, RunMail } from '../../shared/contracts/schemas.ts';
import { instant, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import * as text from '../../shared/messages/fr/employees/eveningPane.ts';
import type { Service } from '../../shared/contracts/service.ts';
import { draftOf, settingsIn } from '../../addin/taskpane/model/evening/eveningDraft.ts';
import type { EveningDraft } from '../../addin/taskpane/model/evening/eveningState.ts';
import { Pane } from '../../addin/taskpane/model/pane.ts';
import type { Notice } from '../../addin/taskpane/model/state.ts';
import { SmallCompany } from '../support/smallCompany.ts';
import { runOf } from '../store/sample.ts';

const EVENING: Evening = {
  ...{ enabled: true, time: '20:00', recipients: ['awa@acme.example'], onlyChanges: true },
  ...{ zone: 'Europe/Paris', nextAt: instant('2026-11-20T19:00:00.000Z'), mail: 'server' },
};
const DRAFT: EveningDraft = draftOf(EVENING);

describe('what is typed', () => {
  test.each([
    ['20:00', '20:00'],
    ['8h', '08:00'],
    ['8h05', '08:05'],
    [' 20 H 30 ', '20:30'],
    ['7:15', '07:15'],
  ])('« %s » is %s', (typed, time) => {
    expect(settingsIn({ ...DRAFT, time: typed })).toMatchObject({ ok: true, value: { time } });
  });

  test.each(['', '25:00', '20', '20:60', 'vingt heures', '20:00:00'])('« %s » is no time', (typed) => {
    expect(settingsIn({ ...DRAFT, time: typed })).toEqual({ ok: false, error: { time: text.badTime } });
  });

  test('addresses stand on lines, or between commas and semicolons; blanks are nothing', () => {
    const recipients = ' awa@acme.example \n\nbruno@acme.example; zoe@acme.example,\n';
    expect(settingsIn({ ...DRAFT, recipients })).toMatchObject({
      value: { recipients: ['awa@acme.example', 'bruno@acme.example', 'zoe@acme.example'] },
    });
    expect(settingsIn({ ...DRAFT, recipients: '\n' })).toMatchObject({ value: { recipients: [] } });
  });

  test('a wrong address is told by its line, with a wrong time', () => {
    expect(settingsIn({ ...DRAFT, time: 'x', recipients: 'awa@acme.example\nbruno@' })).toEqual({
      ok: false,
      error: { time: text.badTime, recipients: text.badRecipient(2) },
    });
    expect(settingsIn({ ...DRAFT, recipients: 'awa@acme.example\nAWA@acme.example' })).toMatchObject({
      error: { recipients: text.twiceRecipient(2) },
    });
    const many = Array.from({ length: 21 }, (_, index) => `a${index}@acme.example`).join('\n');
    expect(settingsIn({ ...DRAFT, recipients: many })).toMatchObject({
      error: { recipients: text.tooManyRecipients(20) },
    });
  });
});

/** A pane at home, over a service that answers `over`. */
async function paneOver(over: Partial<Service>): Promise<Pane> {
  const company = new SmallCompany();
  const health = { status: 'ok' as const, version: '1', demo: null, month: plainMonth('2026-10') };
  const pane = new Pane({
    service: { ...company.account.service(), health: () => Promise.resolve(ok(health)), ...over },
    book: company.book,
    clock: company.clock,
    token: { get: () => 'token', set: () => undefined, clear: () => undefined },
    offeredCode: null,
    readOnly: () => false,
    download: () => undefined,
  });
  await pane.start();
  return pane;
}

const refused = (status: number, code: string) =>
  fail({ code: 'refused' as const, problem: problem(status, code, 'Parce que.') });

describe('the form', () => {
  test('opens with what is kept, saves what is right, and sends a message to try after saving', async () => {
    const saved: EveningSettings[] = [];
    const pane = await paneOver({
      evening: () => Promise.resolve(ok(EVENING)),
      saveEvening: (_, settings) => {
        saved.push(settings);
        return Promise.resolve(ok({ ...EVENING, ...settings }));
      },
      tryMail: () => Promise.resolve(ok(undefined)),
    });
    const tasks = await pane.evening();
    await tasks.openForm();
    expect(pane.store.get().screen).toEqual({ name: 'eveningForm', evening: EVENING, errors: {}, busy: false });
    await tasks.save({ ...DRAFT, time: '25:00' });
    expect(pane.store.get().screen).toMatchObject({ errors: { time: text.badTime } });
    await tasks.trial({ ...DRAFT, recipients: 'zoe@acme.example' });
    expect(saved).toEqual([{ enabled: true, time: '20:00', recipients: ['zoe@acme.example'], onlyChanges: true }]);
    expect(pane.store.get().notice).toEqual({ intent: 'success', text: text.sentNotice(1) });
    await pane.back();
    expect(pane.store.get().screen).toEqual({ name: 'settings' });
  });

  test('a message that did not leave is told there; a service out of reach is told as everywhere', async () => {
    const pane = await paneOver({
      evening: () => Promise.resolve(ok(EVENING)),
      saveEvening: () => Promise.resolve(ok(EVENING)),
      tryMail: () => Promise.resolve(refused(502, 'mailFailed')),
      runs: () => Promise.resolve(fail({ code: 'unreachable' as const })),
    });
    const tasks = await pane.evening();
    await tasks.openForm();
    await tasks.trial(DRAFT);
    expect(pane.store.get()).toMatchObject({
      screen: { name: 'eveningForm', busy: false },
      notice: { intent: 'error', text: 'Parce que.' },
    });
    await tasks.openRuns();
    expect(pane.store.get().screen.name).toBe('offline');
  });
});

test('the history shows the readings that the service knows; a refusal is told in « Réglages »', async () => {
  const runs = [runOf('r2', 'c1'), runOf('r1', 'c1')];
  const answers = [ok(runs), refused(404, 'connectionUnknown')];
  const pane = await paneOver({ runs: () => Promise.resolve(answers.shift() ?? ok([])) });
  const tasks = await pane.evening();
  await tasks.openRuns();
  expect(pane.store.get().screen).toEqual({ name: 'eveningRuns', runs });
  await tasks.openRuns();
  expect(pane.store.get()).toMatchObject({ screen: { name: 'settings' }, notice: { text: 'Parce que.' } });
});

test.each([
  [0, '0 s'],
  [59, '59 s'],
  [75, '1 min 15 s'],
  [3_725, '1 h 2 min'],
])('%i seconds are « %s »', (seconds, said) => expect(text.durationText(seconds)).toBe(said));

describe('at the opening of the pane', () => {
  const sorry = 'Le serveur de courrier ne répond pas.';
  const mail: RunMail = { state: 'failed', tries: 3, reason: sorry };
  const evening: Run = { ...runOf('r', 'c1'), trigger: 'evening' };
  const failed: Run = { ...evening, state: 'failed', problem: problem(502, 'luccaDown', 'Lucca ne répond pas.') };
  const told = 'La lecture de Lucca du 20/11/2026 à 13:00 a échoué : Lucca ne répond pas.';
  const lost = `Le message de la dernière lecture n'est pas parti. ${sorry}`;
  const departures = problem(409, 'massDisappearance', 'Beaucoup.', { disappeared: 20, rows: 40 });
  const cases: readonly (readonly [string, Run, Notice | null])[] = [
    ['an evening that failed is told', failed, { intent: 'error', text: told, details: [] }],
    [
      'with its message that did not leave',
      { ...failed, mail },
      { intent: 'error', text: told, details: [lost], toEvening: true },
    ],
    [
      'a message that did not leave alone too',
      { ...evening, mail },
      { intent: 'warning', text: lost, toEvening: true },
    ],
    ['a reading that went well is not', { ...evening, mail: { ...mail, state: 'quiet' } }, null],
    ['nor one that somebody started and watched', { ...failed, trigger: undefined }, null],
    ['nor one that is to be tried again', { ...evening, state: 'interrupted' }, null],
    ['people who disappeared have their own question', { ...failed, problem: departures }, null],
  ];
  test.each(cases)('%s', async (_title, lastRun, notice) => {
    const connections = async () => ok([{ ...new SmallCompany().account.connection(), lastRun }]);
    const pane = await paneOver({ connections });
    expect([pane.store.get().screen.name, pane.store.get().notice]).toEqual(['home', notice]);
  });

  test('a server of mail that never answers is told once for each reading, what failed at each return', async () => {
    const run: { last: Run } = { last: { ...evening, mail } };
    const connections = async () => ok([{ ...new SmallCompany().account.connection(), lastRun: run.last }]);
    const pane = await paneOver({ connections });
    const heard: unknown[] = [];
    for (const last of [run.last, { ...evening, id: 'next', mail }, { ...failed, id: 'next', mail }]) {
      run.last = last;
      await pane.home();
      heard.push(pane.store.get().notice);
    }
    const again = { intent: 'warning', text: lost, toEvening: true };
    expect(heard).toEqual([null, again, { intent: 'error', text: told, details: [] }]);
  });
});
