/** One document that holds what an order is computed from, and the other way round. Pure. */
import { VOUCHERS_INPUT_VERSION, type VouchersInput } from '../../contracts/vouchersInput.ts';
import { monthOf, parsePlainDate, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import type { EmployeeValue } from '../../domain/people/employee.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { employeesTable } from '../../tables/employeesTable.ts';
import { inputTables } from '../../tables/vouchers/inputTables.ts';
import { rowsOf } from '../bookState.ts';
import { documentTables, snapshotOf } from '../tableDocuments.ts';
import { inputFields, secretCriteria } from './inputFields.ts';
import { monthsNeeded, type OrderSource } from './orderSource.ts';
import type { VoucherFacts } from './voucherFacts.ts';

type Lucca = VouchersInput['lucca'];

/** A row with these keys and no other. */
function only<K extends string>(...keys: readonly K[]) {
  return <T extends Readonly<Record<K, unknown>>>(row: T): Pick<T, K> =>
    Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<T, K>;
}

const contractKeys = only('employeeId', 'from', 'to', 'establishmentId', 'establishment');
const plannedKeys = only('employeeId', 'month', 'am', 'pm', 'days', 'meals');
const halfDayKeys = only('id', 'employeeId', 'accountId', 'date', 'half', 'minutes');
const mealKeys = only('id', 'employeeId', 'date', 'natureId', 'stage', 'moment');

function dateIn(value: EmployeeValue | undefined): PlainDate | null {
  return (typeof value === 'string' ? parsePlainDate(value) : undefined) ?? null;
}

/** Of people that payroll has not accepted, dates of contract and absences alone: they say whether Lucca is silent. */
function luccaOf({ snapshot, lucca, months }: OrderSource): Lucca {
  const accepted = new Set(rowsOf(snapshot, employeesTable.name).map(({ key }) => key));
  const isAccepted = ({ employeeId }: { readonly employeeId: string }) => accepted.has(employeeId);
  const { employees, accounts, natures } = lucca;
  return {
    months: [...months],
    people: employees.map(({ id, values: { contractStart, contractEnd } }) => {
      return { id, contractStart: dateIn(contractStart), contractEnd: dateIn(contractEnd) };
    }),
    contracts: lucca.contracts.filter(isAccepted).map(contractKeys),
    planning: lucca.planning.filter(isAccepted).map(plannedKeys),
    halfDays: lucca.halfDays.map(halfDayKeys),
    meals: lucca.meals.filter(isAccepted).map((meal) => ({ ...mealKeys(meal), isInvitation: meal.host !== null })),
    accounts: [...accounts],
    natures: [...natures],
  };
}

/** The document of what the order of `month` was computed from; or what keeps it from being written, at its cells. */
export function inputOf(source: OrderSource, month: PlainMonth): Result<VouchersInput, readonly Finding[]> {
  const secrets = secretCriteria(source.snapshot);
  if (secrets.length > 0) return fail(secrets);
  const tables = documentTables(inputTables, source.snapshot, inputFields(source.snapshot));
  if (!tables.ok) return tables;
  return ok({ version: VOUCHERS_INPUT_VERSION, month, tables: tables.value, lucca: luccaOf(source) });
}

function factsIn({ people, meals, ...lucca }: Lucca): VoucherFacts {
  return {
    ...lucca,
    employees: people.map(({ id, ...values }) => ({ id, values })),
    // Whose guest they were changes nothing.
    meals: meals.map(({ isInvitation, ...meal }) => ({ ...meal, host: isInvitation ? '' : null })),
  };
}

function within(lucca: VoucherFacts, months: readonly PlainMonth[]): VoucherFacts {
  const isIn = ({ date }: { readonly date: PlainDate }) => months.includes(monthOf(date));
  return {
    ...lucca,
    planning: lucca.planning.filter(({ month }) => months.includes(month)),
    halfDays: lucca.halfDays.filter(isIn),
    meals: lucca.meals.filter(isIn),
  };
}

/** What the order of `month` is computed from; or the months that it needs and that the document lacks. Others count for nothing. */
export function sourceOf({ tables, lucca }: VouchersInput, month: PlainMonth): Result<OrderSource, PlainMonth[]> {
  const snapshot = snapshotOf(inputTables, tables);
  const all = factsIn(lucca);
  const months = monthsNeeded(snapshot, within(all, []), month);
  const lacking = months.filter((each) => !lucca.months.includes(each));
  return lacking.length > 0 ? fail(lacking) : ok({ snapshot, lucca: within(all, months), months });
}
