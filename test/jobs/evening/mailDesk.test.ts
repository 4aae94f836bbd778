import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { HalfDayAbsence } from '../../../shared/domain/absences/halfDay.ts';
import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { connection } from '../../store/sample.ts';
import { A, NOVEMBER, Office, person, pulled } from './office.ts';

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

function halfDay(employeeId: string): HalfDayAbsence {
  const [date, accountName] = [plainDate('2026-11-03'), 'Congés payés'];
  const leave = { leaveId: `l-${employeeId}`, accountId: '1', accountName, minutes: null };
  return { id: `${employeeId}-am`, employeeId, date, half: 'am', ...leave, requestedOn: null, approvedOn: null };
}

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

  test('a field that is read elsewhere is told once, not as a change of everybody', async () => {
    const lines = [{ key: 'iban', from: 'custom', code: 'e_rib', name: 'RIB' }] as const;
    await office.store.acceptMapping('a', { hash: 'h', acceptedAt: office.now, by: 'Awa', lines });
    const iban = 'FR1420041010050500013M02606';
    office.people = [person('1', 'MARTIN', { iban }), person('2', 'DURAND', { iban })];
    await office.at('2026-11-16T19:00:00.000Z');
    const text = typed(office.mails[0]?.text) ?? '';
    expect(text).toContain(
      '- La correspondance du champ « IBAN » a changé : 2 valeurs relues, à voir dans « Revoir »\n',
    );
    expect(text).not.toContain('MARTIN');
    expect((await office.store.changes('a', 0)).map(({ field, cause }) => [field, cause])).toEqual([
      ['iban', 'mapping'],
      ['iban', 'mapping'],
    ]);
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

  test('three times, of a failure: the next mail tells it, though nothing changed, and only that one', async () => {
    office.people = [person('1', 'MARTIN'), person('2', 'DURAND')];
    office.answers.push(fail({ code: 'wrongKey', call: 'salariés' }));
    office.refusals = ['unreachable', 'unreachable', 'unreachable'];
    await office.at('2026-11-16T19:00:00.000Z');
    for (const minutes of [1, 6]) await office.later(minutes);
    expect(await mailOf()).toEqual(['failed', 'failed', 3, sorry]);
    await office.at('2026-11-17T19:00:00.000Z');
    await office.at('2026-11-18T19:00:00.000Z');
    expect(office.mails.map(({ subject }) => typed(subject))).toEqual([
      'Passerelle : aucun changement dans Lucca, 1 lecture avait échoué (acme.ilucca.net)',
    ]);
    expect(typed(office.mails[0]?.text)).toContain("- Le 16/11/2026 à 20:00 : Lucca refuse la clé d'API.");
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

describe('no news is lost', () => {
  const typedMails = () => office.mails.map(({ text }) => typed(text) ?? '');

  test('before a first mail has left: the changes of every reading since the first are told', async () => {
    await office.stop();
    office = await Office.open();
    office.refusals = ['unreachable', 'unreachable', 'unreachable'];
    await office.evenings.connected(A);
    await office.evenings.settled();
    for (const minutes of [1, 6]) await office.later(minutes);
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND', { contractEnd: '2026-11-18' })];
    await office.runner.start(A, { months: [], startedBy: 'Awa' });
    await office.runner.settled('a');
    office.refusals = ['unreachable', 'unreachable', 'unreachable'];
    await office.at('2026-11-16T19:00:00.000Z');
    for (const minutes of [1, 6]) await office.later(minutes);
    expect(office.mails).toEqual([]);
    office.people = [...office.people, person('3', 'PETIT')];
    await office.at('2026-11-17T19:00:00.000Z');
    expect(office.mails).toHaveLength(1);
    for (const told of ['Nom : MARTIN → MARTEL', 'contrat à finir le 18/11/2026', 'PETIT Ada (03)'])
      expect(typedMails()[0]).toContain(told);
    await office.at('2026-11-18T19:00:00.000Z');
    expect(typedMails()[1]).toContain('contrat fini le 18/11/2026');
  });

  test('a field that the key may not read any more is told once, though nothing changed', async () => {
    office.unread = ['IBAN'];
    for (const day of [16, 17]) await office.at(`2026-11-${day}T19:00:00.000Z`);
    expect(office.mails.map(({ subject }) => typed(subject))).toEqual([
      "Passerelle : aucun changement dans Lucca, 1 champ ou droit n'est plus lu (acme.ilucca.net)",
    ]);
    expect(typedMails()[0]).toContain('Droit absent ou champ non relié : IBAN.');
    office.unread = [];
    await office.at('2026-11-18T19:00:00.000Z');
    office.unread = ['IBAN'];
    await office.at('2026-11-19T19:00:00.000Z');
    expect(office.mails).toHaveLength(2);
  });

  test('what came and went between two mails is no mail', async () => {
    const [people, last] = [office.people, person('9', 'PASSAGE')];
    for (const now of [[...people, last], people]) {
      office.people = now;
      await office.runner.start(A, { months: [], startedBy: 'Awa' });
      await office.runner.settled('a');
    }
    await office.at('2026-11-16T19:00:00.000Z');
    expect([office.mails, (await office.last()).mail?.state]).toEqual([[], 'quiet']);
  });

  test('absences that Lucca shows no more are no cancellations', async () => {
    office.people = Array.from({ length: 8 }, (_, index) => person(String(index + 1), `NOM${index}`));
    const leaves = office.people.map(({ id }) => halfDay(id));
    office.answers.push(ok({ ...pulled(office.people), absences: new Map([[NOVEMBER, leaves]]) }));
    await office.at('2026-11-16T19:00:00.000Z');
    office.mails = [];
    await office.at('2026-11-17T19:00:00.000Z');
    expect(typedMails()).toHaveLength(1);
    expect(typedMails()[0]).not.toContain('retirée');
    expect(typedMails()[0]).toContain("Lucca n'a rendu aucune absence pour novembre 2026");
  });
});

describe('looks that overlap', () => {
  test('send each waiting letter once', async () => {
    const other = connection('b', office.now);
    await office.store.addConnection(other);
    await office.later(1);
    await office.evenings.save(other, {
      ...{ enabled: true, time: '20:00', onlyChanges: false },
      recipients: ['b@acme.example'],
    });
    await office.choose({ onlyChanges: false });
    office.refusals = ['timeout', 'timeout'];
    await office.at('2026-11-16T19:00:00.000Z');
    let letGo = (): void => undefined;
    office.slow = new Promise((resolve) => (letGo = resolve));
    const first = office.later(2);
    for (let turn = 0; turn < 200 && office.sending === 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    office.slow = null;
    await office.later(1);
    letGo();
    await first;
    expect(office.mails.flatMap(({ to }) => to).sort()).toEqual(['b@acme.example', 'paie@acme.example']);
    expect((await office.last()).mail).toEqual({ state: 'sent', tries: 2, reason: null });
  });

  test('and a long reading of another account holds back no letter', async () => {
    const other = connection('b', office.now);
    await office.store.addConnection(other);
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND')];
    office.refusals = ['timeout'];
    await office.later(1);
    await office.evenings.save(other, { enabled: true, time: '20:01', recipients: [], onlyChanges: true });
    await office.at('2026-11-16T19:00:00.000Z');
    let letGo = (): void => undefined;
    office.held = new Promise((resolve) => (letGo = resolve));
    const looking = office.at('2026-11-16T19:01:00.000Z');
    for (let turn = 0; turn < 200 && office.mails.length === 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(office.mails).toHaveLength(1);
    letGo();
    await looking;
  });

  test('a letter that waited is not sent after a newer one', async () => {
    await office.choose({ onlyChanges: false });
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND')];
    office.refusals = ['timeout', 'timeout'];
    await office.at('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-17T19:00:00.000Z');
    await office.later(6);
    expect(office.mails).toHaveLength(1);
    expect((await office.store.runs('a', 2)).map(({ mail }) => mail?.state)).toEqual(['sent', 'failed']);
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
