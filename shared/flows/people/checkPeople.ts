/** « Vérifier les fiches »: what is to be corrected in « Salariés », with who it is about. Reads the workbook and nothing else. */
import { wallClock } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { ok, type Result } from '../../domain/result.ts';
import { displayed } from '../../domain/review/cell.ts';
import { placeRow } from '../../tables/cellPlace.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { checkEmployees } from '../../tables/people/checkEmployees.ts';
import type { Book, BookError, BookRow } from '../book.ts';
import { tableFindings } from '../bookState.ts';
import type { Clock } from '../ports.ts';

const ZONE = 'Europe/Paris';

export interface PersonFinding {
  readonly finding: Finding;
  /** As « Salariés » names the person of the row; '' where it does not. */
  readonly name: string;
  readonly employeeNumber: string;
}

export interface PeopleChecks {
  /** Errors first; otherwise in the order of the sheet. */
  readonly findings: readonly PersonFinding[];
  readonly errors: number;
  readonly warnings: number;
  /** Rows that something is said of. */
  readonly people: number;
}

function textIn(row: BookRow | undefined, key: string): string {
  const cell = row?.cells[key];
  return cell ? displayed(cell) : '';
}

function summed(findings: readonly PersonFinding[], rows: number): PeopleChecks {
  const isError = ({ finding }: PersonFinding) => finding.severity === 'error';
  const errors = findings.filter(isError);
  const others = findings.filter((each) => !isError(each));
  return { findings: [...errors, ...others], errors: errors.length, warnings: others.length, people: rows };
}

/** Empty where there is no « Salariés » yet; a table that cannot be read is a finding of its own. */
export async function checkPeople(ports: {
  readonly book: Book;
  readonly clock: Clock;
}): Promise<Result<PeopleChecks, BookError>> {
  const read = await ports.book.read([employeesTable]);
  if (!read.ok) return read;
  const table = read.value[employeesTable.name];
  if (table?.state !== 'found') {
    const broken = tableFindings(read.value, [employeesTable]);
    return ok(
      summed(
        broken.map((finding) => ({ finding, name: '', employeeNumber: '' })),
        0,
      ),
    );
  }
  const on = wallClock(ports.clock.now(), ZONE).date;
  const rows = new Map(table.rows.map((row) => [row.index + table.firstRow, row]));
  const said = new Set<BookRow | undefined>();
  const findings = checkEmployees(table, on).map((finding): PersonFinding => {
    const row = rows.get((finding.place && placeRow(finding.place)) ?? 0);
    said.add(row);
    const name = [textIn(row, 'lastName'), textIn(row, 'firstName')].filter((part) => part !== '').join(' ');
    return { finding, name, employeeNumber: textIn(row, 'employeeNumber') };
  });
  return ok(summed(findings, said.size));
}
