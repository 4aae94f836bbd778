import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instant, plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { blank, numberCell, textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import { checkPeople } from '../../../shared/flows/people/checkPeople.ts';
import type { Clock } from '../../../shared/flows/ports.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { problemTexts } from '../../../shared/messages/fr/employees/checks.ts';
import { problemCodes } from '../../../shared/domain/people/checks/problems.ts';
import { employeesTable } from '../../../shared/tables/employeesTable.ts';
import { MemoryBook } from '../../support/memoryBook.ts';

const clock: Clock = { now: () => instant('2026-10-26T19:00:00.000Z'), wait: () => Promise.resolve() };
let book: MemoryBook;

/** Complete, without a fault. */
const sound: Readonly<Record<string, Cell>> = {
  luccaId: textCell('1'),
  employeeNumber: textCell('00001'),
  lastName: textCell('MOREL'),
  firstName: textCell('Ada'),
  establishment: textCell('Lyon'),
  contractStart: { date: plainDate('2021-01-01') },
  birthDate: { date: plainDate('1955-08-02') },
  nir: textCell('255081416802538'),
  address: textCell('1 rue des Lilas'),
  postalCode: textCell('69003'),
  city: textCell('Lyon'),
  iban: textCell('FR7630006000011234567890189'),
  situation: textCell('présent'),
};

function put(...rows: Readonly<Record<string, Cell>>[]): void {
  book.tables.set(
    employeesTable.name,
    rows.map((cells) => ({
      cells: { ...Object.fromEntries(employeesTable.columns.map(({ key }) => [key, blank])), ...sound, ...cells },
      others: [],
    })),
  );
}

async function told(): Promise<string[]> {
  const checked = await checkPeople({ book, clock });
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value.findings.map(({ finding, name }) => {
    return `${name} ${finding.severity} ${finding.place?.column ?? ''} ${finding.code}`;
  });
}

beforeEach(() => {
  book = new MemoryBook();
});

describe('« Vérifier les fiches »', () => {
  test('a sound file has nothing to correct; a workbook without people neither', async () => {
    expect(await told()).toEqual([]);
    put(sound);
    expect(await told()).toEqual([]);
  });

  test('errors come first, each at its cell, without the value', async () => {
    put(
      { birthDate: { date: plainDate('1956-08-02') } },
      {
        luccaId: textCell('2'),
        employeeNumber: textCell('2'),
        lastName: textCell('PETIT'),
        nir: numberCell(295000000000000),
        iban: textCell('FR76 1'),
      },
    );
    expect(await told()).toEqual([
      'PETIT Ada error nir nirMangled',
      'PETIT Ada error iban ibanLength',
      'MOREL Ada warning nir nirBirthYear',
      'PETIT Ada warning nir identifierIsNumber',
    ]);
    const checked = await checkPeople({ book, clock });
    if (!checked.ok) throw new Error('unread');
    expect(checked.value).toMatchObject({ errors: 2, warnings: 2, people: 2 });
    const [first] = checked.value.findings;
    expect(first?.finding.place).toMatchObject({ table: employeesTable.name, key: '2', column: 'nir' });
    expect(first && findingText(first.finding)).toBe(`Numéro de sécurité sociale\u00a0: ${problemTexts.nirMangled}`);
    expect(JSON.stringify(checked.value)).not.toMatch(/2950000|FR76/);
  });

  test('what two people share: NIR with and without its key, account with and without spaces, matricule in one establishment', async () => {
    put(
      {},
      {
        luccaId: textCell('2'),
        lastName: textCell('PETIT'),
        nir: textCell('2 55 08 14 168 025'),
        iban: textCell('FR76 3000 6000 0112 3456 7890 189'),
      },
      {
        luccaId: textCell('3'),
        lastName: textCell('ROY'),
        nir: textCell('255082A16802597'),
        establishment: textCell('Lille'),
        iban: textCell('FR1420041010050500013M02606'),
      },
    );
    expect(await told()).toEqual([
      'MOREL Ada warning nir sharedByPeople',
      'MOREL Ada warning iban sharedByPeople',
      'MOREL Ada warning employeeNumber sharedByPeople',
      'PETIT Ada warning nir sharedByPeople',
      'PETIT Ada warning iban sharedByPeople',
      'PETIT Ada warning employeeNumber sharedByPeople',
    ]);
  });

  test('what payroll needs and lacks, but of people who left', async () => {
    const bare = { nir: blank, iban: blank };
    put(bare, { ...bare, luccaId: textCell('2'), employeeNumber: textCell('2'), situation: textCell('sorti') });
    expect(await told()).toEqual([
      'MOREL Ada warning nir missingFromEmployee',
      'MOREL Ada warning iban missingFromEmployee',
    ]);
  });

  test('a date typed as text, a row without an identifier', async () => {
    put({ luccaId: blank, contractStart: textCell('un jour') });
    expect(await told()).toEqual(['MOREL Ada error contractStart cellNotDate', 'MOREL Ada warning luccaId keyMissing']);
  });

  test('every problem has its sentence, and nothing typed anywhere makes the checks fail', async () => {
    expect(problemCodes.filter((code) => problemTexts[code] === '')).toEqual([]);
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }).map(textCell),
      fc.integer().map(numberCell),
      fc.constant(blank),
    );
    const row = fc.dictionary(fc.constantFrom(...employeesTable.columns.map(({ key }) => key)), cells);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 3 }), async (rows) => {
        put(...rows);
        const checked = await checkPeople({ book, clock });
        expect(checked.ok && checked.value.findings.map(({ finding }) => findingText(finding)).every(Boolean)).toBe(
          true,
        );
      }),
    );
  });
});
