import { describe, expect, test } from '@jest/globals';
import { plainDate } from '../../shared/domain/calendar/plainDate.ts';
import { blank, textCell } from '../../shared/domain/review/cell.ts';
import { bankCountries, entryText, headingsOf, shownValue } from '../../shared/flows/entryText.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import { entry } from '../support/reviewEntries.ts';

describe('what an entry says', () => {
  test('a secret is masked in the list, whatever the side, and shown on demand', () => {
    const iban = entry('A', {
      changes: [
        {
          column: 'iban',
          before: textCell('FR7630006000011234567890189'),
          after: textCell('FR1420041010050500013M02606'),
        },
      ],
    });
    expect(entryText(iban, 'personal')).toBe('IBAN : •••••• → ••••••');
    expect(shownValue(employeesTable.name, 'iban', textCell('FR76'), 'secret')).toBe('FR76');
    expect(shownValue(employeesTable.name, 'iban', blank, 'personal')).toBe('(vide)');
    expect(shownValue(employeesTable.name, 'city', textCell('Lyon'), 'personal')).toBe('Lyon');
    expect(shownValue(employeesTable.name, 'city', textCell('Lyon'), 'open')).toBe('••••••');
    expect(entryText(iban, 'secret')).toBe('IBAN : FR7630006000011234567890189 → FR1420041010050500013M02606');
  });

  test('a matricule that reads as a NIR is masked like one', () => {
    const change = { column: 'employeeNumber', before: textCell('00002'), after: textCell('272069935239014') };
    expect(entryText(entry('A', { changes: [change] }), 'personal')).toBe('Matricule : 00002 → ••••••');
    expect(entryText(entry('A', { changes: [change] }), 'secret')).toBe('Matricule : 00002 → 272069935239014');
  });

  test.each([
    ['2026-10-05', 'matin', '2026-10-05', 'après-midi', 'RTT, 05/10/2026'],
    ['2026-10-05', 'matin', '2026-10-05', 'matin', 'RTT, 05/10/2026 matin'],
    ['2026-10-05', 'après-midi', '2026-10-07', 'matin', 'RTT, du 05/10/2026 après-midi au 07/10/2026 matin'],
    ['2026-10-05', 'matin', '2026-10-07', 'après-midi', 'RTT, du 05/10/2026 au 07/10/2026'],
  ])('an absence from %s %s to %s %s', (from, fromHalf, to, toHalf, sentence) => {
    const about = {
      account: textCell('RTT'),
      from: { date: plainDate(from) },
      fromHalf: textCell(fromHalf),
      to: { date: plainDate(to) },
      toHalf: textCell(toHalf),
    };
    expect(entryText({ ...entry('A', { table: absencesTable.name, kind: 'added' }), about }, 'personal')).toBe(
      sentence,
    );
  });

  test('who is no longer in Lucca may only be hidden from the key', () => {
    const sentence = entryText(entry('A', { kind: 'gone', changes: [] }), 'open');
    expect(sentence).toMatch(/n'est plus dans Lucca, ou la clé ne la voit plus \(droit ou établissement retiré\)/);
  });

  test('a row that comes or goes is said by what it is, not by its columns', () => {
    const gone = entry('A', {
      table: absencesTable.name,
      kind: 'removed',
      changes: [{ column: 'account', before: textCell('RTT'), after: blank }],
    });
    expect(headingsOf(gone.item)).toEqual([]);
    expect(headingsOf(entry('A', {}).item)).toEqual(['Ville']);
  });

  test.each<[string, string, string, string, string, readonly string[] | undefined]>([
    ['both', 'FR76 3000', 'de89', 'AGRIFRPP', 'COBADEFF', ['FR', 'DE']],
    ['the IBAN alone', 'FR76', '', '', '', ['FR', '']],
    ['the BIC alone', '', '', 'AGRIFRPP', 'COBADEFF', ['FR', 'DE']],
  ])('the countries of the banks, when %s changed', (_, iban, newIban, bic, newBic, countries) => {
    const changes = [
      ...(iban || newIban ? [{ column: 'iban', before: textCell(iban), after: textCell(newIban) }] : []),
      ...(bic || newBic ? [{ column: 'bic', before: textCell(bic), after: textCell(newBic) }] : []),
    ];
    expect(bankCountries(entry('A', { changes }).item)).toEqual(countries);
  });

  test('a change that names no bank has no country', () => {
    expect(bankCountries(entry('A', {}).item)).toBeUndefined();
  });
});
