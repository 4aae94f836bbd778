/** A mistake seen in a file is corrected in its sheet, and the file made again; what payroll already took keeps what it was told. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { transferFiles, type TransferFileKind } from '../../../../shared/flows/absences/transferFiles.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { accountBindingsTable } from '../../../../shared/tables/absences/accountBindingsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

const NIR = '1 85 05 78 006 084 91';

let office: Office;

beforeEach(async () => {
  office = new Office();
  office.leave('50', ['2026-10-05', '2026-10-06']);
  await office.opened();
});

const toFile = async (number: string) => sound(await readTransferFile(office.book, number));
const filed = async (number: string) =>
  (await toFile(number)).lines.map(({ person, types }) => [person.employeeNumber, person.lastName, types.payfit]);
const bindType = (typed: string) => office.type('Congés payés', 'payfit', typed, accountBindingsTable);
const made = async (number: string, kind: TransferFileKind) => transferFiles(await toFile(number), { kind });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function retyped(matricule: string, name: string, type: string): Promise<void> {
  office.type('1', 'employeeNumber', matricule);
  office.type('1', 'lastName', name);
  bindType(type);
}

describe('un import préparé', () => {
  test.each<[string, readonly [string, string, string], readonly string[]]>([
    [
      'ce qui est corrigé dans les feuilles est ce que disent les fichiers',
      ['P77', 'Martin', 'fr_rtt'],
      ['P77', 'Martin', 'fr_rtt'],
    ],
    ['ce qui y est effacé reste ce qui a été préparé', ['', '', ''], ['0001', 'Nom1', 'fr_conges_payes']],
  ])('%s', async (_, typed, expected) => {
    await office.prepareImport();
    const [before] = await filed('A1');
    await retyped(...typed);
    const wanted = typed.every((each) => each === '') ? before : expected;
    expect(await filed('A1')).toEqual([wanted]);
  });

  test('le type de la ligne la plus précise compte, où qu’elle soit dans la feuille', async () => {
    office.leave('51', ['2026-10-12'], '25');
    for (const name of ['Arrêt maladie', 'RTT']) {
      office.type(name, 'payfit', 'fr_faux', accountBindingsTable);
      office.type(name, 'name', 'Congés *', accountBindingsTable);
    }
    await office.prepareImport();
    office.type('Congés payés *', 'payfit', 'fr_rtt', accountBindingsTable);
    const { lines } = await toFile('A1');
    expect(lines.map(({ account, types }) => [account, types.payfit])).toContainEqual([
      'Congés payés 2025-2026',
      'fr_rtt',
    ]);
  });

  test('un numéro de sécurité sociale à la place du matricule : dit à sa cellule, corrigé, le fichier se fait', async () => {
    office.type('1', 'employeeNumber', NIR);
    await office.prepareImport();
    const { findings, files } = await made('A1', 'import');
    expect(findings).toMatchObject([
      { code: 'fileSecret', place: { sheet: 'Salariés', address: expect.any(String), column: 'employeeNumber' } },
    ]);
    expect(plain(findings.map(findingText).join())).toMatch(/corrigez-la, puis refaites le fichier\.$/);
    expect(files.map(({ bytes }) => bytes)).toEqual([null]);
    office.type('1', 'employeeNumber', 'P77');
    expect((await made('A1', 'import')).files.map(({ bytes }) => bytes !== null)).toEqual([true]);
  });

  test('un type qui manque est demandé à sa propre cellule, et le fichier se refait', async () => {
    bindType('');
    office.type('Congés payés *', 'payfit', '', accountBindingsTable);
    await office.prepareImport();
    const { findings } = await made('A1', 'payfit');
    const table = await office.book.read([accountBindingsTable]);
    const state = sound(table)[accountBindingsTable.name];
    const letters = state?.state === 'found' ? state.letters : {};
    expect(findings).toMatchObject([
      {
        code: 'transferTypeMissing',
        place: { column: 'payfit', address: expect.stringMatching(new RegExp(`^${letters['payfit'] ?? '?'}\\d+$`)) },
      },
    ]);
    bindType('fr_rtt');
    expect((await made('A1', 'payfit')).findings).toEqual([]);
  });
});

describe('un import confirmé', () => {
  test('garde ce que la paie a pris', async () => {
    await office.handed();
    const before = await filed('A1');
    await retyped('P77', 'Martin', 'fr_rtt');
    expect(await filed('A1')).toEqual(before);
  });

  test.each([
    ['vide', ''],
    ['refusé par les fichiers', NIR],
  ])('un matricule %s est repris de « Salariés »', async (_, frozen) => {
    office.type('1', 'employeeNumber', frozen);
    await office.handed();
    office.type('1', 'employeeNumber', 'P77');
    expect((await filed('A1')).map(([matricule]) => matricule)).toEqual(['P77']);
  });
});

describe('une suppression', () => {
  const deletion = async (frozen: string) => {
    office.type('1', 'employeeNumber', frozen);
    await office.handed();
    office.type('1', 'employeeNumber', 'P77');
    office.type('1', 'establishment', 'Paris');
    office.cancelled('50');
    await office.prepareImport();
    const { lines } = await toFile('A2');
    return lines.map(({ direction, person, establishment }) => [direction, person.employeeNumber, establishment.name]);
  };

  test('garde le matricule et l’établissement de l’import qui avait transmis l’absence', async () => {
    expect(await deletion('0001')).toEqual([['delete', '0001', 'Lyon']]);
  });

  test('un matricule alors vide est celui de « Salariés »', async () => {
    expect(await deletion('')).toEqual([['delete', 'P77', 'Lyon']]);
  });
});
