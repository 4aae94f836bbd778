/** A newcomer's first month: a regulation created step by step, computed, and simulated otherwise. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PaneDriver } from './paneDriver.ts';

const REGULATIONS = 'Passerelle_TR_Reglementaires';
const ACCOUNTS = 'Passerelle_TR_Impacts_Absences';
const RESULT = 'Passerelle_TR';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened();
}, 120_000);

afterAll(async () => {
  await driver.picture('w99-end');
  await driver.close();
});

function key(...keys: readonly string[]): Promise<void> {
  return keys.reduce((before, each) => before.then(() => driver.page.keyboard.press(each)), Promise.resolve());
}

function type(text: string): Promise<void> {
  return driver.page.keyboard.type(text);
}

async function step(name: string): Promise<void> {
  await driver.pane.getByRole('heading', { name }).waitFor({ timeout: 30_000 });
}

async function decideAll(): Promise<void> {
  await driver.pane.getByLabel(/^Tout sélectionner/).check();
  const tools = driver.pane.getByRole('group', { name: 'Pour la sélection' });
  await tools.getByRole('button', { name: 'déduit', exact: true }).click();
}

describe('the wizard of a regulation, in a browser', () => {
  test('is the first thing offered where there is none', async () => {
    await driver.button('Connecter').click({ timeout: 60_000 });
    await driver.button('Actualiser').click();
    await driver.button(/^Appliquer/).click({ timeout: 60_000 });
    await driver.says(/^C'est écrit/);
    await driver.button('Titres-restaurant').click();
    await driver.button('Créer le premier réglementaire').click({ timeout: 60_000 });
    await step('Nom, établissements, émetteur');
    expect(await driver.focused()).toContain('Nom du réglementaire');
    await driver.soundAtBoth('w01-identity');
  }, 180_000);

  test('is answered with the keyboard; what is missing is told beside its question, where the focus goes', async () => {
    await key('Enter');
    await driver.says('Donnez un nom au réglementaire.');
    await driver.says('Cochez au moins un établissement.');
    expect(await driver.focused()).toContain('Nom du réglementaire');
    await driver.soundAtBoth('w02-missing');
    await type('TR Siège');
    await key('Tab', 'Space', 'Tab', 'Space', 'Tab', 'Tab');
    await type('Sw');
    await key('Tab', 'Tab', 'Tab');
    await driver.button('Suivant').focus();
    await key('Enter');
    await step('Valeur du titre');
    await driver.pane.getByRole('status').filter({ hasText: 'Étape 2 sur 8 : Valeur du titre' }).waitFor();
  }, 60_000);

  test('says what the law says of the shares while one types', async () => {
    await driver.field('Valeur faciale (€)').fill('9');
    const share = driver.field('Part patronale (%)');
    await share.fill('49');
    await driver.says(/est inférieure à 50\s% de la valeur faciale/);
    await driver.button('Suivant').click();
    expect(await driver.focused()).toContain('Part patronale (%)');
    await share.fill('65');
    await driver.says(/Soumis à cotisations : 0,45\s€ par titre\./);
    await driver.says(/arrêté du 22 décembre 1967/);
    await driver.soundAtBoth('w03-over');
    await share.fill('60');
    await driver.pane.getByText(/^Plus de choix/).click();
    await driver.field('la totalité est soumise à cotisations').check();
    await driver.soundAtBoth('w03-more');
    await driver.field('l’excédent est soumis à cotisations (règle habituelle)').check();
    await driver.says(/l’employeur paie 5,40\s€ \(60\s%\) et la personne 3,60\s€\. Rien n’est soumis/);
    await driver.button('Suivant').click();
  }, 60_000);

  test('tells in words what the first order takes, and keeps what was typed back and forth', async () => {
    await driver.says(/prend les jours travaillés du 1er au 31 octobre, moins les absences et les repas du 1er au 30/);
    await driver.field('Premier jour de la période').fill('16');
    await driver.says(/du 16 septembre au 15 octobre, moins/);
    await driver.soundAtBoth('w04-periods');
    await driver.field('Premier jour de la période').fill('1');
    await driver.button('Précédent').click();
    expect(await driver.field('Part patronale (%)').inputValue()).toBe('60');
    await driver.button('Suivant').click();
    await step('Périodes');
    await driver.button('Suivant').click();
    await step('Journées et support');
    await driver.soundAtBoth('w05-rules');
    await driver.pane.getByText(/^Plus de choix/).click();
    await driver.field('Un repas prend un titre dès que sa note est').selectOption('exported');
    await driver.field('Règles complémentaires').fill('Un titre par jour.');
    await driver.says(/repas dès la note exportée · en paie : la quantité · avec des règles complémentaires/);
    await driver.soundAtBoth('w05-more');
    await driver.button('Suivant').click();
  }, 60_000);

  test('decides no impact by itself; proposals are marked, and all can be decided at once', async () => {
    await step('Impact des absences');
    await driver.button('Suivant').click();
    await driver.says(/^Définissez l'impact des absences associées à ces comptes d'absence/);
    expect(await driver.focused()).toMatch(/^Impact de /);
    await driver.soundAtBoth('w06-undecided');
    await driver.button(/^Remplir les \d+ propositions$/).click();
    await driver.pane.getByText('proposé', { exact: true }).first().waitFor();
    expect(await driver.field('Impact de Télétravail').inputValue()).toBe('spares');
    await driver.soundAtBoth('w07-proposed');
    await decideAll();
    await driver.field('Impact de Télétravail').selectOption('spares');
    expect(await driver.pane.getByText('proposé', { exact: true }).count()).toBe(0);
    await driver.button('Suivant').click();
    await step('Impact des frais');
    await decideAll();
    await driver.button('Suivant').click();
  }, 60_000);

  test('« Échap » asks before anything is lost, and nothing is written until « Créer »', async () => {
    await step('Départ');
    await driver.button('Suivant').click();
    await driver.says(/^Dites ce qui a été fait du mois précédent/);
    await driver.field('a été commandé ailleurs').check();
    await driver.soundAtBoth('w08-start');
    await driver.button('Suivant').click();
    await step('Récapitulatif');
    await driver.says('Le réglementaire sera valide.');
    await driver.soundAtBoth('w09-recap');
    await key('Escape');
    await driver.says('Abandonner ce réglementaire ?');
    await driver.sound('w10-abandon');
    await key('Escape');
    await driver.button('Créer').waitFor();
    expect(await driver.column(REGULATIONS, 'Réglementaire')).toEqual([]);
    await driver.button('Créer').click();
    await driver.says('« TR Siège » est créé et valide. Vous pouvez calculer.');
    await driver.sound('w11-created');
    expect(await driver.column(REGULATIONS, 'Réglementaire')).toEqual(['TR Siège']);
    expect(await driver.column(REGULATIONS, 'Émetteur')).toEqual(['Swile']);
    expect(await driver.column(REGULATIONS, 'Frais pris à partir de')).toEqual(['exporté']);
    expect(await driver.column(REGULATIONS, 'Règles complémentaires')).toEqual(['Un titre par jour.']);
    expect(new Set(await driver.column(ACCOUNTS, 'Impact'))).toEqual(new Set(['déduit', 'ne déduit pas']));
  }, 90_000);

  test('a second one cannot take the establishments of the first', async () => {
    await driver.button('Ajouter un réglementaire').click();
    await step('Nom, établissements, émetteur');
    const taken = driver.pane.getByRole('checkbox', { name: /déjà dans «\sTR Siège\s»/ });
    expect(await taken.count()).toBe(2);
    expect(await taken.first().isDisabled()).toBe(true);
    await driver.soundAtBoth('w12-second');
    await driver.button('Exclure quelqu’un').click();
    await driver.pane.getByText(/^Plus de choix/).click();
    await driver.field('Premier jour').fill('2026-10-05');
    await driver.says(/à partir du 05\/10\/2026/);
    await driver.soundAtBoth('w13-exclusion');
    await driver.button('Abandonner').click();
    await driver.pane.getByRole('group').getByRole('button', { name: 'Abandonner' }).click();
    await driver.says('Aucun réglementaire n’a été créé.');
  }, 60_000);
});

describe('« Simuler », in a browser', () => {
  let before: string[];

  test('computes the month, then asks what to compare it with', async () => {
    await driver.button('Calculer').click();
    await driver.says(/^C’est calculé et écrit/);
    before = await driver.column(RESULT, 'Commandés');
    await driver.button('Simuler').click();
    await driver.field('Réglage changé').waitFor({ timeout: 60_000 });
    await driver.soundAtBoth('s01-question');
    await driver.field('Valeur faciale (€)').fill('neuf');
    await driver.button('Simuler').click();
    await driver.says(/^Saisissez un montant en euros/);
    expect(await driver.focused()).toContain('Valeur faciale (€)');
  }, 120_000);

  test('shows both sides, person by person, the largest gap first, and writes nothing', async () => {
    await driver.field('Réglage changé').selectOption('cse');
    await driver.field('Part CSE (€)').waitFor();
    await driver.field('Réglage changé').selectOption('windows');
    await driver.field('Premier jour de la période').fill('29');
    await driver.button('Simuler').click();
    await driver.says('Saisissez un jour de 1 à 28.');
    expect(await driver.focused()).toContain('Premier jour de la période');
    await driver.soundAtBoth('s02-windows');
    await driver.field('Premier jour de la période').fill('1');
    await driver.field('Absences').selectOption('M');
    await driver.button('Simuler').click();
    await driver.says(/^Seulement les écarts/);
    await driver.says(/Rien n’est écrit dans le classeur/);
    await driver.soundAtBoth('s02-result');
    const all = await driver.pane.getByRole('option').first().getAttribute('aria-setsize');
    await driver.pane.getByLabel(/^Seulement les écarts/).check();
    const gaps = await driver.pane.getByRole('option').first().getAttribute('aria-setsize');
    expect(Number(gaps)).toBeGreaterThan(0);
    expect(Number(gaps)).toBeLessThan(Number(all));
    expect(await driver.column(RESULT, 'Commandés')).toEqual(before);
  }, 90_000);

  test('explains one person by the days that change, without the account of an absence', async () => {
    await driver.pane.getByRole('listbox').focus();
    await key('ArrowDown', 'ArrowUp', 'Enter');
    await driver.says('Jours qui changent');
    await driver.soundAtBoth('s03-person');
    const told = (await driver.pane.locator('main').innerText()).toLowerCase();
    expect(told).toContain('absence, titre retiré');
    for (const account of await driver.column(ACCOUNTS, "Compte d'absence"))
      expect(told).not.toContain(account.toLowerCase());
    await key('Escape');
    await driver.pane.getByRole('listbox').waitFor();
    expect(await driver.focused()).not.toBe('');
  }, 60_000);

  test('sets another month beside this one, and leads back to the result', async () => {
    await driver.button('Changer la simulation').click();
    await driver.field('avec un autre mois').check();
    await driver.field('Autre mois').selectOption('2026-11');
    await driver.button('Simuler').click();
    await driver.says(/Octobre 2026 : calculé aujourd’hui\. Novembre 2026 : calculé aujourd’hui\./);
    await driver.soundAtBoth('s04-months');
    await driver.button('Retour').click();
    await driver.field('Autre mois').waitFor();
    await driver.button('Retour').click();
    await driver.button('Valider la commande').waitFor();
    expect(await driver.column(RESULT, 'Commandés')).toEqual(before);
  }, 120_000);

  test('no page complained', () => {
    expect(driver.complaints).toEqual([]);
  });
});
