/** The mail of a preparation of absences over HTTP and real SMTP. */
import { expect, test } from '@jest/globals';
import type { TransferMail } from '../../shared/contracts/transferMailSchemas.ts';
import { headerOf, openSmtpOffice, partsOf } from '../mail/smtpOffice.ts';
import { demoAccount, OCTOBER, problemOf, raw, value, withService, type TestService } from './testService.ts';

const MAIL: TransferMail = {
  ...{ end: 'prepared', month: OCTOBER, number: 'A1', deletions: 4, imports: 2 },
  ...{ aside: { unbound: 1 }, refiled: 0, kept: 0, findings: 0 },
};
const typed = (text: string) => text.replaceAll('\u00a0', ' ');

async function connected({ api, ...service }: TestService, recipients: string[]): Promise<string> {
  const { id } = value(await api.connect(demoAccount({ api, ...service })));
  value(await api.saveEvening(id, { enabled: false, time: '20:00', recipients, onlyChanges: true }));
  return id;
}

const mailOver = (port: number) => ({
  mail: { url: `smtp://awa:canary-password@127.0.0.1:${port}`, from: 'paie@acme.example', to: [] },
});

test('it arrives at the recipients of the evening, as text and as a page, even where nothing changed in Lucca', async () => {
  const office = await openSmtpOffice({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'awa' }),
  });
  await withService(async (service) => {
    const id = await connected(service, ['awa@acme.example', 'bruno@acme.example']);
    expect(value(await service.api.mailTransfer(id, MAIL))).toEqual({ recipients: 2, refused: 0 });
    const [mail, none] = office.received;
    expect([mail?.to, none]).toEqual([['awa@acme.example', 'bruno@acme.example'], undefined]);
    expect(typed(headerOf(mail?.raw ?? '', 'Subject'))).toBe(
      'Passerelle : absences d’octobre 2026, 4 lignes à supprimer puis 2 à importer (demo)',
    );
    const parts = partsOf(mail?.raw ?? '');
    expect(typed(parts.get('text/plain') ?? '')).toContain(
      'Laissé de côté\n- 1 demi-journée d’un compte à rattacher\n',
    );
    expect(parts.get('text/html')).toContain('<h2');
    for (const secret of ['acme.example', 'canary-password']) expect(service.logged()).not.toContain(secret);
  }, mailOver(office.port));
  await office.close();
});

test('without an address, or with a server of mail that refuses, says which and what to do', async () => {
  const office = await openSmtpOffice({
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('canary-password is wrong')),
  });
  await withService(async (service) => {
    const id = await connected(service, []);
    expect(problemOf(await service.api.mailTransfer(id, MAIL))).toMatchObject({
      ...{ status: 422, code: 'mailNobody' },
      detail: expect.stringMatching(/^Aucune adresse n’est enregistrée.*passerelle evening --to/),
    });
    await connected(service, ['awa@acme.example']);
    const refused = problemOf(await service.api.mailTransfer(id, MAIL));
    expect(refused).toMatchObject({
      status: 502,
      code: 'mailFailed',
      detail: expect.stringContaining('PASSERELLE_SMTP_URL'),
    });
    expect(JSON.stringify(refused)).not.toContain('canary');
    expect(office.received).toEqual([]);
  }, mailOver(office.port));
  await office.close();
});

test('an account that is not fictional says that there is no server of mail; an unknown one is unknown', async () => {
  await withService(async (service) => {
    const account = { origin: service.demo.origin, tokenUrl: service.demo.oauth.tokenUrl };
    await withService(
      async ({ api }) => {
        const { id } = value(await api.connect({ account: 'fictif', apiKey: service.demo.apiKey }));
        const problem = problemOf(await api.mailTransfer(id, MAIL));
        expect(problem).toMatchObject({ status: 409, code: 'mailNoServer' });
        expect(typed(problem.detail)).toMatch(/^Aucun serveur de courrier : .*PASSERELLE_SMTP_URL/);
        expect(problemOf(await api.mailTransfer('nobody', MAIL)).code).toBe('connectionUnknown');
      },
      { demo: null, accounts: new Map([['fictif', account]]) },
    );
  });
});

test('a word too many is refused by its place, and never repeated', async () => {
  await withService(async (service) => {
    const id = await connected(service, ['awa@acme.example']);
    const reply = await raw(service.origin, `/api/connections/${id}/absences/mail`, {
      ...{ method: 'POST', body: JSON.stringify({ ...MAIL, name: 'MARTIN' }) },
      headers: { authorization: `Bearer ${service.token}`, 'content-type': 'application/json' },
    });
    expect([reply.status, reply.body.includes('bodyInvalid'), reply.body.includes('MARTIN')]).toEqual([
      400,
      true,
      false,
    ]);
    expect(service.demo.mailbox.list().filter(({ subject }) => subject.includes('absences'))).toEqual([]);
  });
});
