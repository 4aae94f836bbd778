import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { instant } from '../../../shared/domain/calendar/plainDate.ts';
import { fail } from '../../../shared/domain/result.ts';
import { startChild } from '../../http/processes/child.ts';
import { A, NOVEMBER, Office, OCTOBER, person } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(async () => {
  expect(office.faults).toEqual([]);
  await office.close();
});

describe('each evening', () => {
  test('at 20:00 in Paris, once, by « Passerelle, chaque soir », for the month of pay and the one before', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.at('2026-11-16T18:59:40.000Z');
    expect(await office.history()).toEqual([]);
    await office.at('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-16T19:00:20.000Z');
    await office.at('2026-11-17T08:00:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening done']);
    expect(await office.last()).toMatchObject({
      startedBy: 'Passerelle, chaque soir',
      months: [OCTOBER, NOVEMBER],
      trigger: 'evening',
    });
    await office.at('2026-11-17T19:00:05.000Z');
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening done', '2026-11-17T19:00 evening done']);
  });

  test('evenings missed in sleep are one run, told as such; the evening of the day still comes', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.at('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-20T07:00:00.000Z');
    expect(await office.last()).toMatchObject({ trigger: 'catchUp', evenings: 3, state: 'done' });
    await office.at('2026-11-20T07:00:20.000Z');
    await office.at('2026-11-20T19:00:10.000Z');
    expect(await office.history()).toEqual([
      '2026-11-16T19:00 evening done',
      '2026-11-20T07:00 catchUp done',
      '2026-11-20T19:00 evening done',
    ]);
  });

  test('looks that come together start one run', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await Promise.all([1, 2, 3].map(() => office.at('2026-11-16T19:00:00.000Z')));
    expect(await office.history()).toHaveLength(1);
  });

  test('switched off, nothing; switched on again, the evening of the day is read, those before are not missed', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.choose({ enabled: false });
    expect((await office.evenings.view(A)).nextAt).toBeNull();
    await office.at('2026-11-18T18:00:00.000Z');
    await office.choose({ enabled: true });
    await office.later(1);
    expect(await office.history()).toEqual([]);
    expect((await office.evenings.view(A)).nextAt).toBe('2026-11-18T19:00:00.000Z');
    await office.choose({ enabled: false });
    await office.at('2026-11-18T20:00:00.000Z');
    await office.choose({ enabled: true });
    await office.later(1);
    expect(await office.history()).toEqual(['2026-11-18T20:01 evening done']);
  });

  test('an earlier time, already past, reads now when nothing was read that day; a later one does not run twice', async () => {
    await office.at('2026-11-16T12:00:00.000Z');
    await office.choose({ time: '09:30' });
    await office.later(1);
    await office.choose({ time: '20:00' });
    await office.at('2026-11-16T19:00:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T12:01 evening done']);
    await office.choose({ time: '09:30' });
    await office.later(1);
    expect((await office.evenings.view(A)).nextAt).toBe('2026-11-17T08:30:00.000Z');
    await office.at('2026-11-17T08:30:00.000Z');
    await office.choose({ time: '22:15' });
    expect((await office.evenings.view(A)).nextAt).toBe('2026-11-18T21:15:00.000Z');
    await office.at('2026-11-17T21:15:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T12:01 evening done', '2026-11-17T08:30 evening done']);
  });

  test('a time mistyped, then corrected before anything started, still reads that evening, once', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.choose({ time: '18:00' });
    await office.choose({ time: '20:00' });
    expect((await office.evenings.view(A)).nextAt).toBe('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-16T18:30:00.000Z');
    await office.at('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-17T08:00:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening done']);
  });

  test('a clock that was a month ahead does not stop the evenings, nor their settings', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.at('2026-12-16T19:00:00.000Z');
    office.now = instant('2026-11-17T09:00:00.000Z');
    expect((await office.evenings.view(A)).nextAt).toBe('2026-11-17T19:00:00.000Z');
    await office.choose({ time: '21:00' });
    await office.at('2026-11-17T20:00:00.000Z');
    await office.at('2026-11-18T20:00:00.000Z');
    expect((await office.history()).slice(1)).toEqual([
      '2026-11-17T20:00 evening done',
      '2026-11-18T20:00 evening done',
    ]);
  });

  test('waits for the end of a reading that somebody started, then goes', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    let letGo = (): void => undefined;
    office.held = new Promise((resolve) => (letGo = resolve));
    const started = await office.runner.start(A, { months: [NOVEMBER], startedBy: 'Awa' });
    expect(started.ok).toBe(true);
    const looking = office.at('2026-11-16T19:00:00.000Z');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await office.history()).toEqual(['2026-11-16T18:00 person running']);
    office.held = null;
    letGo();
    await looking;
    expect(await office.history()).toEqual(['2026-11-16T18:00 person done', '2026-11-16T19:00 evening done']);
  });

  test('cancelled by a person, it is over for the day, and nobody is written to', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.choose({ recipients: ['paie@acme.example'], onlyChanges: false });
    let letGo = (): void => undefined;
    office.held = new Promise((resolve) => (letGo = resolve));
    const looking = office.at('2026-11-16T19:00:00.000Z');
    await office.runner.cancel((await office.begun()).id);
    letGo();
    await looking;
    await office.later(30);
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening cancelled']);
    expect(office.mails).toEqual([]);
  });
});

describe('after a restart', () => {
  test('kill -9 in the middle of an evening: it is read at the next start, once', async () => {
    await office.stop();
    const child = startChild(join(import.meta.dirname, 'processes/stalledEvening.ts'), [office.folder]);
    expect(await child.line((line) => line.startsWith('run '))).toBe('run evening running 2026-11-16');
    await child.end('SIGKILL');
    await office.start();
    await office.at('2026-11-16T19:00:20.000Z');
    await office.at('2026-11-16T19:05:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening interrupted', '2026-11-16T19:00 retry done']);
    await office.at('2026-11-17T19:00:00.000Z');
    expect((await office.history()).at(-1)).toBe('2026-11-17T19:00 evening done');
  });

  /** The service stops in the middle of the reading that begins at `moment`. */
  async function cutShort(moment: string): Promise<void> {
    let letGo = (): void => undefined;
    office.held = new Promise((resolve) => (letGo = resolve));
    const looking = office.at(moment);
    await office.begun();
    const stopping = office.stop();
    letGo();
    await Promise.all([stopping, looking]);
    office.held = null;
    await office.start();
  }

  test('an evening cut short by an orderly stop is read at the next start, and its mail leaves', async () => {
    await office.evenings.connected(A);
    await office.evenings.settled();
    await office.at('2026-11-16T18:00:00.000Z');
    await cutShort('2026-11-16T19:00:00.000Z');
    office.people = [person('1', 'MARTEL'), person('2', 'DURAND')];
    await office.at('2026-11-17T07:00:00.000Z');
    await office.at('2026-11-17T07:00:20.000Z');
    expect((await office.history()).slice(1)).toEqual([
      '2026-11-16T19:00 evening interrupted',
      '2026-11-17T07:00 retry done',
    ]);
    expect(office.mails.at(-1)?.text).toContain('MARTIN → MARTEL');
  });

  test('cut short three times, it is given up until the next evening, and a mail says so', async () => {
    await office.evenings.connected(A);
    await office.evenings.settled();
    await office.at('2026-11-16T18:00:00.000Z');
    for (const minute of ['00', '10', '20']) await cutShort(`2026-11-16T19:${minute}:00.000Z`);
    await office.at('2026-11-16T19:30:00.000Z');
    await office.at('2026-11-16T20:00:00.000Z');
    expect((await office.history()).slice(1)).toEqual([
      '2026-11-16T19:00 evening interrupted',
      '2026-11-16T19:10 retry interrupted',
      '2026-11-16T19:20 retry interrupted',
    ]);
    expect(office.mails.at(-1)?.subject).toContain('la lecture de Lucca a échoué');
    expect(office.mails).toHaveLength(2);
  });

  test('a run that the disk refused to begin is tried again a quarter of an hour later', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    const full = new Error('ENOSPC');
    const disk = jest.spyOn(office.store, 'saveRun').mockRejectedValue(full);
    await office.at('2026-11-16T19:00:00.000Z');
    disk.mockRestore();
    await office.later(1);
    expect(await office.history()).toEqual([]);
    await office.later(14);
    await office.later(30);
    expect(await office.history()).toEqual(['2026-11-16T19:15 retry done']);
    expect(office.faults.splice(0)).toEqual([full]);
  });

  test('an evening missed meanwhile is caught up at once', async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.stop();
    await office.start();
    await office.at('2026-11-17T06:30:00.000Z');
    expect(await office.last()).toMatchObject({ trigger: 'catchUp', evenings: 1 });
  });
});

describe('Lucca down in the evening', () => {
  beforeEach(async () => {
    await office.at('2026-11-16T18:00:00.000Z');
    await office.choose({ recipients: ['paie@acme.example'] });
  });

  test('is tried again after a quarter of an hour, and nobody is disturbed when that works', async () => {
    office.down(1);
    await office.at('2026-11-16T19:00:00.000Z');
    await office.later(14);
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening failed']);
    await office.later(1);
    await office.later(60);
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening failed', '2026-11-16T19:15 retry done']);
    expect(office.mails).toEqual([]);
  });

  test('three times in all, then a mail says so; the next evening is tried afresh', async () => {
    office.down(3);
    await office.at('2026-11-16T19:00:00.000Z');
    for (let turn = 0; turn < 8; turn += 1) await office.later(15);
    expect(await office.history()).toEqual([
      '2026-11-16T19:00 evening failed',
      '2026-11-16T19:15 retry failed',
      '2026-11-16T19:30 retry failed',
    ]);
    expect(office.mails.map(({ subject }) => subject)).toEqual([
      'Passerelle : la lecture de Lucca a échoué (acme.ilucca.net)',
    ]);
    expect(office.mails[0]?.text).toContain('3 essais ce soir, sans succès.');
    await office.at('2026-11-17T19:00:00.000Z');
    expect((await office.history()).at(-1)).toBe('2026-11-17T19:00 evening done');
  });

  test('is not tried again once somebody has read; what that shows is mailed', async () => {
    office.down(1);
    await office.at('2026-11-16T19:00:00.000Z');
    await office.at('2026-11-16T19:05:00.000Z');
    const read = await office.runner.start(A, { months: [NOVEMBER], startedBy: 'Awa' });
    expect(read.ok).toBe(true);
    await office.runner.settled('a');
    await office.at('2026-11-16T19:15:00.000Z');
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening failed', '2026-11-16T19:05 person done']);
    expect((await office.last()).mail?.state).toBe('quiet');
  });

  test('a wrong key is not tried again: it is told at once', async () => {
    office.answers.push(fail({ code: 'wrongKey', call: 'salariés' }));
    await office.at('2026-11-16T19:00:00.000Z');
    await office.later(30);
    expect(await office.history()).toEqual(['2026-11-16T19:00 evening failed']);
    expect(office.mails).toHaveLength(1);
    expect(office.mails[0]?.text).toContain("Lucca refuse la clé d'API.");
  });
});

describe('an account that was just connected', () => {
  test('is read at once, and a mail says what was read', async () => {
    await office.evenings.connected(A);
    await office.evenings.settled();
    expect(await office.history()).toEqual(['2026-11-16T09:00 first done']);
    expect(await office.last()).toMatchObject({ startedBy: 'Passerelle, à la connexion', mail: { state: 'sent' } });
    expect(office.mails[0]).toMatchObject({
      to: ['paie@acme.example'],
      subject: 'Passerelle : première lecture de Lucca, 2 personnes (acme.ilucca.net)',
    });
    await office.evenings.connected(A);
    await office.evenings.settled();
    expect(await office.history()).toHaveLength(1);
  });

  test('is not by a command that lasts the time of one work', async () => {
    await office.stop();
    await office.start(false);
    await office.evenings.connected(A);
    expect(await office.history()).toEqual([]);
    expect((await office.evenings.view(A)).nextAt).toBeNull();
  });
});

describe('many people missing at once', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => person(String(index + 1), `NOM${index}`));

  test('change nothing until a person accepts: the mirror stays, the mail asks', async () => {
    office.people = crowd;
    await office.evenings.connected(A);
    await office.evenings.settled();
    office.people = crowd.slice(0, 20);
    await office.at('2026-11-16T18:00:00.000Z');
    await office.at('2026-11-16T19:00:00.000Z');
    const run = await office.last();
    expect(run).toMatchObject({
      state: 'failed',
      problem: { code: 'massDisappearance', status: 409, facts: { disappeared: 20, rows: 40 } },
    });
    expect(await office.store.mirror('a')).toMatchObject({ snapshot: 1, employees: 40, lastChange: 0 });
    expect(office.mails.at(-1)?.subject).toBe(
      'Passerelle : 20 personnes ont disparu de Lucca, votre accord est nécessaire (acme.ilucca.net)',
    );
    await office.runner.start(A, { months: [NOVEMBER], startedBy: 'Awa', acceptDepartures: true });
    await office.runner.settled('a');
    expect(await office.store.mirror('a')).toMatchObject({ snapshot: 2, employees: 20, lastChange: 20 });
  });

  test('a few do not: they are told by name', async () => {
    office.people = crowd;
    await office.evenings.connected(A);
    await office.evenings.settled();
    office.people = crowd.slice(1);
    await office.at('2026-11-16T18:00:00.000Z');
    await office.at('2026-11-16T19:00:00.000Z');
    expect(office.mails.at(-1)?.subject).toBe('Passerelle : 1 changement dans Lucca (acme.ilucca.net)');
    expect(office.mails.at(-1)?.text).toContain(
      "NOM0 Ada (01) — rien n'est supprimé du classeur : vérifiez dans Lucca",
    );
  });
});
