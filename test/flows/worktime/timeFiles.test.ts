/** The files of an export of hours: what they hold, what they refuse, and that they add up to the sheet. */
import { describe, expect, test } from '@jest/globals';
import { textCell } from '../../../shared/domain/review/cell.ts';
import { readTimeExport } from '../../../shared/flows/worktime/exportReading.ts';
import { prepareExport } from '../../../shared/flows/worktime/prepareExport.ts';
import { confirmExport } from '../../../shared/flows/worktime/timeExports.ts';
import { timeFiles, timeKindsOf, type TimeFileKind } from '../../../shared/flows/worktime/timeFiles.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { timeAccountsTable } from '../../../shared/tables/worktime/timeAccountsTable.ts';
import { exportLinesTable, timeExportsTable } from '../../../shared/tables/worktime/timeExportsTable.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { sound } from '../../support/smallCompany.ts';
import { TimeCompany, type Typed } from './timeCompany.ts';

const rest = { transfer: 'repos', counter: 'RC 2026', counterUnit: 'heures' };

function accounts(company: TimeCompany, hs25: Typed, hs50: Typed = rest): void {
  company.fill(
    timeAccountsTable,
    { name: 'Heures supp. 25 %', code: 'HS25', premium: 25, ...hs25 },
    { name: 'Heures supp. 50 %', code: 'HS50', premium: 50, ...hs50 },
  );
}

/** A week of 45 h and one of 40 h 20 in September: 8 h at 25 % and 2 h at 50 %, then 5 h 20 at 25 %. */
async function prepared(hs25: Typed = { transfer: 'paie', payrollCode: '1025' }, hs50: Typed = rest) {
  const company = await TimeCompany.begun();
  company.fill(establishmentsTable, { id: '13', name: 'Lyon', code: 'LYO', payrollDossier: 'D1' });
  accounts(company, hs25, hs50);
  company.week('1', '2026-09-07', 9, 9, 9, 9, 9);
  company.week('2', '2026-09-14', 8, 8, 8, 8, 8 + 1 / 3);
  sound(await prepareExport(company.ports, await company.computed('2026-09')));
  return company;
}

async function given(company: TimeCompany, kind: TimeFileKind, number = 'HT1') {
  return timeFiles(sound(await readTimeExport(company.book, number)), { kind });
}

const told = ({ findings }: Awaited<ReturnType<typeof given>>) => findings.map(({ code }) => code);

describe('pay variables', () => {
  test('one line per person, account and month of origin, in hundredths of hours, one file per dossier', async () => {
    const { files, findings } = await given(await prepared(), 'paie');
    expect(findings).toEqual([]);
    expect(files.map(({ name, recipient, control }) => [name, recipient, control])).toEqual([
      ['evp-heures-2026-09-ht1-d1.csv', 'D1', { people: 2, lines: 2, hundredths: 1333 }],
    ]);
    expect(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[0]?.bytes ?? new Uint8Array()).split('\r\n'),
    ).toEqual([
      '\ufeffEtablissement;Matricule;Nom;Prenom;CodeRubrique;Libelle;Quantite;Taux;Montant;DateDebut;DateFin;Commentaire',
      expect.stringMatching(/^LYO;0*1;.*;1025;Heures supp\. 25 %;8,00;;;01\/09\/2026;30\/09\/2026;HT1$/),
      expect.stringMatching(/^LYO;0*2;.*;1025;Heures supp\. 25 %;5,33;;;01\/09\/2026;30\/09\/2026;HT1$/),
      '',
    ]);
  });

  test('a month closed before comes back with its own dates, and its sign', async () => {
    const company = await prepared();
    sound(await confirmExport(company.ports, 'HT1'));
    company.week('1', '2026-09-07', 8, 8, 8, 8, 8);
    company.week('1', '2026-10-05', 8, 8, 8, 8, 8);
    sound(await prepareExport(company.ports, await company.computed('2026-10')));
    const { files } = await given(company, 'paie', 'HT2');
    expect(files[0]?.preview.slice(1).map((row) => row.slice(6, 11))).toEqual([
      ['5,00', '', '', '01/10/2026', '31/10/2026'],
      ['-3,00', '', '', '01/09/2026', '30/09/2026'],
    ]);
  });

  test('a person without a matricule is named with their row, and nothing is given', async () => {
    const company = await prepared();
    for (const line of company.book.tables.get(employeesTable.name) ?? [])
      line.cells = { ...line.cells, employeeNumber: textCell('') };
    sound(await prepareExport(company.ports, await company.computed('2026-09')));
    const { files, findings } = await given(company, 'paie');
    expect(files.map(({ bytes }) => bytes)).toEqual([null]);
    expect(findings.map(({ code, place }) => [code, place])).toEqual([
      ['fileBlank', { table: employeesTable.name, key: '1' }],
      ['fileBlank', { table: employeesTable.name, key: '2' }],
    ]);
  });

  test.each(['=1+1', '+33', '-ROY', '@SUM(A1)'])(
    'a name that begins like a formula (%s) is held back',
    async (name) => {
      const company = await prepared();
      const [first] = company.book.tables.get(employeesTable.name) ?? [];
      if (first) first.cells = { ...first.cells, lastName: textCell(name) };
      sound(await prepareExport(company.ports, await company.computed('2026-09')));
      const made = await given(company, 'paie');
      expect(made.files[0]?.preview[1]?.[2]).toBe(`'${name}`);
      expect(told(made)).toEqual(['fileNeutralised']);
      expect((await given(company, 'repos')).files[0]?.preview[1]?.[2]).toBe(`'${name}`);
    },
  );
});

describe('rest for the counters of Lucca', () => {
  test('one row per person, one column per counter, in hours, with a decimal point', async () => {
    const { files, findings } = await given(await prepared(), 'repos');
    expect(findings).toEqual([]);
    expect(files.map(({ name, control }) => [name, control])).toEqual([
      ['repos-lucca-2026-09-ht1.csv', { people: 1, lines: 1, hundredths: 200 }],
    ]);
    const [head, row] = files[0]?.preview ?? [];
    expect(head).toEqual(['LegalEntityCode', 'EmployeeNumber', 'LastName', 'FirstName', 'RC 2026']);
    expect([row?.[0], row?.[4]]).toEqual(['LYO', '2.00']);
  });

  test('two accounts of one counter are one amount, in days where it counts days', async () => {
    const days = { ...rest, counterUnit: 'jours', dayHours: 7 };
    const { files } = await given(await prepared(days, days), 'repos');
    expect(files[0]?.control).toEqual({ people: 2, lines: 3, hundredths: 1533 });
    expect(files[0]?.preview.slice(1).map((row) => row[4])).toEqual(['1.43', '0.76']);
  });

  test.each<[string, Typed, string]>([
    ['counter', { transfer: 'repos' }, 'Compteur Lucca'],
    ['counterUnit', { transfer: 'repos', counter: 'RC' }, 'Unité du compteur'],
    ['dayHours', { transfer: 'repos', counter: 'RC', counterUnit: 'jours' }, "Heures d'un jour"],
    ['dayHours', { transfer: 'repos', counter: 'RC', counterUnit: 'jours', dayHours: 0 }, "Heures d'un jour"],
  ])('« Comptes de temps » without %s: told at its cell, no file', async (column, typed, heading) => {
    const made = await given(await prepared({ transfer: 'paie' }, typed), 'repos');
    expect(made.files.map(({ bytes }) => bytes)).toEqual([null]);
    expect(made.findings).toMatchObject([
      { code: 'timeCounterMissing', place: { table: timeAccountsTable.name, column, key: 'HS50' } },
    ]);
    expect(made.findings.map(findingText).join()).toContain(heading);
  });

  test('one counter in hours here and in days there is refused; so is an establishment without a code', async () => {
    const mixed = await prepared(rest, { ...rest, counterUnit: 'jours', dayHours: 7 });
    expect(told(await given(mixed, 'repos'))).toEqual(['timeCounterMixed']);
    mixed.fill(establishmentsTable, { id: '13', name: 'Lyon' });
    accounts(mixed, rest);
    const { findings } = await given(mixed, 'repos');
    expect(findings).toMatchObject([
      { code: 'timeFileCodeBlank', place: { table: establishmentsTable.name, column: 'code', key: '13' } },
    ]);
    expect(findings.map(findingText).join()).toMatch(/^Établissement Lyon, « Code » : .*LegalEntityCode/);
  });
});

describe('lines that payroll refused', () => {
  async function refusing(): Promise<TimeCompany> {
    const company = await prepared();
    const [line] = company.book.tables.get(exportLinesTable.name) ?? [];
    if (line) line.cells = { ...line.cells, taken: textCell('non') };
    return company;
  }

  test('are in no file of a prepared export, and counted', async () => {
    const made = await given(await refusing(), 'paie');
    expect(made.files[0]?.control).toEqual({ people: 1, lines: 1, hundredths: 533 });
    expect(made.findings).toMatchObject([{ code: 'timeFileRefused', severity: 'info', facts: { lines: 1 } }]);
    expect(made.files[0]?.bytes).not.toBeNull();
  });

  test('are in none of a confirmed one: its files come from the register', async () => {
    const company = await refusing();
    sound(await confirmExport(company.ports, 'HT1'));
    const made = await given(company, 'paie');
    expect(made.files[0]?.control).toEqual({ people: 1, lines: 1, hundredths: 533 });
    expect([made.files[0]?.bytes === null, told(made)]).toEqual([false, ['timeFileRefused']]);
    expect((await given(company, 'repos')).files[0]?.control.hundredths).toBe(200);
  });
});

describe('an export without files', () => {
  test('unknown, abandoned, or edited since it was prepared', async () => {
    const company = await prepared();
    expect(await readTimeExport(company.book, 'HT9')).toMatchObject({ error: { code: 'unknown' } });
    const [line] = company.book.tables.get(exportLinesTable.name) ?? [];
    if (line) line.cells = { ...line.cells, hours: { number: 80 } };
    expect(await readTimeExport(company.book, 'ht1')).toMatchObject({ error: { code: 'edited' } });
  });

  test('a sheet that says another sum: told, and no bytes', async () => {
    const company = await prepared();
    const [row] = company.book.tables.get(timeExportsTable.name) ?? [];
    if (row) row.cells = { ...row.cells, hours: { number: 1 } };
    const made = await given(company, 'paie');
    expect(made.findings.map(findingText)).toEqual([
      'Le fichier fait 13,33\u00a0h, et la feuille −1,00\u00a0h. Rétablissez « Exports de temps », puis refaites le fichier.',
    ]);
    expect(made.files[0]?.bytes).toBeNull();
  });

  test('nothing for a kind: no file, and it says so', async () => {
    const company = await prepared({ transfer: 'paie' }, { transfer: 'paie' });
    expect(timeKindsOf(sound(await readTimeExport(company.book, 'HT1')))).toEqual(['paie']);
    expect(await given(company, 'repos')).toMatchObject({ files: [], findings: [{ code: 'timeFileNothing' }] });
  });
});
