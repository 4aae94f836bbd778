/** Random lives of a small company: what Lucca and a clerk may do, drawn by numbers so that a failure can be played again. */
import fc from 'fast-check';
import { addDays, isoWeekday, plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { EmployeeFieldKey } from '../../shared/domain/people/employeeFields.ts';
import { blank, displayed, numberCell, textCell, type Cell } from '../../shared/domain/review/cell.ts';
import { absencesTable } from '../../shared/tables/absencesTable.ts';
import type { TableDeclaration } from '../../shared/tables/declaration.ts';
import { employeesTable } from '../../shared/tables/employeesTable.ts';
import type { StoredRow } from '../support/memoryBook.ts';
import { halfDay, IBAN, OTHER_IBAN, person, SmallCompany } from '../support/smallCompany.ts';

const deeds = [
  'arrive',
  'change',
  'change',
  'bank',
  'hide',
  'leave',
  'absence',
  'absence',
  'cancel',
  'lengthen',
  'type',
  'type',
  'empty',
  'formula',
  'note',
  'delete',
  'ownRow',
  'sort',
  'dropColumn',
  'putBackColumn',
  'correctAbsence',
] as const;

type Deed = (typeof deeds)[number];

export interface Event {
  readonly deed: Deed | 'apply' | 'undo' | 'fault';
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const event = (of: readonly Event['deed'][]) =>
  fc.record({ deed: fc.constantFrom(...of), a: fc.nat(999), b: fc.nat(999), c: fc.nat(999) });

/** What happens between two looks at the review. */
export const happenings = fc.array(event(deeds), { maxLength: 6 });
export const lives = fc.array(event([...deeds, 'apply', 'apply', 'apply', 'apply', 'apply', 'undo', 'fault']), {
  minLength: 8,
  maxLength: 28,
});

const values: readonly (readonly [EmployeeFieldKey, readonly (string | number | boolean | null)[]])[] = [
  ['lastName', ['Martin', 'Durand', 'Ζαΐμης', '=1+1', "'t Hooft", 'ŉ 😀']],
  ['city', ['Lille', 'Brest', 'Lyon', null]],
  ['iban', [IBAN, OTHER_IBAN, null]],
  ['bic', ['AGRIFRPP', null]],
  ['nir', ['185057800608436', null]],
  ['contractEnd', ['2026-10-31', '2026-09-30', null]],
  ['contractStart', ['2021-01-01', '2026-11-02', null]],
  ['dependentChildren', [0, 1, 2, null]],
  ['student', [true, false, null]],
  ['birthDate', ['1990-05-06', '1899-12-31', null]],
];
const accounts = [
  [IBAN, 'AGRIFRPP'],
  [OTHER_IBAN, 'PSSTFRPPLIL'],
  ['DE89370400440532013000', 'COBADEFF'],
] as const;
const PEOPLE = 7;
const LEAVES = 6;
/** Never what Lucca says: a cell that holds one was typed. */
const typings = ['Paie 1', 'Paie 2', 'paie = 3'];
const typedColumns = ['lastName', 'city', 'iban', 'situation', 'contractEnd', 'student', 'nir', 'bic'] as const;
const droppable = ['city', 'situation', 'missing', 'iban', 'student'];
const order = ['lastName', 'city', 'luccaId'];

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from[at % Math.max(1, from.length)];
}

/** A company, and what its clerk typed that must stay until they say otherwise. */
export class Life extends SmallCompany {
  /** `[id, column]` as JSON → what was typed. */
  readonly typed = new Map<string, Cell>();

  constructor() {
    super();
    this.months = [plainMonth('2026-09'), plainMonth('2026-10')];
    this.account.months = this.months;
    this.account.employees = [person('1'), person('2'), person('3')];
    this.account.halfDays = [halfDay('1', '2026-10-05', 'am'), halfDay('1', '2026-10-05', 'pm')];
  }

  do({ deed, a, b, c }: Event): void {
    const act = this.#deeds[deed as Deed] as ((a: number, b: number, c: number) => void) | undefined;
    act?.(a, b, c);
  }

  #deeds: Readonly<Record<Deed, (a: number, b: number, c: number) => void>> = {
    arrive: (a) => {
      const id = String((a % PEOPLE) + 1);
      if (!this.account.employees.some((each) => each.id === id)) this.account.employees.push(person(id));
    },
    change: (a, b, c) => {
      const [field, pool] = pick(values, b) ?? ['city', []];
      this.#employee(a, (held) => ({ ...held, [field]: pick(pool, c) ?? null }));
    },
    bank: (a, b, c) => {
      const [iban, bic] = pick(accounts, b + c) ?? [];
      this.#employee(a, (held) => ({ ...held, iban, bic }));
    },
    hide: (a, b) => {
      const [field] = pick(values, b) ?? ['city'];
      this.#employee(a, (held) => Object.fromEntries(Object.entries(held).filter(([key]) => key !== field)));
    },
    leave: (a) => {
      this.account.employees.splice(a % Math.max(1, this.account.employees.length), 1);
    },
    absence: (a, b, c) => this.#absence(String((a % LEAVES) + 1), b, c),
    cancel: (a) => {
      this.account.halfDays.splice(a % Math.max(1, this.account.halfDays.length), 1);
    },
    lengthen: (a) => {
      const last = pick(this.account.halfDays, a);
      if (!last) return;
      const next = last.half === 'am' ? last.date : this.#weekday(addDays(last.date, 1));
      this.#add({ ...last, date: next, half: last.half === 'am' ? 'pm' : 'am' });
    },
    type: (a, b, c) => this.#type(a, b, textCell(pick(typings, c) ?? '')),
    empty: (a, b) => this.#type(a, b, blank),
    formula: (a, b) => {
      const row = pick(this.rowsIn(employeesTable), a);
      const column = pick(typedColumns, b) ?? 'city';
      if (row && this.#holds(column)) row.formulas = [...new Set([...(row.formulas ?? []), column])];
    },
    note: (a, b, c) => {
      const row = pick(this.rowsIn(b % 2 === 0 ? employeesTable : absencesTable), a);
      if (row) row.others = [{ heading: 'Note', cell: textCell(`note ${c % 3}`) }];
    },
    delete: (a, b) => {
      const rows = this.rowsIn(b % 3 === 0 ? absencesTable : employeesTable);
      const [gone] = rows.splice(a % Math.max(1, rows.length), 1);
      const id = displayed(gone?.cells['luccaId'] ?? blank);
      for (const column of typedColumns) this.typed.delete(JSON.stringify([id, column]));
    },
    ownRow: (a, b) => {
      const table = b % 2 === 0 ? employeesTable : absencesTable;
      const key = a % 3 === 0 ? {} : { [table.key]: textCell(`EXT${a % 4}`) };
      const isTaken = this.keys(table).includes(`EXT${a % 4}`);
      const own = { ...key, lastName: textCell('Prestataire'), from: textCell('07/10/2026') };
      if (!isTaken || a % 3 === 0) this.rowsIn(table).push({ cells: own, others: [] });
    },
    sort: (a, b) => {
      const [key, way] = [pick(order, a) ?? 'luccaId', b % 2 === 0 ? 1 : -1];
      const text = ({ cells }: StoredRow) => displayed(cells[key] ?? blank);
      for (const table of [employeesTable, absencesTable])
        this.rowsIn(table).sort((x, y) => (text(x) < text(y) ? -way : text(x) > text(y) ? way : 0));
    },
    dropColumn: (a) => {
      const column = pick(droppable, a) ?? 'city';
      this.book.removedColumns.set(employeesTable.name, [column]);
      for (const row of this.rowsIn(employeesTable)) {
        row.cells = Object.fromEntries(Object.entries(row.cells).filter(([key]) => key !== column));
        row.formulas = (row.formulas ?? []).filter((key) => key !== column);
      }
      for (const place of [...this.typed.keys()]) if (place.endsWith(`,"${column}"]`)) this.typed.delete(place);
    },
    putBackColumn: () => {
      this.book.removedColumns.clear();
    },
    correctAbsence: (a, b) => {
      const row = pick(this.rowsIn(absencesTable), a);
      if (row) row.cells['days'] = numberCell((b % 8) / 2);
    },
  };

  rowsIn(table: TableDeclaration): StoredRow[] {
    return this.book.rows(table);
  }

  #holds(column: string): boolean {
    return !(this.book.removedColumns.get(employeesTable.name) ?? []).includes(column);
  }

  #employee(a: number, change: (values: Record<string, unknown>) => Record<string, unknown>): void {
    const { employees } = this.account;
    const held = pick(employees, a);
    if (held) employees[employees.indexOf(held)] = { id: held.id, values: change({ ...held.values }) };
  }

  #weekday(date: ReturnType<typeof plainDate>) {
    return isoWeekday(date) <= 5 ? date : addDays(date, 8 - isoWeekday(date));
  }

  #absence(leaveId: string, b: number, c: number): void {
    const date = this.#weekday(addDays(plainDate('2026-09-21'), b % 30));
    const hours = { accountId: '12', accountName: 'RTT heures', minutes: 30 + (c % 7) * 35 };
    const employeeId = String((c % PEOPLE) + 1);
    this.#add(halfDay(leaveId, date, c % 2 === 0 ? 'am' : 'pm', { employeeId, ...(b % 4 === 0 ? hours : {}) }));
  }

  /** Lucca gives one row per half-day of a request and account, and a request is one person's. */
  #add(wanted: ReturnType<typeof halfDay>): void {
    const { halfDays } = this.account;
    const owner = halfDays.find(({ leaveId }) => leaveId === wanted.leaveId)?.employeeId ?? wanted.employeeId;
    const id = `${wanted.leaveId}-${wanted.accountId}-${wanted.date}-${wanted.half}`;
    if (!halfDays.some((each) => each.id === id)) halfDays.push({ ...wanted, employeeId: owner, id });
  }

  #type(a: number, b: number, cell: Cell): void {
    const row = pick(this.rowsIn(employeesTable), a);
    const column = pick(typedColumns, b) ?? 'city';
    const id = displayed(row?.cells['luccaId'] ?? blank);
    if (!row || id === '' || !this.#holds(column)) return;
    row.cells[column] = cell;
    row.formulas = (row.formulas ?? []).filter((key) => key !== column);
    // What is emptied may be what Lucca then empties: agreed upon, it follows Lucca again.
    const place = JSON.stringify([id, column]);
    if ('blank' in cell) this.typed.delete(place);
    else this.typed.set(place, cell);
  }
}
