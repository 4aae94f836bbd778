/** « Correspondance champs » as a payroll clerk lives it: prepared, corrected at the cell, validated, read so, and a field that vanishes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EmployeeFieldKey } from '../../shared/domain/people/employeeFields.ts';
import { value } from '../http/testService.ts';
import { PaneDriver } from './paneDriver.ts';

const FIELDS = 'Passerelle_Correspondance_Champs';

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(24);
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('f99-end');
  await driver.close();
});

/** A line of the list, by its field. */
const line = (heading: string) => driver.pane.getByRole('option', { name: new RegExp(`^${heading} `) });

/** Types a code in the row of a field; rows stand in the order of the catalogue. */
async function typeCode(key: EmployeeFieldKey, code: string): Promise<void> {
  const [connection] = value(await driver.service.api.connections());
  const { proposal } = value(await driver.service.api.fields(connection?.id ?? ''));
  await driver.fill(
    FIELDS,
    'Code Lucca',
    proposal.map((each) => (each.key === key ? code : each.code)),
  );
}

async function open(): Promise<void> {
  await driver.button('Salariés').click();
  await driver.button('Correspondance champs').click();
  await driver.pane.getByRole('heading', { name: 'Correspondance champs' }).waitFor();
}

describe('the mapping of fields, in a browser', () => {
  test('is shown before there is a sheet, then prepared', async () => {
    await open();
    await driver.says('31 proposés.');
    await driver.soundAtBoth('f01-before');
    await driver.button('Préparer la feuille').click();
    await driver.says(/^La feuille est prête\s: 31 lignes ajoutées/);
    expect(await driver.column(FIELDS, 'Champ de paie')).toHaveLength(31);
    await driver.soundAtBoth('f02-prepared');
  }, 120_000);

  test('a wrong code is told at its cell, and nothing is validated', async () => {
    await typeCode('postalCode', 'e_Ville');
    await driver.button('Valider').click();
    await driver.says(/^Rien n’est validé/);
    await line('Ville').getByText('à compléter').waitFor();
    await driver.soundAtBoth('f03-wrong');
    await typeCode('postalCode', 'e_Codepostal');
    await driver.button('Relire').click();
    await driver.says('31 proposés.');
  }, 120_000);

  test('it is validated, and the keyboard finds the row of a field', async () => {
    await driver.button('Valider').click();
    await driver.says(/^La correspondance est validée/);
    await driver.says(/^Validée le /);
    expect(new Set(await driver.column(FIELDS, 'État'))).toEqual(new Set(['validé']));
    await driver.soundAtBoth('f04-validated');
    const list = driver.pane.getByRole('listbox', { name: 'Champs de la paie' });
    await list.focus();
    await driver.page.keyboard.press('End');
    await driver.page.keyboard.press('Enter');
    await driver.picture('f05-row');
    await driver.page.keyboard.press('Escape');
    await driver.pane.getByRole('heading', { name: 'Salariés' }).waitFor();
  }, 120_000);

  test('a field that Lucca has no more is told by the review and by the list', async () => {
    driver.demo.changes.make({ kind: 'dropField', code: 'e_lieuNaissance' });
    driver.demo.changes.make({ kind: 'address' });
    await driver.button('Retour').click();
    await driver.button('Actualiser').click();
    await driver.says(/Lucca n'a plus le champ qui donnait Ville de naissance/);
    await driver.soundAtBoth('f06-review');
    await driver.button('Retour').click();
    await open();
    await line('Ville de naissance').getByText('disparu').waitFor();
    await driver.soundAtBoth('f07-vanished');
    expect(driver.complaints).toEqual([]);
  }, 120_000);
});
