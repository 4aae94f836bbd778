/** The rest that Lucca would credit, for a person and for a machine. */
import type { CreditSimulation } from '../../shared/flows/worktime/simulateCredit.ts';
import { creditedName } from '../../shared/flows/worktime/restCredit.ts';
import { creditAmount } from '../../shared/messages/fr/worktime/credit.ts';
import * as say from '../../shared/messages/fr/worktime/creditCli.ts';

/** What each counter gets: `hundredths` of its unit, for so many people. */
export function counterTotals({ counters, rows }: CreditSimulation) {
  return counters.map(({ name, unit }, at) => {
    const given = rows.flatMap(({ amounts }) => amounts[at] ?? []);
    return { counter: name, unit, people: given.length, hundredths: given.reduce((sum, each) => sum + each, 0) };
  });
}

/** Counters, then everybody: what is confirmed is read whole. */
export function creditLines(simulation: CreditSimulation): string[] {
  const { number, month, counters, rows } = simulation;
  const totals = counterTotals(simulation).map((each) =>
    say.counterLine(each.counter, each.people, creditAmount(each.hundredths, each.unit)),
  );
  const people = rows.map((row) => {
    const given = counters.flatMap(({ name, unit }, at) => {
      const amount = row.amounts[at] ?? null;
      return amount === null ? [] : [say.givenTo(name, creditAmount(amount, unit))];
    });
    return say.personLine(creditedName(row), row.employeeNumber, given);
  });
  return [say.creditTitle(number, month), ...totals, ...people];
}
