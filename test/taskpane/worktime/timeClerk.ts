/** The clerk of a company that counts its working time. */
import { plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { TimeCompany } from '../../flows/worktime/timeCompany.ts';
import { Clerk } from '../voucherClerk.ts';

/** September 2026: person 1 worked 44 hours in the week of the 7th, person 2 waits for the approval of that week, and person 3 worked 35. */
export async function timeClerk(): Promise<Clerk<TimeCompany>> {
  const company = await TimeCompany.begun();
  company.week('1', '2026-09-07', 11, 9, 9, 8, 7);
  company.week('2', '2026-09-07', 8, 8, 8, 8, 8);
  company.wait('2', '2026-09-07');
  company.week('3', '2026-09-07', 7, 7, 7, 7, 7);
  return Clerk.of(company, plainMonth('2026-09'));
}

/** The same, the month computed and written. */
export async function calculated(): Promise<Clerk<TimeCompany>> {
  const clerk = await timeClerk();
  await (await clerk.pane.worktime()).computing.calculate();
  return clerk;
}
