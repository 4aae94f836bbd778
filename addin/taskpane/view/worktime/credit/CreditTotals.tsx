import type { ReactElement } from 'react';
import { counterTotals, type CreditSimulation } from '../../../../../shared/flows/worktime/simulateCredit.ts';
import { creditAmount } from '../../../../../shared/messages/fr/worktime/credit.ts';
import * as text from '../../../../../shared/messages/fr/worktime/creditPane.ts';
import { useFigures } from '../useFigures.ts';

/** What each counter of Lucca would be given. */
export function CreditTotals({ simulation }: { readonly simulation: CreditSimulation }): ReactElement {
  const figures = useFigures();
  const [counter, people, amount] = text.totalsHeadings;
  return (
    <table className={figures.table}>
      <caption className={figures.caption}>{text.totalsCaption}</caption>
      <thead>
        <tr>
          <th scope="col" className={figures.name}>
            {counter}
          </th>
          {[people, amount].map((heading) => (
            <th key={heading} scope="col" className={figures.figure}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counterTotals(simulation).map((each) => (
          <tr key={each.counter}>
            <th scope="row" className={figures.name}>
              {each.counter}
            </th>
            <td className={figures.figure}>{text.figure(each.people)}</td>
            <td className={figures.figure}>{creditAmount(each.hundredths, each.unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
