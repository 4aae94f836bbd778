/** What one file may not hold: two people under one matricule, days and hours under one code. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Employee } from '../../../../shared/domain/people/employee.ts';
import { blank, displayed, textCell } from '../../../../shared/domain/review/cell.ts';
import { readTransferFile } from '../../../../shared/flows/absences/transfer/readTransferFile.ts';
import { transferFiles, type TransferFileKind } from '../../../../shared/flows/absences/transferFiles.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { accountBindingsTable } from '../../../../shared/tables/absences/accountBindingsTable.ts';
import { halfDay, person, sound } from '../../../support/smallCompany.ts';
import { Office } from './office.ts';

const NIR = '2 95 10 99 126 111 93';

let office: Office;

beforeEach(() => {
  office = new Office();
});

const made = async (run: string, kind: TransferFileKind) =>
  transferFiles(sound(await readTransferFile(office.book, run)), { kind });
const said = async (run: string, kind: TransferFileKind = 'import') =>
  (await made(run, kind)).findings.map((each) => findingText(each).replaceAll('\u00a0', ' '));
const given = async (run: string, kind: TransferFileKind) =>
  (await made(run, kind)).files.every(({ bytes }) => bytes !== null);

function contract(employeeId: string, place: string, from: string, to: string | null = null) {
  const establishment = place === '1' ? 'Lyon' : 'Paris';
  const dates = { from: plainDate(from), to: to === null ? null : plainDate(to) };
  return { id: `${employeeId}-${from}`, employeeId, ...dates, establishmentId: place, establishment };
}

function away(employeeId: string, leave: string, ...dates: readonly string[]): void {
  office.leave(leave, dates);
  office.account.halfDays = office.account.halfDays.map((each) =>
    each.leaveId === leave ? { ...each, employeeId } : each,
  );
}

describe('un matricule dans le fichier général', () => {
  const shared = { employeeNumber: '0001', establishment: 'Paris' };

  test('qui rejoint l’établissement d’un autre sous le même matricule : refusé, même si sa première absence est ailleurs', async () => {
    office.account.employees = [person('1', shared), person('2', shared)];
    office.account.spans = [
      contract('1', '1', '2021-01-01', '2026-10-15'),
      contract('1', '2', '2026-10-16'),
      contract('2', '2', '2021-01-01'),
    ];
    away('1', '50', '2026-10-05');
    away('1', '51', '2026-10-20');
    away('2', '60', '2026-10-20');
    await office.opened();
    await office.prepareImport();
    expect(await said('A1')).toEqual([
      "NOM2 P2 (0001), « Matricule » : la même valeur que NOM1 P1 (0001), dans le même établissement. La paie donnerait à l'un les absences de l'autre : corrigez « Matricule » dans « Salariés » ; si c'est une seule personne, embauchée de nouveau, remplissez plutôt « Numéro de sécurité sociale » et « Date de naissance » sur ses deux lignes. Puis refaites le fichier.",
    ]);
    expect(await given('A1', 'import')).toBe(false);
  });

  test('dans deux établissements sans absence dans le même : permis', async () => {
    office.account.employees = [person('1', { ...shared, establishment: 'Lyon' }), person('2', shared)];
    office.account.spans = [contract('1', '1', '2021-01-01'), contract('2', '2', '2021-01-01')];
    away('1', '50', '2026-10-05');
    away('2', '60', '2026-10-20');
    await office.opened();
    await office.prepareImport();
    expect([await said('A1'), await given('A1', 'import')]).toEqual([[], true]);
  });
});

describe('embauché de nouveau sous un autre numéro de Lucca et le même matricule', () => {
  const rehired = async (first: Employee['values'], second: Employee['values']) => {
    office.account.employees = [
      person('1', { contractEnd: '2026-10-16', ...first }),
      person('9', {
        contractStart: '2026-10-19',
        employeeNumber: '0001',
        lastName: 'Nom1',
        firstName: 'P1',
        ...second,
      }),
    ];
    office.account.spans = [contract('1', '1', '2021-01-01', '2026-10-16'), contract('9', '1', '2026-10-19')];
    away('1', '50', '2026-10-05');
    away('9', '51', '2026-10-22');
    await office.apply(() => 'accept');
    await office.opened();
    await office.prepareImport();
  };
  const known = { nir: NIR, birthDate: '1995-10-12' };

  test.each<TransferFileKind>(['controle', 'import', 'payfit', 'silae'])(
    '%s : c’est une seule personne si son numéro de sécurité sociale et sa date de naissance le disent',
    async (kind) => {
      await rehired(known, known);
      expect([await said('A1', kind), await given('A1', kind)]).toEqual([[], true]);
    },
  );

  test.each<[string, Employee['values'], Employee['values']]>([
    ['aucun numéro de sécurité sociale', { birthDate: '1995-10-12' }, { birthDate: '1995-10-12' }],
    ['un seul numéro de sécurité sociale', known, { birthDate: '1995-10-12' }],
    ['une seule date de naissance', known, { nir: NIR }],
    ['deux dates de naissance', known, { ...known, birthDate: '1995-10-13' }],
    ['deux prénoms : des jumelles', { ...known, firstName: 'Jeanne' }, { ...known, firstName: 'Louise' }],
  ])('%s : personne ne le sait, le fichier est refusé', async (_, first, second) => {
    await rehired(first, second);
    for (const kind of ['import', 'silae'] as const) {
      expect(await said('A1', kind)).toEqual([
        expect.stringContaining("si c'est une seule personne, embauchée de nouveau"),
      ]);
      expect(await given('A1', kind)).toBe(false);
    }
  });
});

describe('des jours et des heures sous un seul code', () => {
  const daysAndHours = async () => {
    const hours = { accountId: '25', accountName: 'Congés payés 2025-2026', minutes: 210 };
    office.leave('51', ['2026-10-05']);
    office.account.halfDays = [
      ...office.account.halfDays,
      halfDay('52', '2026-10-06', 'am', hours),
      halfDay('52', '2026-10-06', 'pm', hours),
    ];
    await office.opened();
    // A code of its own is proposed: the accountant gives it that of the days.
    for (const { cells } of office.book.rows(accountBindingsTable))
      if (displayed(cells['code'] ?? blank) === 'CP_H') cells['code'] = textCell('CP');
    await office.prepareImport();
  };

  test('le fichier général ne dit pas l’unité : refusé, avec les deux comptes', async () => {
    await daysAndHours();
    expect(await said('A1')).toEqual([
      "Code paie « CP » : « Congés payés » est en jours et « Congés payés 2025-2026 » en heures. La paie ne saurait pas lire les quantités. Donnez un autre code à l'un des deux dans « Correspondance comptes absence », puis abandonnez cet import et préparez-le de nouveau.",
    ]);
    expect([await given('A1', 'import'), await given('A1', 'silae'), await given('A1', 'controle')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('un autre code pour l’un des deux, et le fichier se fait ; les lignes en heures le disent', async () => {
    await daysAndHours();
    await office.abandon('A1');
    office.type('Congés payés *', 'code', 'CPH', accountBindingsTable);
    await office.prepareImport();
    const { files, findings } = await made('A2', 'import');
    expect(findings).toEqual([]);
    expect(files.flatMap(({ preview }) => preview.slice(1).map((row) => [row[4], row[6], row[11]]))).toEqual([
      ['CP', '1', 'A2'],
      ['CPH', '7,00', 'A2, en heures'],
    ]);
  });
});
