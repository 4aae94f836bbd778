/** The evening over HTTP: chosen, shown, its first reading, its mail over real SMTP and in the letter box. */
import { describe, expect, test } from '@jest/globals';
import type { Run } from '../../shared/contracts/schemas.ts';
import { refresh } from '../../shared/flows/refresh.ts';
import { headerOf, openSmtpOffice, partsOf } from '../mail/smtpOffice.ts';
import {
  connectAndPull,
  demoAccount,
  OCTOBER,
  problemOf,
  raw,
  until,
  value,
  withService,
  type TestService,
} from './testService.ts';

const AUTOMATIC = { evenings: true };
const clock = {
  now: () => {
    throw new Error('no clock');
  },
  wait: () => new Promise<void>((resolve) => setTimeout(resolve, 10)),
};
const typed = (text: string) => text.replaceAll('\u00a0', ' ');

/** The first reading once over, its mail settled. */
async function firstReading(service: TestService): Promise<{ id: string; run: Run }> {
  const { id } = value(await service.api.connect(demoAccount(service)));
  const run = await until('the first reading', async () => {
    const [last] = value(await service.api.runs(id, 5));
    return last?.mail && last.mail.state !== 'waiting' ? last : undefined;
  });
  return { id, run };
}

const settings = { enabled: true, time: '21:30', recipients: ['awa@acme.example'], onlyChanges: false };

describe('the evening of a connection', () => {
  test('is 20:00 in Paris until somebody chooses; what is chosen is kept and answered', async () => {
    await withService(async (service) => {
      const { id } = await firstReading(service);
      const first = value(await service.api.evening(id));
      expect(first).toMatchObject({
        ...{ enabled: true, time: '20:00', zone: 'Europe/Paris', onlyChanges: true, mail: 'mailbox' },
        recipients: ['paie@atelier-lumiere.example'],
      });
      expect(first.nextAt).toMatch(/T(?:18|19):00:00\.000Z$/);
      const saved = value(await service.api.saveEvening(id, settings));
      expect(saved).toMatchObject(settings);
      expect(value(await service.api.evening(id))).toEqual(saved);
      expect(value(await service.api.saveEvening(id, { ...settings, enabled: false })).nextAt).toBeNull();
    }, AUTOMATIC);
  });

  test.each([
    ['a time that no clock shows', { time: '24:00' }, 'time'],
    ['half an address', { recipients: ['awa@'] }, 'recipients.0'],
    ['an address with a second header', { recipients: ['awa@acme.example\r\nBcc: x@y.example'] }, 'recipients.0'],
    ['a word too many', { zone: 'UTC' }, ''],
  ])('%s is refused by name, and never repeated', async (_title, over, field) => {
    await withService(async (service) => {
      const { connectionId: id } = await connectAndPull(service);
      const refused = problemOf(await service.api.saveEvening(id, { ...settings, ...over }));
      expect(refused).toMatchObject({ status: 400, code: 'bodyInvalid', facts: { field } });
      expect(JSON.stringify(refused)).not.toContain('awa@');
    });
  });

  test('of an unknown connection is unknown; without the scheduler nothing is planned or read', async () => {
    await withService(async (service) => {
      expect(problemOf(await service.api.evening('nobody')).code).toBe('connectionUnknown');
      const { connectionId: id, run } = await connectAndPull(service);
      expect(value(await service.api.evening(id)).nextAt).toBeNull();
      expect(value(await service.api.runs(id, 10))).toEqual([run]);
    });
  });
});

describe('an account that is connected', () => {
  test('is read at once; « Actualiser » follows that reading instead of being refused', async () => {
    await withService(async (service) => {
      const connected = value(await service.api.connect(demoAccount(service)));
      expect(connected.lastRun).toMatchObject({ trigger: 'first', startedBy: 'Passerelle, à la connexion' });
      const request = { months: [OCTOBER], startedBy: 'Awa' };
      const run = value(await refresh({ service: service.api, clock }, connected.id, request));
      expect(run).toMatchObject({ id: connected.lastRun?.id, state: 'done', months: ['2026-09', '2026-10'] });
    }, AUTOMATIC);
  });

  test('what that reading did not bring is read after it', async () => {
    await withService(async (service) => {
      const { id, lastRun } = value(await service.api.connect(demoAccount(service)));
      const request = { months: [OCTOBER], startedBy: 'Awa', topics: ['meals' as const] };
      const run = value(await refresh({ service: service.api, clock }, id, request));
      expect([run.state, run.startedBy, run.id === lastRun?.id]).toEqual(['done', 'Awa', false]);
    }, AUTOMATIC);
  });

  test('its history says who, why, how many, and what became of the mail', async () => {
    await withService(async (service) => {
      const { id, run } = await firstReading(service);
      expect(run).toMatchObject({ state: 'done', trigger: 'first', mail: { state: 'sent', tries: 1, reason: null } });
      const asked = value(await service.api.startRun(id, { months: [OCTOBER], startedBy: 'Awa' }));
      const [live, before] = value(await service.api.runs(id, 5));
      expect([live?.id, live?.startedBy, before?.id]).toEqual([asked.id, 'Awa', run.id]);
      expect(value(await service.api.runs(id, 1))).toHaveLength(1);
      const reply = await raw(service.origin, `/api/connections/${id}/runs?limit=0`, {
        headers: { authorization: `Bearer ${service.token}` },
      });
      expect(reply.status).toBe(400);
    }, AUTOMATIC);
  });
});

describe('the letter box of the fictional account', () => {
  test('shows the mail, as a page that does nothing and as text, to this machine only', async () => {
    await withService(async (service) => {
      const { id } = await firstReading(service);
      const { mailbox = '' } = value(await service.api.health()).demo ?? {};
      expect(mailbox).toBe(`${service.demo.origin}/demo/mailbox/`);
      const list = await (await fetch(mailbox)).text();
      expect(typed(list)).toContain('Passerelle : première lecture de Lucca, 12 personnes');
      const mail = await fetch(`${mailbox}1`);
      expect(await mail.text()).toContain('src="/demo/mailbox/1/page"');
      const page = await fetch(`${mailbox}1/page`);
      expect(page.headers.get('content-security-policy')).toContain('sandbox');
      expect((await fetch(`${mailbox}99`)).status).toBe(404);
      expect((await fetch(`${mailbox}x`)).status).toBe(404);
      const foreign = await raw(service.demo.origin, '/demo/mailbox/', { headers: { host: 'evil.example' } });
      expect(foreign.status).toBe(403);
      value(await service.api.tryMail(id));
      expect(service.demo.mailbox.list().map(({ subject }) => typed(subject))[0]).toBe(
        "Passerelle : message d'essai (demo)",
      );
    }, AUTOMATIC);
  });

  test('is not offered once there is a server', async () => {
    const office = await openSmtpOffice();
    const mail = { url: `smtp://127.0.0.1:${office.port}`, from: 'paie@acme.example', to: [] };
    await withService(async ({ api }) => expect(value(await api.health()).demo?.mailbox).toBeUndefined(), { mail });
    await office.close();
  });
});

describe('mail over SMTP', () => {
  test('a first reading and a trial arrive; neither they nor the log hold a key, a NIR or an IBAN', async () => {
    const office = await openSmtpOffice({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(null, { user: 'awa' }),
    });
    await withService(
      async (service) => {
        const { id, run } = await firstReading(service);
        expect(run.mail).toEqual({ state: 'sent', tries: 1, reason: null });
        value(await service.api.tryMail(id));
        expect(office.received.map(({ raw: text }) => typed(headerOf(text, 'Subject')))).toEqual([
          'Passerelle : première lecture de Lucca, 12 personnes (demo)',
          "Passerelle : message d'essai (demo)",
        ]);
        const people = value(await service.api.employees(id, { offset: 0, limit: 100 })).items;
        const secrets = people.flatMap(({ values }) =>
          [values.nir, values.iban, values.personalEmail, values.personalPhone, values.birthDate].filter(
            (each): each is string => typeof each === 'string' && each.length > 5,
          ),
        );
        expect(secrets.length).toBeGreaterThan(20);
        const decoded = office.received.flatMap(({ raw: text }) => [...partsOf(text).values()]);
        const said = [...office.received.map(({ raw: text }) => text), ...decoded, service.logged()].join('\n');
        for (const secret of [...secrets, service.demo.apiKey, 'canary-password'])
          expect([secret, said.includes(secret)]).toEqual([secret, false]);
      },
      {
        evenings: true,
        mail: {
          url: `smtp://awa:canary-password@127.0.0.1:${office.port}`,
          from: 'paie@acme.example',
          to: ['awa@acme.example'],
        },
      },
    );
    await office.close();
  });

  test('a server that refuses fails no reading: it is told in the history, without the password', async () => {
    const office = await openSmtpOffice({
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('canary-password is wrong')),
    });
    const url = `smtp://awa:canary-password@127.0.0.1:${office.port}`;
    await withService(
      async (service) => {
        const { id } = value(await service.api.connect(demoAccount(service)));
        const run = await until('the refusal', async () => {
          const [last] = value(await service.api.runs(id, 1));
          return last?.mail?.reason == null ? undefined : last;
        });
        expect([run.state, run.mail?.state, run.mail?.tries]).toEqual(['done', 'waiting', 1]);
        expect(run.mail?.reason).toContain("refuse l'identifiant ou le mot de passe");
        const trial = problemOf(await service.api.tryMail(id));
        expect(trial).toMatchObject({ status: 502, code: 'mailFailed' });
        expect(service.logged() + JSON.stringify([run, trial])).not.toContain('canary-password');
      },
      { evenings: true, mail: { url, from: 'paie@acme.example', to: ['awa@acme.example'] } },
    );
    await office.close();
  });
});
