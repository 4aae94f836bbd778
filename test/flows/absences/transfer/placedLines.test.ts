/** Where the lines of an import go: the establishment of each date, known by its identifier and not by its name alone. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import { blank, displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { transferFiles, type TransferFileKind } from '../../../../shared/flows/absences/transferFiles.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { importLinesTable } from '../../../../shared/tables/absences/importsTable.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { person, sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

let office: Office;

beforeEach(() => {
  office = new Office();
  office.account.employees = [];
  office.account.spans = [];
});

interface Stay {
  readonly place: string;
  readonly name: string;
  readonly from?: string;
  readonly to?: string;
}

/** Somebody with their contracts, one establishment after the other; « Salariés » says the last. */
function worksAt(id: string, ...stays: readonly Stay[]): void {
  office.account.employees = [...office.account.employees, person(id, { establishment: stays.at(-1)?.name ?? '' })];
  const spans = stays.map(({ place, name, from = '2021-01-01', to }) => ({
    id: `c${id}-${from}`,
    employeeId: id,
    from: plainDate(from),
    to: to === undefined ? null : plainDate(to),
    establishmentId: place,
    establishment: name,
  }));
  office.account.spans = [...office.account.spans, ...spans];
}

function away(employeeId: string, leave: string, ...dates: readonly string[]): void {
  office.leave(leave, dates);
  office.account.halfDays = office.account.halfDays.map((each) =>
    each.leaveId === leave ? { ...each, employeeId } : each,
  );
}

/** « Établissements »: a code and a payroll dossier for each. */
function dossiers(): void {
  for (const { cells } of office.book.rows(establishmentsTable)) {
    const id = displayed(cells['id'] ?? blank);
    Object.assign(cells, { code: textCell(`E${id}`), payrollDossier: textCell(`D${id}`) });
  }
}

const made = async (run: string, kind: TransferFileKind) =>
  transferFiles(sound(await readTransferFile(office.book, run)), { kind });
/** Dossier, then the first two cells of each row. */
const filed = async (run: string, kind: TransferFileKind) =>
  (await made(run, kind)).files.map(({ recipient, preview, bytes }) => [
    recipient,
    bytes !== null,
    ...preview.slice(1).map((row) => row.slice(0, 2).join(' ')),
  ]);
const said = async (run: string, kind: TransferFileKind) =>
  (await made(run, kind)).findings.map((each) => findingText(each).replaceAll('\u00a0', ' '));
const prepared = () => office.column(importLinesTable, 'run', 'luccaId', 'establishment', 'from', 'to');

const HOMONYMS =
  "« Siège » : plusieurs lignes de « Établissements » portent ce nom, et rien ne dit à laquelle vont des absences de cet import. Remplissez « Identifiant Lucca » sur chacune, ajoutez la colonne « Identifiant établissement » à « Lignes d'import » si elle n'y est pas, puis abandonnez cet import et préparez-le de nouveau.";

describe('deux établissements du même nom', () => {
  beforeEach(async () => {
    worksAt('1', { place: '1', name: 'Siège' });
    worksAt('2', { place: '2', name: 'Siège' });
    away('1', '50', '2026-10-05');
    away('2', '60', '2026-10-20');
    await office.opened();
  });

  test('chacun reçoit son fichier, sous son code', async () => {
    await office.prepareImport();
    dossiers();
    expect(await filed('A1', 'import')).toEqual([
      ['D1', true, 'E1 0001'],
      ['D2', true, 'E2 0002'],
    ]);
    expect((await filed('A1', 'silae')).map(([dossier]) => dossier)).toEqual(['D1', 'D2']);
    expect((await filed('A1', 'payfit')).map(([dossier]) => dossier)).toEqual(['D1', 'D2']);
    expect(await said('A1', 'import')).toEqual([]);
  });

  test('et à côté d’un troisième aussi', async () => {
    worksAt('3', { place: '3', name: 'Lyon' });
    away('3', '61', '2026-10-05');
    await office.apply();
    await office.prepareImport();
    dossiers();
    expect((await filed('A1', 'import')).map(([dossier, given]) => [dossier, given])).toEqual([
      ['D1', true],
      ['D2', true],
      ['D3', true],
    ]);
    expect(await said('A1', 'import')).toEqual([]);
  });

  test('qui passe de l’un à l’autre a une ligne dans chacun, même d’une seule demande', async () => {
    worksAt('4', { place: '1', name: 'Siège', to: '2026-10-06' }, { place: '2', name: 'Siège', from: '2026-10-07' });
    away('4', '70', '2026-10-05', '2026-10-06', '2026-10-07');
    await office.apply();
    await office.prepareImport();
    dossiers();
    expect(await filed('A1', 'import')).toEqual([
      ['D1', true, 'E1 0001', 'E1 0004'],
      ['D2', true, 'E2 0002', 'E2 0004'],
    ]);
  });

  test('sans code, un matricule qu’ils ont tous les deux est refusé : un code pour chacun suffit', async () => {
    office.type('2', 'employeeNumber', '0001');
    await office.prepareImport();
    expect(await said('A1', 'import')).toEqual([
      "NOM2 P2 (0001), « Matricule » : la même valeur que NOM1 P1 (0001), dans un autre établissement que le fichier écrit pareil. La paie donnerait à l'un les absences de l'autre. Donnez à chacun des deux son propre « Code » dans « Établissements », puis refaites le fichier.",
    ]);
    office.type('1', 'code', 'E1', establishmentsTable);
    expect(await filed('A1', 'import')).toEqual([['', true, 'E1 0001', 'Siège 0001']]);
  });

  test('ce qui est à supprimer va où l’import l’avait transmis', async () => {
    await office.handed();
    dossiers();
    office.account.spans = office.account.spans.map((each) => ({ ...each, establishmentId: '2' }));
    office.cancelled('50');
    await office.prepareImport();
    expect((await filed('A2', 'suppressions')).map(([dossier]) => dossier)).toEqual(['D1']);
  });

  test.each<TransferFileKind>(['controle', 'import', 'payfit', 'silae'])(
    '%s : des lignes qui ne disent pas lequel sont refusées une fois, avec ce qu’il faut faire',
    async (kind) => {
      office.book.removedColumns.set(importLinesTable.name, ['establishmentId']);
      await office.prepareImport();
      dossiers();
      expect(await said('A1', kind)).toEqual([HOMONYMS]);
      expect((await filed('A1', kind)).map(([, given]) => given)).not.toContain(true);
      expect((await made('A1', kind)).findings).toMatchObject([
        { severity: 'error', place: { sheet: 'Établissements', column: 'id' } },
      ]);
    },
  );

  test('et ce qu’il faut faire suffit', async () => {
    office.book.removedColumns.set(importLinesTable.name, ['establishmentId']);
    await office.prepareImport();
    dossiers();
    office.book.removedColumns.clear();
    await office.abandon('A1');
    await office.prepareImport();
    expect((await filed('A2', 'import')).map(([dossier]) => dossier)).toEqual(['D1', 'D2']);
    expect(await said('A2', 'import')).toEqual([]);
  });

  test('une absence transmise sans dire lequel est supprimée où le contrat de sa date le dit', async () => {
    office.book.removedColumns.set(importLinesTable.name, ['establishmentId']);
    await office.handed();
    office.book.removedColumns.clear();
    dossiers();
    office.cancelled('60');
    await office.prepareImport();
    expect(await filed('A2', 'suppressions')).toEqual([['D2', true, 'à supprimer 0002']]);
  });

  test('sans identifiant dans « Établissements », rien n’est deviné', async () => {
    await office.prepareImport();
    await office.abandon('A1');
    dossiers();
    office.book.rows(establishmentsTable).forEach(({ cells }) => Object.assign(cells, { id: blank }));
    office.account.spans = office.account.spans.map((each) => ({ ...each, establishmentId: null }));
    await office.prepareImport();
    expect(await said('A2', 'import')).toEqual([HOMONYMS]);
  });
});

describe('une ligne d’import', () => {
  beforeEach(async () => {
    worksAt('1', { place: '1', name: 'Siège' });
    away('1', '50', '2026-10-05');
    await office.opened();
  });

  test('dont on change l’établissement n’est plus celle qui a été préparée', async () => {
    await office.prepareImport();
    office.lines('A1').forEach(({ cells }) => Object.assign(cells, { establishmentId: textCell('2') }));
    expect(await readTransferFile(office.book, 'A1')).toMatchObject({ ok: false, error: { code: 'unsound' } });
  });

  test.each([
    ['sans « Identifiant établissement »', 'establishmentId'] as const,
    ['sans « Type Silae »', 'silae'] as const,
  ])('d’une feuille %s se confirme comme une autre, et va à l’établissement de ce nom', async (_, column) => {
    office.book.removedColumns.set(importLinesTable.name, [column]);
    await office.prepareImport();
    dossiers();
    expect(await filed('A1', 'import')).toEqual([['D1', true, 'E1 0001']]);
    expect(await office.confirm('A1')).toMatchObject({ number: 'A1' });
  });

  test('dont la ligne d’« Établissements » n’est plus là ne va pas à un autre du même nom', async () => {
    await office.prepareImport();
    dossiers();
    office.book.rows(establishmentsTable).forEach(({ cells }) => Object.assign(cells, { id: textCell('2') }));
    expect((await filed('A1', 'import')).map(([dossier]) => dossier)).toEqual(['']);
  });
});

describe('la première préparation', () => {
  beforeEach(async () => {
    worksAt('1', { place: '1', name: 'Lyon', to: '2026-10-15' }, { place: '2', name: 'Paris', from: '2026-10-16' });
    worksAt('2', { place: '2', name: 'Paris' });
    away('1', '50', '2026-10-05');
    away('1', '51', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-19');
    away('2', '60', '2026-10-20');
    await office.opened();
  });

  test('met chaque absence dans l’établissement de sa date', async () => {
    await office.prepareImport();
    expect(prepared()).toEqual([
      ['A1', '1', 'Lyon', '05/10/2026', '05/10/2026'],
      ['A1', '1', 'Lyon', '14/10/2026', '15/10/2026'],
      ['A1', '1', 'Paris', '16/10/2026', '19/10/2026'],
      ['A1', '2', 'Paris', '20/10/2026', '20/10/2026'],
    ]);
  });

  test('ce qui est à supprimer est coupé comme il avait été transmis', async () => {
    await office.handed();
    dossiers();
    office.cancelled('51');
    await office.prepareImport();
    expect(
      office.lines('A2').map(({ cells }) => ['establishment', 'detail'].map((key) => displayed(cells[key] ?? blank))),
    ).toEqual([
      ['Lyon', '2026-10-14M 2026-10-14A 2026-10-15M 2026-10-15A'],
      ['Paris', '2026-10-16M 2026-10-16A 2026-10-19M 2026-10-19A'],
    ]);
    expect((await filed('A2', 'suppressions')).map(([dossier]) => dossier)).toEqual(['D1', 'D2']);
  });

  test('et la deuxième, rien n’ayant changé dans Lucca, trouve le même import', async () => {
    await office.prepareImport();
    const before = prepared();
    expect(await office.prepareImport()).toMatchObject({ number: 'A1' });
    expect(prepared()).toEqual(before);
  });
});
