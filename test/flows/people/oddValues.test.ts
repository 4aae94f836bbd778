/** Whatever Lucca or a person puts in a cell: nothing is lost, nothing becomes a formula, nothing is proposed again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { displayed } from '../../../shared/domain/review/cell.ts';
import { applyPlan, planLines } from '../../../shared/flows/apply.ts';
import type { Book } from '../../../shared/flows/book.ts';
import { checkPeople } from '../../../shared/flows/people/checkPeople.ts';
import { prepareReview } from '../../../shared/flows/prepareReview.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { emptyXlsx } from '../../../server/xlsx/templateXlsx.ts';
import type { WorkbookPerson } from '../../book/workbookPerson.ts';
import { FakeAccount } from '../../support/fakeService.ts';
import { oddStrings } from '../../support/oddStrings.ts';
import { OCTOBER, person as employee, sound, TestClock } from '../../support/smallCompany.ts';
import { endTrials, startTrial } from '../../workbook/trial.ts';
import { fileBook } from '../../xlsx/fileBook.ts';
import { hucrePerson } from '../../xlsx/hucrePerson.ts';

interface Workbook {
  readonly book: Book;
  readonly person: WorkbookPerson;
}

const folders: string[] = [];
afterEach(endTrials);
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function file(): Promise<Workbook> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-odd-'));
  folders.push(folder);
  const path = join(folder, 'classeur.xlsx');
  await writeFile(path, emptyXlsx('Feuil1'));
  return { book: fileBook(path), person: hucrePerson(path) };
}

function excel(): Promise<Workbook> {
  return Promise.resolve(startTrial());
}

const account = new FakeAccount();
const clock = new TestClock();

async function pull(book: Book) {
  const ports = { service: account.service(), book, clock };
  const review = sound(await prepareReview(ports, { connection: account.connection(), months: [OCTOBER] }));
  const all = new Map(review.entries.map(({ item }) => [item.id, 'accept' as const]));
  sound(await applyPlan(ports, planLines(review, all)));
  return async () => {
    const again = sound(await prepareReview(ports, { connection: account.connection(), months: [OCTOBER] }));
    return again.entries.map(({ item }) => `${item.kind} ${item.key}`);
  };
}

describe.each<[name: string, open: () => Promise<Workbook>]>([
  ['Excel', excel],
  ['a file', file],
])('%s', (_name, open) => {
  test('515 odd texts of Lucca come back to the letter, none as a formula, and nothing is proposed again', async () => {
    account.employees = oddStrings.map((text, index) =>
      employee(String(index + 1), { employeeNumber: text, firstName: text, address: text, workPhone: text }),
    );
    const { book } = await open();
    const proposedAgain = await pull(book);
    const table = sound(await book.read([employeesTable]))[employeesTable.name];
    if (table?.state !== 'found') throw new Error('no table');
    expect(table.rows.flatMap(({ formulas }) => formulas)).toEqual([]);
    const different = table.rows.flatMap(({ cells, key }) => {
      const wanted = oddStrings[Number(key) - 1] ?? '';
      const held = ['employeeNumber', 'firstName', 'address', 'workPhone'].map((column) =>
        displayed(cells[column] ?? { blank: true }),
      );
      return held.every((text) => text === wanted || (wanted.trim() === '' && text.trim() === ''))
        ? []
        : [[wanted, held]];
    });
    expect(different).toEqual([]);
    expect(table.rows).toHaveLength(oddStrings.length);
    expect(await proposedAgain()).toEqual([]);
  });

  test('a table pasted over ours: each bad cell is told at its address, the rest is kept', async () => {
    account.employees = [employee('1', { nir: '180056938212327' }), employee('2', { nir: '180056938212327' })];
    const { book, person } = await open();
    await pull(book);
    const held = sound(await book.read([employeesTable]))[employeesTable.name];
    if (held?.state !== 'found') throw new Error('no table');
    const { letters, firstRow } = held;
    const at = (column: string, row: number) => `${letters[column] ?? ''}${firstRow + row}`;
    await person.setSheetCell('Salariés', at('nir', 0), 2.95e14);
    await person.setSheetCell('Salariés', at('contractStart', 0), 'premier janvier');
    await person.setSheetCell('Salariés', at('employeeNumber', 0), '0002');
    await person.setSheetCell('Salariés', at('employeeNumber', 1), '0002');
    await person.addRow(employeesTable.name, { 'Identifiant Lucca': '2', Nom: 'DOUBLE' });
    await person.addRow(employeesTable.name, { Nom: 'SANS', 'Code postal': 1000, 'E-mail professionnel': 'a@b@c' });
    const checked = sound(await checkPeople({ book, clock }));
    const told = checked.findings.map(
      ({ finding, name }) => `${name.split(' ')[0] ?? ''} ${finding.place?.address ?? ''} ${finding.code}`,
    );
    expect(told.filter((each) => !each.includes('missingFrom'))).toEqual([
      `Nom1 ${at('contractStart', 0)} cellNotDate`,
      `Nom1 ${at('nir', 0)} nirMangled`,
      `DOUBLE ${at('luccaId', 2)} duplicateKey`,
      `SANS ${at('postalCode', 3)} postalCodeShort`,
      `SANS ${at('workEmail', 3)} emailFormat`,
      `Nom1 ${at('nir', 0)} identifierIsNumber`,
      // One account for two people, and the matricule typed twice.
      `Nom1 ${at('iban', 0)} sharedByPeople`,
      `Nom1 ${at('employeeNumber', 0)} sharedByPeople`,
      `Nom2 ${at('iban', 1)} sharedByPeople`,
      `Nom2 ${at('employeeNumber', 1)} sharedByPeople`,
      `SANS ${at('postalCode', 3)} identifierIsNumber`,
      `SANS ${at('luccaId', 3)} keyMissing`,
    ]);
    expect(checked.findings.every(({ finding }) => finding.place?.sheet === 'Salariés')).toBe(true);
  });
});
