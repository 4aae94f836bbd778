/** Every check of « Salariés », each finding at its cell, without the value. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { checkPerson, type PersonValues } from '../../domain/people/checks/checkPerson.ts';
import type { PersonProblem } from '../../domain/people/checks/problems.ts';
import { sharedValues } from '../../domain/people/checks/shared.ts';
import { isNeeded } from '../../domain/people/missingFields.ts';
import { employeeField, employeeFields, filledBy, type EmployeeFieldKey } from '../../domain/people/employeeFields.ts';
import type { FoundTable } from '../../flows/book.ts';
import { cellPlace, placeRow } from '../cellPlace.ts';
import { employeesTable, situationLabels } from '../employeesTable.ts';
import { parseTable, type ParsedRow } from '../parse.ts';

const missingCodes = { employee: 'missingFromEmployee', hr: 'missingFromHr' } as const;

/** A person who left, or whom Lucca has no more, is not completed any more. */
const OVER: ReadonlySet<unknown> = new Set([situationLabels.former, situationLabels.gone]);

class EmployeeChecks {
  readonly #table: FoundTable;
  readonly #rows: readonly ParsedRow[];

  constructor(table: FoundTable, rows: readonly ParsedRow[]) {
    this.#table = table;
    this.#rows = rows;
  }

  #finding(
    row: ParsedRow,
    { field, code, severity }: Omit<PersonProblem, 'code'> & { code: string },
    people = 0,
  ): Finding {
    const facts = { heading: employeeField(field).heading, ...(people > 0 ? { people } : {}) };
    const subject = row.key === '' ? {} : { subject: row.key };
    return { code, severity, ...subject, place: cellPlace(employeesTable, this.#table, row, field), facts };
  }

  ofPeople(on: PlainDate): Finding[] {
    return this.#rows.flatMap((row) =>
      checkPerson(row.values as PersonValues, on).map((each) => this.#finding(row, each)),
    );
  }

  ofSharedValues(): Finding[] {
    const shared = sharedValues(this.#rows.map(({ values }) => values as PersonValues));
    return shared.flatMap(({ field, people }) =>
      people.flatMap((index) => {
        const row = this.#rows[index];
        const problem = { field, code: 'sharedByPeople', severity: 'warning' } as const;
        return row ? [this.#finding(row, problem, people.length)] : [];
      }),
    );
  }

  /** Columns that the sheet does not have are told elsewhere. */
  ofMissing(): Finding[] {
    const required = employeeFields.filter((each) => each.required && each.key in this.#table.letters);
    const lacks = ({ values }: ParsedRow, key: EmployeeFieldKey) => key in values && values[key] === null;
    return this.#rows
      .filter(({ key, values }) => key !== '' && !OVER.has(values['situation']))
      .flatMap((row) => {
        const missing = required.filter((field) => isNeeded(field, row.values) && lacks(row, field.key));
        return missing.map(({ key: field }) =>
          this.#finding(row, { field, code: missingCodes[filledBy(employeeField(field))], severity: 'warning' }),
        );
      });
  }
}

/**
 * What is to be corrected in « Salariés » on `on`: cells that cannot be read, values that are wrong by themselves or against each other,
 * values that several people share, what payroll needs and lacks. In the order of the sheet.
 */
export function checkEmployees(table: FoundTable, on: PlainDate): Finding[] {
  const { rows, findings } = parseTable(employeesTable, table);
  const checks = new EmployeeChecks(table, rows);
  const found = [...findings, ...checks.ofPeople(on), ...checks.ofSharedValues(), ...checks.ofMissing()];
  const rowOf = ({ place }: Finding) => (place && placeRow(place)) ?? 0;
  return found.sort((a, b) => rowOf(a) - rowOf(b));
}
