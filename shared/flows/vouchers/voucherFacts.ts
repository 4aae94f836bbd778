/** What an order takes of all that Lucca says. A mirror holds it, and more. */
import type { ContractSpan, ExpenseNature, LeaveAccount, MealOfEmployee } from '../../contracts/voucherSchemas.ts';
import type { PlannedMonth } from '../../domain/calendar/plannedMonth.ts';
import type { Employee } from '../../domain/people/employee.ts';
import type { AbsentHalf } from '../../domain/vouchers/facts.ts';

export type ContractPlace = Pick<ContractSpan, 'employeeId' | 'from' | 'to' | 'establishmentId' | 'establishment'>;

export interface VoucherFacts {
  /** Dates of their contracts are all that is looked at. */
  readonly employees: readonly Pick<Employee, 'id' | 'values'>[];
  readonly contracts: readonly ContractPlace[];
  readonly planning: readonly PlannedMonth[];
  readonly halfDays: readonly (AbsentHalf & { readonly employeeId: string })[];
  readonly meals: readonly MealOfEmployee[];
  readonly accounts: readonly LeaveAccount[];
  readonly natures: readonly ExpenseNature[];
}
