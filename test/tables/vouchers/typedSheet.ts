import { plainDate } from '../../../shared/domain/calendar/plainDate.ts';
import { parseFrenchDate } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import { blank, numberCell, textCell, type Cell } from '../../../shared/domain/review/cell.ts';
import type { BookRow, FoundTable } from '../../../shared/flows/book.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { rowKey, type TableDeclaration } from '../../../shared/tables/declaration.ts';
import { letters } from '../../../shared/tables/letters.ts';
import { establishmentsTable } from '../../../shared/tables/establishmentsTable.ts';
import { readEstablishments } from '../../../shared/tables/readEstablishments.ts';
import type { KnownPerson } from '../../../shared/tables/knownPeople.ts';

/** What a person types in a row, by column key: a date the French way, or anything else. */
export type Typed = Readonly<Record<string, string | number>>;

function cellOf(declaration: TableDeclaration, key: string, typed: string | number): Cell {
  const column = declaration.columns.find((each) => each.key === key);
  if (!column) throw new RangeError(`${declaration.name} has no column ${key}`);
  if (typeof typed === 'number') return numberCell(typed);
  const date = column.kind === 'date' ? parseFrenchDate(typed) : undefined;
  return date ? { date } : textCell(typed);
}

/** A table as `Book` reads it, from A3 of its sheet: the first row of `rows` is row 4. */
export function sheet(declaration: TableDeclaration, ...rows: readonly Typed[]): FoundTable {
  const columns = declaration.columns.map(({ key }, index): [string, string] => [key, letters(index + 1)]);
  return {
    state: 'found',
    sheet: declaration.title,
    address: `A3:${columns.at(-1)?.[1] ?? 'A'}${3 + rows.length}`,
    letters: Object.fromEntries(columns),
    firstRow: 4,
    rows: rows.map((typed, index): BookRow => {
      const cells = Object.fromEntries(columns.map(([key]): [string, Cell] => [key, blank]));
      for (const [key, value] of Object.entries(typed)) cells[key] = cellOf(declaration, key, value);
      return { key: rowKey(declaration, cells), index, cells, formulas: [], others: [] };
    }),
  };
}

/** Code, column key and row of the sheet of each finding, once sure that each has its sentence. */
export function said(findings: readonly Finding[]): (readonly [string, string | undefined, number])[] {
  return findings.map((finding) => {
    if (findingText(finding).length < 20) throw new Error(`${finding.code}: too short a sentence`);
    return [finding.code, finding.place?.column, Number(/\d+$/.exec(finding.place?.address ?? '')?.[0])];
  });
}

export const establishments = readEstablishments(
  sheet(
    establishmentsTable,
    { id: '1', code: 'LYO', name: 'Lyon' },
    { id: '2', code: 'PAR', name: 'Paris' },
    { id: '3', code: 'GEN', name: 'Genève', country: 'CH', currency: 'CHF' },
    { id: '4', code: 'STR', name: 'Strasbourg', zone: 'Alsace-Moselle', goodFriday: 'oui' },
  ),
).value;

export const people: readonly KnownPerson[] = [
  { id: '101', employeeNumber: '00012', establishment: 'Lyon' },
  { id: '102', employeeNumber: '00013', establishment: 'Paris' },
  { id: '103', employeeNumber: '00013', establishment: 'Lyon' },
];

export const day = plainDate;
