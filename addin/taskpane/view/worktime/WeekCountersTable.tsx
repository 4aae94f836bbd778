import type { ReactElement } from 'react';
import { counterNames } from '../../../../shared/domain/worktime/ruleSet.ts';
import { hundredths } from '../../../../shared/domain/worktime/settlement.ts';
import * as text from '../../../../shared/messages/fr/worktime/personPane.ts';
import { hundredthsText } from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { weekTab } from '../../../../shared/messages/fr/worktime/weekPane.ts';
import type { WeekPicture } from '../../model/worktime/timeWeek.ts';
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useFigures } from './useFigures.ts';

const useStyles = makeStyles({ tight: { paddingLeft: '2px' } });

/** The five counters of each week of the month. */
export function WeekCountersTable({ weeks }: { readonly weeks: readonly WeekPicture[] }): ReactElement | null {
  const figures = useFigures();
  const styles = useStyles();
  if (weeks.length === 0) return null;
  return (
    <table className={figures.table}>
      <caption className={figures.caption}>{text.countersCaption}</caption>
      <thead>
        <tr>
          <th scope="col" className={figures.name}>
            {text.weekHeading}
          </th>
          {weeks.map(({ week }) => (
            <th key={week.from} scope="col" className={mergeClasses(figures.figure, styles.tight)}>
              {weekTab(week.from)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counterNames.map((name) => (
          <tr key={name}>
            <th scope="row" className={figures.name}>
              {text.counterLabels[name]}
            </th>
            {weeks.map(({ week, counters }) => (
              <td key={week.from} className={mergeClasses(figures.figure, styles.tight)}>
                {counters[name] === null ? text.unknownCounter : hundredthsText(hundredths(counters[name]))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
