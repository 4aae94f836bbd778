/** Columns of « Salariés » by which « Bénéficiaires TR » leaves people out: what a document must say of each person beside who they are. */
import type { Finding } from '../../domain/finding.ts';
import { canonical, textCell } from '../../domain/review/cell.ts';
import { plainValue, type DocumentFields } from '../../tables/documentRows.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import {
  beneficiariesTable,
  ESTABLISHMENT_CRITERION,
  personCriteria,
} from '../../tables/vouchers/beneficiariesTable.ts';
import { typedRows } from '../../tables/typedRow.ts';
import type { BookRow, BookSnapshot } from '../book.ts';
import { rowsOf } from '../bookState.ts';
import { fieldOf } from './personFacts.ts';
import { fieldsOf } from './regulationReadings.ts';

const same = (a: string, b: string) => canonical('text', textCell(a)) === canonical('text', textCell(b));
const own: readonly string[] = [...Object.values(personCriteria), ESTABLISHMENT_CRITERION];

function criteriaRows(snapshot: BookSnapshot) {
  const { rows } = typedRows(beneficiariesTable, snapshot[beneficiariesTable.name]);
  return rows.filter((row) => !own.some((each) => same(each, row.text('criterion'))));
}

/** Answers what a document says of a person. */
export function inputFields(snapshot: BookSnapshot): (row: BookRow) => DocumentFields {
  const criteria = criteriaRows(snapshot).map((row) => row.text('criterion'));
  const people = rowsOf(snapshot, employeesTable.name).filter(({ key }) => key !== '');
  const headings = fieldsOf(snapshot, people).filter((heading) => criteria.some((each) => same(each, heading)));
  return (row) => Object.fromEntries(headings.map((heading) => [heading, plainValue(fieldOf(row, heading))]));
}

/** Criteria that would put a bank account or a social security number in a document. */
export function secretCriteria(snapshot: BookSnapshot): Finding[] {
  const secrets = employeesTable.columns.filter(({ sensitivity }) => sensitivity === 'secret');
  return criteriaRows(snapshot).flatMap((row): Finding[] => {
    const secret = secrets.find(({ heading }) => same(heading, row.text('criterion')));
    if (!secret) return [];
    const facts = { heading: secret.heading };
    return [{ code: 'documentSecret', severity: 'error', place: row.place('criterion'), facts }];
  });
}
