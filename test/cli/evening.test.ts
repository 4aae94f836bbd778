/** `passerelle evening` against the real service, over HTTP, and a real server of mail. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { demoAccount, makeFolder, startTestService, value, type TestService } from '../http/testService.ts';
import { headerOf, openSmtpOffice, type SmtpOffice } from '../mail/smtpOffice.ts';
import { json, passerelle, type Said } from './commandLine.ts';

let folder: string;
let office: SmtpOffice;
let service: TestService;

const starting = (evenings: boolean) => {
  const mail = { url: `smtp://127.0.0.1:${office.port}`, from: 'passerelle@acme.example', to: [] };
  return startTestService(folder, { mail, evenings });
};

beforeAll(async () => {
  folder = await makeFolder();
  office = await openSmtpOffice();
  service = await starting(false);
});

afterAll(async () => {
  await service.close();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

const typed = (text: string) => text.replaceAll('\u00a0', ' ');

async function evening(...words: string[]): Promise<Said> {
  const said = await passerelle(['evening', '--service', service.origin, '--token', service.token, ...words]);
  return { ...said, printed: typed(said.printed), noted: typed(said.noted) };
}

test('a service without an account says how to connect one', async () => {
  const none = await evening();
  expect([none.code, none.noted]).toEqual([
    4,
    "Ce service n'a encore aucun compte Lucca : « passerelle pull » le connecte.",
  ]);
});

describe('of an account', () => {
  beforeAll(async () => {
    value(await service.api.connect(demoAccount(service)));
  });

  test('is shown as it is kept; a service that does not run all the time says so', async () => {
    const { code, printed } = await evening();
    expect([code, printed.split('\n').slice(1)]).toEqual([
      0,
      [
        'La lecture se fait tant que le service tourne : « passerelle serve », sur le même dossier de données.',
        'Un message part quand quelque chose a changé dans Lucca, et après un échec.',
        'Personne ne reçoit de message.',
      ],
    ]);
    expect(printed).toMatch(/^\S+ : lu chaque soir à 20:00 \(Europe\/Paris\)\.\n/);
  });

  test('what is chosen is kept, the rest stays', async () => {
    const chosen = await evening('--at', '21h30', '--to', 'awa@acme.example, bruno@acme.example', '--mail', 'always');
    expect([chosen.code, chosen.printed]).toEqual([0, expect.stringMatching(/^Enregistré\.\n.* à 21:30 /)]);
    expect(chosen.printed).toMatch(/2 destinataires des messages :\n {2}awa@acme\.example\n {2}bruno@acme\.example$/);
    const off = await evening('--disable', '--account', 'demo');
    expect(off.printed).toContain('pas de lecture du soir. --enable la rétablit.');
    const { exitCode, account, ...kept } = json(await evening('--json'));
    expect([exitCode, typeof account]).toEqual([0, 'string']);
    expect(kept).toMatchObject({ enabled: false, time: '21:30', onlyChanges: false, recipients: 2, saved: false });
    expect(JSON.stringify(kept)).not.toContain('@');
    await evening('--enable', '--to', '');
    const [known] = value(await service.api.connections());
    expect(value(await service.api.evening(known?.id ?? ''))).toMatchObject({
      enabled: true,
      time: '21:30',
      recipients: [],
    });
  });

  test('a message to try leaves for the addresses that are kept; without one, says why', async () => {
    const nobody = await evening('--send');
    expect([nobody.code, nobody.noted]).toEqual([4, expect.stringContaining("Aucune adresse n'est enregistrée")]);
    const sent = await evening('--to', 'awa@acme.example', '--send');
    expect([sent.code, sent.printed]).toEqual([0, expect.stringContaining("Message d'essai envoyé à 1 adresse.")]);
    expect(office.received.map(({ to, raw }) => [to, headerOf(raw, 'Subject').includes("message d'essai")])).toEqual([
      [['awa@acme.example'], true],
    ]);
  });

  test.each([
    [['--at', '25:00'], "L'option --at doit être une heure de 00:00 à 23:59, par exemple 20:00."],
    [['--to', 'awa@acme.example,bruno@'], "Option --to, adresse 2 : ce n'est pas une adresse e-mail complète"],
    [['--to', 'awa@acme.example AWA@acme.example'], 'Option --to, adresse 2 : elle y est déjà.'],
    [['--mail', 'jamais'], "L'option --mail doit être « changes » ou « always »."],
    [['--enable', '--disable'], 'Les options --enable et --disable ne vont pas ensemble.'],
    [['--workbook', 'a.xlsx'], "L'option --workbook ne va pas avec la commande evening."],
  ])('%j is refused, and nothing is kept', async (words, sentence) => {
    const { code, noted } = await evening(...words);
    expect([code, noted]).toEqual([2, expect.stringContaining(sentence)]);
    expect(noted).not.toContain('acme.example');
  });

  test('an account that the service does not have is named', async () => {
    const { code, noted } = await evening('--account', 'acme');
    expect([code, noted]).toEqual([4, 'Ce service ne connaît pas le compte acme : « passerelle pull » le connecte.']);
  });

  test('a service that runs tells the next reading; a folder is enough where none runs', async () => {
    await service.close();
    const environment = { PASSERELLE_KEY_FILE: join(folder, 'key') };
    const alone = await passerelle(['evening', '--data', join(folder, 'kept'), '--at', '22:15'], { environment });
    expect([alone.code, alone.noted]).toEqual([0, '']);
    expect(typed(alone.printed)).toContain("les messages arrivent dans la boîte aux lettres d'essai");
    const same = await passerelle(['evening', '--data', join(folder, 'kept'), '--account', 'demo'], { environment });
    expect(`Enregistré.\n${same.printed}`).toBe(alone.printed);
    service = await starting(true);
    expect((await evening()).printed).toMatch(/Prochaine lecture : le \d\d\/\d\d\/\d{4} à 22:15\./);
  });
});
