/** The month looked over as a payroll clerk does: who moved, what changed, what payroll counted. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { numberXml, sheetsWorkbook, textXml } from '../support/smallWorkbook.ts';
import { PaneDriver } from './paneDriver.ts';

const MOVEMENTS = 'Passerelle_Mouvements';
const CONTROL = 'Passerelle_Controle_Mois';
const CHECK = 'Passerelle_Pointage';
/** Serial numbers of dates, as a sheet holds them. */
const [JANUARY, FIRST_OF_OCTOBER] = [46_023, 46_296];

let driver: PaneDriver;

beforeAll(async () => {
  driver = await PaneDriver.opened(60);
  await driver.button('Connecter').click({ timeout: 60_000 });
  await driver.button('Actualiser').click();
  await driver.button(/^Appliquer/).click({ timeout: 60_000 });
  await driver.says(/^C'est écrit|^C’est écrit/);
}, 120_000);

afterAll(async () => {
  await driver.picture('m99-end');
  await driver.close();
});

const filter = () => driver.pane.getByRole('combobox', { name: 'Afficher' });

describe('a month looked over, in a browser', () => {
  test('movements: written, narrowed, ticked in the sheet, kept', async () => {
    await driver.button('Salariés').click();
    await driver.button('Mouvements du mois').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    await driver.soundAtBoth('m01-movements');
    await driver.button('Relire Lucca').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    await filter().selectOption({ label: await optionStarting('Sorties') });
    await driver.soundAtBoth('m02-exits');
    expect(await driver.column(MOVEMENTS, 'Mouvement')).toContain('sortie');
    await driver.pane.getByRole('listbox').focus();
    await driver.page.keyboard.press('Enter');
    await driver.fill(MOVEMENTS, 'Fait dans la paie', 'oui');
    await driver.button('Retour').click();
    await driver.button('Mouvements du mois').click();
    await driver.says(/^«\sMouvements du mois\s» est à jour/);
    expect(new Set(await driver.column(MOVEMENTS, 'Fait dans la paie'))).toEqual(new Set(['oui']));
    await driver.button('Retour').click();
  }, 120_000);

  test('control: what could not be compared is said, and gaps are narrowed by topic', async () => {
    await driver.button('Contrôle avec le mois d’avant').click();
    await driver.says(/^«\sContrôle\s» est à jour/);
    await driver.says(/Aucune commande de titres en septembre 2026 et octobre 2026/);
    await driver.soundAtBoth('m03-control');
    await filter().selectOption({ label: await optionStarting('absences') });
    await driver.picture('m04-absences');
    expect((await driver.column(CONTROL, 'Rang')).length).toBeGreaterThan(0);
    await driver.button('Retour').click();
  }, 60_000);

  test('payroll check: an empty journal, a file whose columns are bound, then a difference to explain', async () => {
    await driver.button('Pointage de la paie').click();
    await driver.says(/n’a aucune ligne pour octobre 2026/);
    await driver.soundAtBoth('m05-check-empty');
    const [number = ''] = await driver.column('Passerelle_Salaries', 'Matricule');
    const bytes = Buffer.from(`Mat. paie;Rub.;Nombre\r\n${number};4210;18\r\n`, 'latin1');
    await driver.dropped(/^Déposer ou choisir le journal/, 'journal.csv', bytes);
    await driver.pane.getByRole('heading', { name: 'Colonnes du journal' }).waitFor();
    await driver.soundAtBoth('m06-check-columns');
    await driver.field('Matricule').selectOption('Mat. paie');
    await driver.field('Code').selectOption('Rub.');
    await driver.button('Lire et pointer').click();
    await driver.says(/^«\sPointage de la paie\s»\s: rien à comparer/);
    await driver.soundAtBoth('m07-checked');
    expect(await driver.column('Passerelle_Journal_Paie', 'Code')).toEqual(['4210']);
    expect(await driver.column(CHECK, 'État')).toEqual([]);
    expect(driver.complaints).toEqual([]);
  }, 60_000);

  test('payroll check: a difference is told, explained in the sheet, and explained for good', async () => {
    const { pane } = driver;
    await driver.button('Retour').click();
    await driver.button('Retour').click();
    await orderedMonth();
    const ordered = await handedOver();
    await driver.button(/Retour/).click();
    await driver.button(/Retour/).click();
    await driver.button('Salariés').click();
    await driver.fill('Passerelle_Journal_Paie', 'Code', '');
    await driver.button('Pointage de la paie').click();
    await pane.getByRole('button', { name: /^Déposer ou choisir le journal/ }).waitFor();
    const [first, ...others] = ordered;
    if (!first) throw new RangeError('nobody');
    const journal = journalWorkbook([{ ...first, vouchers: first.vouchers - 1 }, ...others]);
    await driver.dropped(/^Déposer ou choisir le journal/, 'journal.xlsx', journal);
    await driver.says(/Feuille lue\s: «\sSeptembre\s»\./);
    await driver.field('Feuille du fichier').selectOption('Octobre');
    await driver.says(/^«\sPointage de la paie\s» est à jour\s: 1 ligne à expliquer\./);
    await driver.says(/Feuille lue\s: «\sOctobre\s»\. Pas lues\s: Modèle, Septembre\./);
    await driver.soundAtBoth('m08-check-different');
    expect(await filter().inputValue()).toBe('toExplain');
    const states = await driver.column(CHECK, 'État');
    expect(states.filter((state) => state === 'différent')).toHaveLength(1);
    await driver.fill(
      CHECK,
      'Explication',
      states.map((state) => (state === 'différent' ? 'Titre rendu en main propre' : '')),
    );
    await driver.button('Recalculer').click();
    await driver.says(/^«\sPointage de la paie\s» est à jour\s: rien à expliquer\./);
    await filter().selectOption({ label: 'différent (1)' });
    await pane.getByText('expliqué', { exact: true }).waitFor();
    await driver.soundAtBoth('m09-check-explained');
    expect(await driver.column(CHECK, 'Explication')).toEqual(['Titre rendu en main propre']);
    expect(driver.complaints).toEqual([]);
  }, 240_000);
});

interface Handed {
  readonly place: string;
  readonly number: string;
  readonly vouchers: number;
}

/** What was ordered for each person. */
async function handedOver(): Promise<Handed[]> {
  const [places, numbers, vouchers] = [
    await driver.column('Passerelle_TR', 'Établissement'),
    await driver.column('Passerelle_TR', 'Matricule'),
    await driver.column('Passerelle_TR', 'À commander'),
  ];
  const all = numbers.map((number, at) => ({ number, place: places[at] ?? '', vouchers: Number(vouchers[at]) }));
  return all.filter((each) => each.vouchers > 0);
}

/** The journal of October, behind one that has no line and one of a single line. */
function journalWorkbook(people: readonly Handed[]): Buffer {
  const head = ['Etablissement', 'Matricule', 'Code', 'Nombre'];
  const row = (at: number, cells: readonly (string | number)[]) =>
    cells.map((cell, index) => {
      const address = `${'ABCD'.charAt(index)}${at}`;
      return typeof cell === 'number' ? numberXml(address, cell) : textXml(address, cell);
    });
  const lines = people.map(({ place, number, vouchers }) => [place, number, '4210', vouchers]);
  const rows = [head, ...lines].map((cells, at): [number, string[]] => [at + 1, row(at + 1, cells)]);
  const sheets = [
    { name: 'Modèle', rows: { 1: row(1, head) } },
    { name: 'Septembre', rows: Object.fromEntries(rows.slice(0, 2)) },
    { name: 'Octobre', rows: Object.fromEntries(rows) },
  ];
  return Buffer.from(sheetsWorkbook(sheets));
}

/** October ordered, every voucher under the code 4210 of payroll. */
async function orderedMonth(): Promise<void> {
  const regulations = 'Passerelle_TR_Reglementaires';
  await driver.button('Titres-restaurant').click();
  await driver.button('Préparer les feuilles').click({ timeout: 60_000 });
  await driver.says(/^Les feuilles sont prêtes/);
  const establishments = await driver.column('Passerelle_Etablissements', 'Nom');
  const typed: readonly (readonly [string, string | number])[] = [
    ['Réglementaire', 'TR Siège'],
    ['À partir du', JANUARY],
    ['Établissements', establishments.join('; ')],
    ['Émetteur', 'Swile'],
    ['Valeur faciale', 9],
    ['Part patronale (%)', 60],
    ['Premier mois géré ici', FIRST_OF_OCTOBER],
    ['Mois précédent', 'commandé ailleurs'],
    ['Code de rubrique', '4210'],
  ];
  for (const [heading, value] of typed) await driver.fill(regulations, heading, value);
  await driver.fill('Passerelle_TR_Impacts_Absences', 'Impact', 'déduit');
  await driver.fill('Passerelle_TR_Impacts_Frais', 'Impact', 'déduit');
  await driver.button('Calculer').click();
  await driver.says(/^C’est calculé et écrit/);
  await driver.button('Valider la commande').click();
  await driver.button('Valider').click();
  await driver.says(/est validée et inscrite/);
}

/** The label of the option that begins so: its count follows. */
async function optionStarting(name: string): Promise<string> {
  const labels = await filter().locator('option').allTextContents();
  return labels.find((label) => label.startsWith(name)) ?? name;
}
