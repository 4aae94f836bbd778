/** The keys of somebody, from the cells of a row. */
import { parsePlainDate } from '../../calendar/plainDate.ts';
import { unaccented } from '../../files/plainLetters.ts';
import { canonical, displayed, type Cell } from '../../review/cell.ts';
import type { RowCells } from '../../review/plan.ts';
import { normalEmail } from '../checks/contact.ts';
import { stableNir } from '../checks/nir.ts';
import { normalPhone, personalNumber } from '../checks/phone.ts';
import type { Matchable } from './matchable.ts';
import { nameWords } from './names.ts';

const nothing: Cell = { blank: true };

function textIn(cells: RowCells, key: string): string {
  return displayed(cells[key] ?? nothing).trim();
}

function found(texts: readonly string[], normal: (text: string) => string | undefined): string[] {
  return [...new Set(texts.flatMap((text) => (text === '' ? [] : (normal(text) ?? []))))];
}

function phone(text: string): string | undefined {
  const read = normalPhone(text);
  return read === undefined ? undefined : personalNumber(read);
}

function words(texts: readonly string[]): (readonly string[])[] {
  return texts.map(nameWords).filter((each) => each.length > 0);
}

/**
 * `cells` by key of the catalogue, Lucca's or payroll's: both are read the same way. What is no value of its kind is not known, and so is
 * the NIR of somebody being registered.
 * `matchableOf('P0001', {nir: {text: '2 95 10 99 126 111 93'}})` → `{id: 'P0001', nir: '2951099126111', emails: [], …}`.
 */
export function matchableOf(id: string, cells: RowCells): Matchable {
  const [lastName, birthName, firstName] = ['lastName', 'birthName', 'firstName'].map((key) => textIn(cells, key));
  const employeeNumber = canonical('identifier', cells['employeeNumber'] ?? nothing);
  const establishment = unaccented(textIn(cells, 'establishment')).replace(/\s+/g, ' ').toUpperCase();
  return {
    id,
    nir: stableNir(textIn(cells, 'nir')) ?? null,
    birthDate: parsePlainDate(canonical('date', cells['birthDate'] ?? nothing)) ?? null,
    surnames: words([lastName ?? '', birthName ?? '']),
    firstNames: nameWords(firstName ?? ''),
    emails: found([textIn(cells, 'workEmail'), textIn(cells, 'personalEmail')], normalEmail),
    phones: found([textIn(cells, 'workPhone'), textIn(cells, 'personalPhone')], phone),
    employeeNumber: employeeNumber === '' ? null : employeeNumber,
    establishment: establishment === '' ? null : establishment,
  };
}
