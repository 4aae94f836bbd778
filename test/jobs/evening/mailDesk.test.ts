import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { A, Office, person } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
  await office.evenings.connected(A);
  await office.evenings.settled();
  office.mails = [];
  await office.at('2026-11-16T18:00:00.000Z');
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

const typed = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('what is sent', () => {
  test('nothing when nothing changed, unless that was asked for', async () => {
    await office.at('2026-11-16T19:00:00.000Z');
    expect([office.mails, (await office.last()).mail]).toEqual([[], { state: 'quiet', tries: 0, reason: null }]);
    await office.choose({ onlyChanges: false });
    await office.at('2026-11-17T19:00:00.000Z');
    expect(office.mails.map(({ subject }) => typed(subject))).toEqual([
      'Passerelle : aucun changement dans Lucca (acme.ilucca.net)',
    ]);
  });

  test('what changed since the last mail, readings of the day included, and once', async () => {
    office.people = [person('1', 'MARTIN'), person('2', 'DUBOIS')];
    const read = await office.runner.start(A, { months: [], startedBy: 'Awa' });
    expect(read.ok).toBe(true);
    await office.runner.settled('a');
    office.people = [person('1', 'MARTEL'), person('2', 'DUBOIS')];
    await office.at('2026-11-16T19:00:00.000Z');
    expect(typed(office.mails[0]?.text)).toContain(
      'Changements\n- MARTEL Ada (01) — Nom : MARTIN → MARTEL\n- DUBOIS Ada (02) — Nom : DURAND → DUBOIS\n',
    );
    expect((await office.last()).mail).toEqual({ state: 'sent', tries: 1, reason: null });
    await office.at('2026-11-17T19:00:00.000Z');
    expect(office.mails).toHaveLength(1);
  });

  test('a contract that ends that day, though nothing changed', async () => {
    await office.at('2026-11-16T19:00:00.000Z');
    office.people = [person('1', 'MARTIN', { contractEnd: '2026-11-18' }), person('2', 'DURAND')];
    await office.at('2026-11-17T19:00:00.000Z');
    await office.at('2026-11-18T19:00:00.000Z');
    await office.at('2026-11-19T19:00:00.000Z');
    expect(office.mails.map(({ text }) => /contrat (?:à finir|fini) le [\d/]+/.exec(text)?.[0])).toEqual([
      'contrat à finir le 18/11/2026',
      'contrat fini le 18/11/2026',
    ]);
  });

  test('to nobody: told in the run, and not told later to who joins', async () => {
    await office.choose({ recipients: [] });
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND')];
    await office.at('2026-11-16T19:00:00.000Z');
    expect((await office.last()).mail).toEqual({ state: 'nobody', tries: 0, reason: null });
    await office.choose({ recipients: ['paie@acme.example'] });
    await office.at('2026-11-17T19:00:00.000Z');
    expect(office.mails).toEqual([]);
  });
});

describe('a server that refuses', () => {
  const sorry = 'Le serveur de courrier ne répond pas : vérifiez son adresse, ou réessayez plus tard.';
  const mailOf = async () => {
    const { mail, state } = await office.last();
    return [state, mail?.state, mail?.tries, typed(mail?.reason ?? undefined)];
  };
  beforeEach(() => {
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND')];
  });

  test('is tried again after a minute, then after five, and the run stays what it is', async () => {
    office.refusals = ['unreachable', 'unreachable'];
    await office.at('2026-11-16T19:00:00.000Z');
    expect(await mailOf()).toEqual(['done', 'waiting', 1, sorry]);
    await office.later(1);
    expect(await mailOf()).toEqual(['done', 'waiting', 2, sorry]);
    await office.later(4);
    expect(office.mails).toEqual([]);
    await office.later(1);
    expect(await mailOf()).toEqual(['done', 'sent', 3, undefined]);
    expect(office.mails).toHaveLength(1);
  });

  test('three times: told in the run, and the next mail says it all', async () => {
    office.refusals = ['unreachable', 'unreachable', 'unreachable'];
    await office.at('2026-11-16T19:00:00.000Z');
    for (let turn = 0; turn < 5; turn += 1) await office.later(5);
    expect(await mailOf()).toEqual(['done', 'failed', 3, sorry]);
    await office.at('2026-11-17T19:00:00.000Z');
    expect(typed(office.mails[0]?.text)).toContain('Nom : MARTIN → MARTEL');
  });

  test('and a service that stops meanwhile: the next process sends it', async () => {
    office.refusals = ['timeout'];
    await office.at('2026-11-16T19:00:00.000Z');
    await office.stop();
    await office.start();
    await office.later(2);
    expect(await mailOf()).toEqual(['done', 'sent', 2, undefined]);
    await office.later(2);
    expect(office.mails).toHaveLength(1);
  });
});

describe('a message to try', () => {
  test('leaves at once; without a server, or an address, says which', async () => {
    expect(await office.evenings.trial(A)).toMatchObject({ ok: true });
    expect(office.mails[0]?.to).toEqual(['paie@acme.example']);
    await office.choose({ recipients: [] });
    expect(await office.evenings.trial(A)).toBe('nobody');
    office.hasServer = false;
    expect(await office.evenings.trial(A)).toBe('noServer');
    expect((await office.evenings.view(A)).mail).toBe('none');
  });
});
