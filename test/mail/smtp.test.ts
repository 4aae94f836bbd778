import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { smtpMailer } from '../../server/mail/smtp.ts';
import { headerOf, openSmtpOffice, partsOf, type SmtpOffice } from './smtpOffice.ts';

const PASSWORD = 'canary-pass/word@1';
const FROM = 'Passerelle <paie@acme.example>';
const LETTER = {
  to: ['awa@acme.example', 'bruno@acme.example'],
  subject: 'Passerelle : 12 changements dans Lucca, 2 fiches à compléter (acme.ilucca.net)',
  text: 'Lucca a été lu.\n\n.\nDupont → Martin : « ça va »\n',
  html: '<!doctype html>\n<p>Lucca a été lu.</p>\n',
};

let office: SmtpOffice | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

const urlOf = (port: number, login = '') => `smtp://${login}127.0.0.1:${port}`;

test('a mail arrives whole: who, to whom, its subject, as text and as a page, and nothing attached', async () => {
  office = await openSmtpOffice();
  const sent = await smtpMailer({ url: urlOf(office.port), from: FROM }).send(LETTER);
  expect(sent).toEqual({ ok: true, value: { refused: 0 } });
  const [mail] = office.received;
  expect([mail?.from, mail?.to]).toEqual(['paie@acme.example', LETTER.to]);
  const raw = mail?.raw ?? '';
  expect(headerOf(raw, 'Subject')).toBe(LETTER.subject);
  expect(headerOf(raw, 'From')).toBe(FROM);
  expect(headerOf(raw, 'To')).toBe('awa@acme.example, bruno@acme.example');
  expect(headerOf(raw, 'X-Mailer')).toBe('');
  expect([...partsOf(raw).keys()]).toEqual(['text/plain', 'text/html']);
  expect(partsOf(raw).get('text/plain')).toBe(LETTER.text);
  expect(partsOf(raw).get('text/html')).toBe(LETTER.html);
  expect(raw).not.toMatch(/attachment|filename/i);
});

test('a subject cannot add a header', async () => {
  office = await openSmtpOffice();
  const subject = 'Passerelle\r\nBcc: canary@elsewhere.example';
  await smtpMailer({ url: urlOf(office.port), from: FROM }).send({ ...LETTER, subject });
  expect(office.received[0]?.to).toEqual(LETTER.to);
  expect(headerOf(office.received[0]?.raw ?? '', 'Bcc')).toBe('');
});

describe('a server that wants to know who asks', () => {
  const login = (user: string) => `${user}:${encodeURIComponent(PASSWORD)}@`;
  const open = () =>
    openSmtpOffice({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        if (username === 'awa@acme' && password === PASSWORD) done(null, { user: username });
        else done(new Error(`no such user ${username ?? ''} ${password ?? ''}`));
      },
    });

  test('is told, special characters and all', async () => {
    office = await open();
    const mailer = smtpMailer({ url: urlOf(office.port, login('awa%40acme')), from: FROM });
    expect(await mailer.send(LETTER)).toEqual({ ok: true, value: { refused: 0 } });
  });

  test('and refuses: one word says so, never the password nor what the server answered', async () => {
    office = await open();
    const refused = await smtpMailer({ url: urlOf(office.port, login('bruno')), from: FROM }).send(LETTER);
    expect(refused).toEqual({ ok: false, error: 'refusedLogin' });
  });
});

describe('what may go wrong', () => {
  test('nobody listens', async () => {
    office = await openSmtpOffice();
    const { port } = office;
    await office.close();
    office = undefined;
    expect(await smtpMailer({ url: urlOf(port), from: FROM }).send(LETTER)).toEqual({
      ok: false,
      error: 'unreachable',
    });
  });

  test('a server that never says a word', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const mailer = smtpMailer({ url: urlOf(port), from: FROM, patienceMs: 100 });
    expect(await mailer.send(LETTER)).toEqual({ ok: false, error: 'timeout' });
    silent.close();
  });

  test('one address of two refused: the other gets it, and the number is told', async () => {
    office = await openSmtpOffice({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('bruno') ? new Error('no such box') : null),
    });
    const sent = await smtpMailer({ url: urlOf(office.port), from: FROM }).send(LETTER);
    expect([sent, office.received[0]?.to]).toEqual([{ ok: true, value: { refused: 1 } }, ['awa@acme.example']]);
  });

  test('every address refused', async () => {
    office = await openSmtpOffice({ onRcptTo: (_address, _session, done) => done(new Error('no')) });
    const sent = await smtpMailer({ url: urlOf(office.port), from: FROM }).send(LETTER);
    expect(sent).toEqual({ ok: false, error: 'refusedAddress' });
  });

  test('the message refused', async () => {
    office = await openSmtpOffice({
      onData(stream, _session, done) {
        stream.resume().on('end', () => done(new Error('looks like spam')));
      },
    });
    const sent = await smtpMailer({ url: urlOf(office.port), from: FROM }).send(LETTER);
    expect(sent).toEqual({ ok: false, error: 'refusedMail' });
  });

  test('a certificate of nobody known: nothing is sent', async () => {
    office = await openSmtpOffice({ secure: true, disabledCommands: [] });
    const sent = await smtpMailer({ url: `smtps://127.0.0.1:${office.port}`, from: FROM }).send(LETTER);
    expect([sent, office.received]).toEqual([{ ok: false, error: 'insecure' }, []]);
  });
});
