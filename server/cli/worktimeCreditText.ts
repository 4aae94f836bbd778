/** The rest that Lucca would credit, in lines for a person. */
import { creditedName } from '../../shared/flows/worktime/restCredit.ts';
import { counterTotals, givenTo, type CreditSimulation } from '../../shared/flows/worktime/simulateCredit.ts';
import { creditAmount } from '../../shared/messages/fr/worktime/credit.ts';
import * as say from '../../shared/messages/fr/worktime/creditCli.ts';

/** Counters, then everybody: what is confirmed is read whole. */
export function creditLines(simulation: CreditSimulation): string[] {
  const { number, month, rows } = simulation;
  const totals = counterTotals(simulation).map((each) =>
    say.counterLine(each.counter, each.people, creditAmount(each.hundredths, each.unit)),
  );
  const people = rows.map((row) => {
    const given = givenTo(simulation, row).map((each) =>
      say.givenTo(each.counter, creditAmount(each.hundredths, each.unit)),
    );
    return say.personLine(creditedName(row), row.employeeNumber, given);
  });
  return [say.creditTitle(number, month), ...totals, ...people];
}
