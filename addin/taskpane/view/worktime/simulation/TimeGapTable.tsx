import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { accountName } from '../../../../../shared/messages/fr/worktime/personPane.ts';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import { gapOf, type Sides, type TimeSimulationView } from '../../../model/worktime/timeSimulation.ts';
import { useFigures } from '../useFigures.ts';

interface RowProps {
  readonly name: string;
  readonly minutes: Sides | null;
  readonly cost: Sides | null;
}

/** One account on both sides: hours, and euros under them. */
function GapRow({ name, minutes, cost }: RowProps): ReactElement {
  const figures = useFigures();
  const cell = (hours: string | null, amount: string | null) => (
    <td className={figures.figure}>
      {hours}
      {amount === null ? null : <div>{amount}</div>}
    </td>
  );
  return (
    <tr>
      <th scope="row" className={figures.name}>
        {name}
      </th>
      {cell(minutes && text.hours(minutes.held), cost && text.euros(cost.held))}
      {cell(minutes && text.hours(minutes.tried), cost && text.euros(cost.tried))}
      {cell(minutes && text.signedHours(gapOf(minutes)), cost && text.signedEuros(gapOf(cost)))}
    </tr>
  );
}

/** Every account on both sides, and what all of them cost. */
export function TimeGapTable({ view: { accounts, cost } }: { readonly view: TimeSimulationView }): ReactElement {
  const figures = useFigures();
  if (accounts.length === 0) return <Text>{text.noHours}</Text>;
  return (
    <table className={figures.table}>
      <caption className={figures.caption}>{text.accountsCaption}</caption>
      <thead>
        <tr>
          <th scope="col" className={figures.name}>
            {text.headings.account}
          </th>
          {[text.headings.held, text.headings.tried, text.headings.gap].map((heading) => (
            <th key={heading} scope="col" className={figures.figure}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ code, name, minutes, cost: own }) => (
          <GapRow key={code} name={accountName(code, name)} minutes={minutes} cost={own} />
        ))}
        {cost ? <GapRow name={text.costLabel} minutes={null} cost={cost} /> : null}
      </tbody>
    </table>
  );
}
