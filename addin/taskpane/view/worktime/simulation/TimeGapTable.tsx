import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { accountName } from '../../../../../shared/messages/fr/worktime/personPane.ts';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import { gapOf, type GapLine, type Sides, type TimeSimulationView } from '../../../model/worktime/timeSimulation.ts';
import { useLook } from '../../look.ts';
import { useFigures } from '../useFigures.ts';

interface RowsProps {
  readonly name: string;
  readonly minutes: Sides | null;
  readonly cost: Sides | null;
  /** Why there is no amount. */
  readonly note?: string | null;
}

/** The name of an account over both its sides, hours and euros under them: beside them, it would have no room. */
function GapRows({ name, minutes, cost, note = null }: RowsProps): ReactElement {
  const figures = useFigures();
  const look = useLook();
  const cell = (hours: string | null, amount: string | null) => (
    <td className={figures.figure}>
      {hours}
      {amount === null ? null : <div>{amount}</div>}
    </td>
  );
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={figures.over}>
          <Text size={200} weight="semibold" block>
            {name}
          </Text>
          {note === null ? null : (
            <Text size={200} className={look.quiet} block>
              {note}
            </Text>
          )}
        </th>
      </tr>
      <tr>
        {cell(minutes && text.hours(minutes.held), cost && text.euros(cost.held))}
        {cell(minutes && text.hours(minutes.tried), cost && text.euros(cost.tried))}
        {cell(minutes && text.signedHours(gapOf(minutes)), cost && text.signedEuros(gapOf(cost)))}
      </tr>
    </tbody>
  );
}

function noteOf({ isUnrated, isRest }: GapLine): string | null {
  if (isRest) return text.isRest;
  return isUnrated ? text.unrated : null;
}

/** Every account on both sides, and what all of them cost. */
export function TimeGapTable({ view: { accounts, cost } }: { readonly view: TimeSimulationView }): ReactElement {
  const figures = useFigures();
  if (accounts.length === 0) return <Text>{text.noHours}</Text>;
  const unrated = accounts.filter(({ isUnrated }) => isUnrated).map(({ code }) => code);
  return (
    <>
      <table className={figures.table}>
        <caption className={figures.caption}>{text.accountsCaption}</caption>
        <thead>
          <tr>
            {[text.headings.held, text.headings.tried, text.headings.gap].map((heading) => (
              <th key={heading} scope="col" className={figures.figure}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {accounts.map((line) => (
          <GapRows
            key={line.code}
            name={accountName(line.code, line.name)}
            minutes={line.minutes}
            cost={line.cost}
            note={cost && noteOf(line)}
          />
        ))}
        {cost ? <GapRows name={text.costLabel} minutes={null} cost={cost} /> : null}
      </table>
      {unrated.length === 0 ? null : <Text size={200}>{text.unratedAccounts(unrated)}</Text>}
    </>
  );
}
