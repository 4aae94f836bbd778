/** The attendance sheet of paper vouchers: who received how many, to be signed. It says neither days nor absences. */
import type { PlainDate, PlainMonth } from '../../calendar/plainDate.ts';
import type { Finding } from '../../finding.ts';
import type { Cents } from '../../money/money.ts';
import { fileFinding, personFinding } from '../../files/fileFindings.ts';
import type { OrderFileInput, OrderLine } from './orderInput.ts';
import { oneLine, unaccented } from '../../files/plainLetters.ts';
import { looksSecret } from '../../files/secrets.ts';
import { fileName } from '../../files/givenFile.ts';
import { controlTotal, type ControlTotal } from './voucherFile.ts';

export interface AttendanceLine {
  readonly name: string;
  readonly employeeNumber: string;
  /** At least one. */
  readonly number: number;
}

export interface AttendanceSheet {
  readonly order: string;
  readonly month: PlainMonth;
  readonly regulation: string;
  readonly issuer: string;
  /** Of one voucher, in cents. */
  readonly face: Cents;
  /** Day on which the order was frozen. */
  readonly on: PlainDate;
  /** What people must read beside their number, lines as they were typed; '' for nothing. */
  readonly complement: string;
  /** In alphabetical order, people too; '' for people of no known establishment. */
  readonly establishments: readonly { readonly name: string; readonly people: readonly AttendanceLine[] }[];
}

export interface AttendanceDraft {
  readonly name: string;
  readonly preview: readonly (readonly string[])[];
  readonly control: ControlTotal;
  readonly findings: readonly Finding[];
  readonly sheet: AttendanceSheet;
}

function sorted<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const key = (item: T) => unaccented(keyOf(item)).toUpperCase();
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

function lineOf({ person, number }: OrderLine): AttendanceLine {
  const name = oneLine(`${person.lastName.toUpperCase()} ${person.firstName}`);
  return { name, employeeNumber: oneLine(person.employeeNumber), number };
}

function secrets(line: OrderLine): Finding[] {
  const { name, employeeNumber } = lineOf(line);
  const fields = Object.entries({ Nom: name, Matricule: employeeNumber }).filter(([, text]) => looksSecret(text));
  return fields.map(([field]) => personFinding('fileSecret', line, field));
}

/** Characters of « Règles complémentaires » that are printed: half a page, under each establishment. */
export const MOST_COMPLEMENT = 2_000;

/** The sheet of the people of `input` whose vouchers are on paper, establishment by establishment. */
export function attendanceSheet(
  input: OrderFileInput,
  { order, on, complement }: Pick<AttendanceSheet, 'order' | 'on' | 'complement'>,
): AttendanceDraft {
  const lines = input.lines.filter(({ number, support }) => number > 0 && support === 'paper');
  const groups = new Map<string, AttendanceLine[]>();
  for (const line of lines) {
    const name = oneLine(line.establishment.name || line.establishment.code);
    groups.set(name, [...(groups.get(name) ?? []), lineOf(line)]);
  }
  const establishments = sorted([...groups], ([name]) => name).map(([name, people]) => ({
    name,
    people: sorted(people, (each) => `${each.name} ${each.employeeNumber}`),
  }));
  const { month, regulation, issuer, unit } = input;
  const isTooLong = complement.length > MOST_COMPLEMENT;
  return {
    name: fileName(['emargement', regulation, month], 'pdf'),
    preview: [
      ['Établissement', 'Matricule', 'Salarié', 'Titres'],
      ...establishments.flatMap(({ name, people }) =>
        people.map((each) => [name, each.employeeNumber, each.name, String(each.number)]),
      ),
    ],
    control: controlTotal(lines, unit),
    findings: [
      ...(lines.length === 0 ? [fileFinding('voucherAttendanceNothing', {}, 'warning')] : []),
      ...(isTooLong ? [fileFinding('voucherAttendanceRulesLong', { most: MOST_COMPLEMENT }, 'warning')] : []),
      ...lines.flatMap(secrets),
    ],
    sheet: {
      ...{ order, month, regulation, issuer, face: unit.face, on, establishments },
      complement: isTooLong ? '' : complement,
    },
  };
}
