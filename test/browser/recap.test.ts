/** « Récapitulatif du mois », « RIB modifiés » and the change log in a real Chromium, as a clerk goes through them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pdfPages } from '../support/pdfText.ts';
import { PaneDriver } from './paneDriver.ts';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(60);
}, 120_000);
afterAll(() => driver.close());

const personId = (place: number) => [...driver.demo.company.people.values()][place]!.id;

function addressOf(id: number): string {
  const line = driver.demo.company.people.get(id)?.extended['e_adresse'];
  if (typeof line !== 'string') throw new Error('no address');
  return line;
}

async function updated(): Promise<void> {
  await driver.button('Actualiser').click();
  await driver.says(/à revoir|à jour/);
}

async function place(name: string): Promise<void> {
  await driver.button('Salariés').click();
  await driver.button(name).click();
}

async function home(): Promise<void> {
  await driver.button('Retour').click();
  await driver.button('Retour').click();
}

const secrets = () =>
  [...driver.demo.company.people.values()].flatMap(({ extended }) => {
    const iban = extended['e_iban'];
    return typeof iban === 'string' && iban.length > 14 ? [iban] : [];
  });

test('a month is closed, Lucca changes, the recap and the accounts are looked at, written and printed', async () => {
  await driver.button('Connecter').click();
  await updated();
  await driver.button(/^Appliquer/).click();
  await driver.says(/lignes ajoutées/);

  await place('Récapitulatif du mois');
  await driver.says('Sans clôture précédente');
  await driver.soundAtBoth('recap-log');
  await driver.button('Clore octobre 2026').click();
  await driver.soundAtBoth('recap-close');
  await driver.page.keyboard.press('Escape');
  expect(await driver.focused()).toBe('Clore octobre 2026');
  await driver.button('Clore octobre 2026').click();
  await driver.button('Clore le mois').click();
  await driver.says(/est clos/);
  expect(await driver.column('Passerelle_Periodes', 'Sujet')).toEqual(['salariés', 'salariés']);
  await driver.button('Rouvrir octobre 2026').click();
  await driver.soundAtBoth('recap-reopen');
  await driver.button('Ne rien faire').click();
  expect(await driver.focused()).toBe('Rouvrir octobre 2026');
  await driver.button('Rouvrir octobre 2026').click();
  await driver.button('Rouvrir le mois').click();
  await driver.says(/est rouvert/);
  expect(await driver.column('Passerelle_Periodes', 'État')).toEqual(['ouverte']);
  await driver.button('Clore octobre 2026').click();
  await driver.button('Clore le mois').click();
  await driver.says(/est clos/);
  await driver.soundAtBoth('recap-closed');
  await home();

  const { changes } = driver.demo;
  changes.make({ kind: 'field', personId: personId(3), field: 'lastName', value: 'NOUVEAUNOM' });
  changes.make({ kind: 'address', personId: personId(5) });
  const address = addressOf(personId(5));
  changes.make({ kind: 'iban', personId: personId(4) });
  changes.make({ kind: 'iban', personId: personId(6) });
  await updated();
  await driver.pane.getByText('À confirmer').first().click();
  await driver.says(/^Changé dans Lucca le \d\d\/\d\d\/\d{4} \d\d:\d\d$/);
  await driver.soundAtBoth('recap-review');
  await driver.button(/^Appliquer/).click();
  await driver.says(/C'est écrit|C’est écrit/);

  await driver.button('Salariés').click();
  await driver.pane.getByLabel('Mois de paie').selectOption('2026-11');
  await driver.button('Récapitulatif du mois').click();
  await driver.says('Comparé à la clôture d’octobre 2026.');
  await driver.says(/NOUVEAUNOM/);
  await driver.soundAtBoth('recap-masked');
  await driver.button('Afficher les valeurs personnelles').click();
  await driver.says(address);
  await driver.soundAtBoth('recap-shown');
  await driver.button('Masquer').click();
  await driver.button('Écrire les feuilles').click();
  await driver.says(/sont écrites/);
  expect(await driver.column('Passerelle_Recapitulatif', 'Information')).toEqual(
    expect.arrayContaining(['Adresse', 'Nom']),
  );
  expect(await driver.column('Passerelle_RIB_Modifies', 'État')).toEqual(['à confirmer', 'à confirmer']);
  const [name, bytes] = await driver.downloaded();
  expect(name).toBe('recapitulatif-salaries-2026-11.pdf');
  const text = pdfPages(bytes).join('\n');
  expect(text).toContain('NOUVEAUNOM');
  expect(text).not.toContain(address);

  await driver.button('Retour').click();
  await driver.button('RIB modifiés').click();
  await driver.says(/^Nouveau compte/);
  await driver.soundAtBoth('recap-bank');
  const [bankName, bank] = await driver.downloaded();
  expect(bankName).toBe('rib-modifies-2026-11.pdf');
  driver.keep(bankName, bank);
  const shown = pdfPages(bank).join('\n').replaceAll('\u200b', '');
  expect(shown).toContain('Validé par');
  for (const secret of secrets()) expect(shown).not.toContain(secret);

  await driver.button('Retour').click();
  await driver.button('Tout ce qui a changé dans Lucca').click();
  await driver.says(/lecture lancée par le volet Excel/);
  await driver.soundAtBoth('recap-changes');
  await driver.pane.getByLabel('Information').selectOption('Nom');
  await driver.says(/^1 sur \d+ changements gardés$/);
  expect(driver.complaints).toEqual([]);
}, 240_000);
