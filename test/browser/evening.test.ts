/** The service reads by itself, in a real browser: the first reading followed, the evening chosen, a message read in the letter box. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { problem } from '../../shared/contracts/problem.ts';
import type { Connection, RunMail } from '../../shared/contracts/schemas.ts';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(60, { evenings: true });
}, 120_000);
afterAll(() => driver.close());

test('« Connecter » is followed by the first reading, then by what there is to review', async () => {
  await driver.button('Connecter').click();
  await driver.button(/^Appliquer/).waitFor({ timeout: 60_000 });
  await driver.button(/^Appliquer/).click();
  await driver.says(/^C'est écrit/);
}, 120_000);

test('the form of the evening says what is wrong under its field, then keeps what is right', async () => {
  await driver.button('Réglages').click();
  await driver.soundAtBoth('settings');
  await driver.button('Lecture du soir et messages').click();
  await driver.says(/^Prochaine lecture : le \d\d\/\d\d\/\d{4} à 20:00\.$/);
  expect(await driver.field('Destinataires des messages').inputValue()).toBe('paie@atelier-lumiere.example');
  await driver.field('Heure').fill('25:00');
  await driver.field('Destinataires des messages').fill('awa@acme.example\nbruno@');
  await driver.button('Enregistrer').click();
  await driver.says(/^Cette heure n'existe pas/);
  await driver.says(/^Ligne 2 : ce n'est pas une adresse/);
  await driver.soundAtBoth('evening-wrong');
  await driver.field('Heure').fill('21h30');
  await driver.field('Destinataires des messages').fill('awa@acme.example');
  await driver.button('Enregistrer').click();
  await driver.says('Enregistré.');
  await driver.says(/^Prochaine lecture : le .* à 21:30\.$/);
  await driver.soundAtBoth('evening');
}, 120_000);

test('a message to try falls in the letter box, beside the one of the first reading', async () => {
  await driver.button("Envoyer un message d'essai").click();
  await driver.says("Message d'essai envoyé à 1 adresse.");
  await driver.button('Retour').click();
  const opened = driver.page.context().waitForEvent('page');
  await driver.button("Boîte aux lettres d'essai").click();
  const box = await opened;
  await box.getByRole('link', { name: /message d'essai/ }).waitFor();
  await driver.pictureOf(box, 'mailbox');
  await box.getByRole('link', { name: /première lecture de Lucca, \d+ personnes/ }).click();
  await box.getByText('Le même en texte seul').waitFor();
  const inside = box.frameLocator('iframe');
  await inside.getByText(/^Lucca a été lu le/).waitFor();
  await driver.pictureOf(box, 'mail');
  expect(await box.locator('pre').innerText()).toMatch(/\d+ personnes et \d+ demi-journées d'absence lues\./);
  await box.close();
}, 120_000);

test('the history says what was read, why, how long it took, and what became of the message', async () => {
  await driver.button('Historique des lectures').click();
  await driver.says('Première lecture, à la connexion');
  await driver.says('Message : envoyé.');
  await driver.soundAtBoth('runs');
  await driver.button('Retour').click();
  await driver.button('Retour').click();
  await driver.button('Actualiser').waitFor();
}, 120_000);

test('many people missing at once change nothing until a person accepts', async () => {
  const people = [...driver.demo.company.people.keys()];
  for (const personId of people.slice(0, 12)) driver.demo.changes.make({ kind: 'remove', personId });
  await driver.button('Actualiser').click();
  await driver.says('12 personnes ont disparu de Lucca, sur 60');
  await driver.soundAtBoth('departures');
  await driver.button('Accepter cette lecture').click();
  await driver.says('Accepter le départ de 12 personnes ?');
  await driver.soundAtBoth('departures-question');
  await driver.button('Accepter cette lecture').click();
  await driver.says(/différences? à revoir/);
  expect(driver.complaints).toEqual([]);
}, 120_000);

test('an evening that failed while nobody watched is told at home, with its message that did not leave', async () => {
  const why = problem(502, 'luccaUnreachable', 'Lucca ne répond pas. Réessayez plus tard.');
  const mail: RunMail = { state: 'failed', tries: 3, reason: 'Le serveur de courrier ne répond pas.' };
  await driver.page.route('**/api/connections', async (route) => {
    const response = await route.fetch();
    const connections = (await response.json()) as Connection[];
    const failed = { state: 'failed', trigger: 'evening', problem: why, mail };
    await route.fulfill({
      response,
      json: connections.map((each) => ({ ...each, lastRun: { ...each.lastRun, ...failed } })),
    });
  });
  await driver.button('Retour').click();
  await driver.says(/^La lecture de Lucca du .* a échoué\u00a0: Lucca ne répond pas/);
  await driver.says(/^Le message de la dernière lecture n'est pas parti\. Le serveur de courrier/);
  await driver.soundAtBoth('evening-failed');
  await driver.button('Lecture du soir et messages').click();
  await driver.says(/^Prochaine lecture/);
  for (let step = 0; step < 2; step += 1) await driver.button('Retour').click();
  await driver.says(/^La lecture de Lucca du .* a échoué/);
  expect(await driver.pane.getByText(/n'est pas parti/).count()).toBe(0);
  expect(driver.complaints).toEqual([]);
}, 120_000);

test('a service that does not answer: one cause, the command that starts it again, and home when it is back', async () => {
  await driver.page.unroute('**/api/connections');
  await driver.page.route('**/api/**', (route) => route.abort());
  await driver.button('Actualiser').click();
  await driver.says('Le service Passerelle ne répond pas');
  await driver.says(/Relancez le service comme vous l’avez démarré \(npm start, ou npm run excel pour Excel\)/);
  expect(await driver.pane.getByText('le navigateur bloque').count()).toBe(0);
  await driver.soundAtBoth('offline');
  await driver.page.unroute('**/api/**');
  await driver.button('Réessayer').click();
  await driver.button('Actualiser').waitFor();
}, 120_000);
