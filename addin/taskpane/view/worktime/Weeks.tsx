import { useState, type ReactElement } from 'react';
import { Tab, TabList, Text, makeStyles } from '@fluentui/react-components';
import type { PlainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import * as text from '../../../../shared/messages/fr/worktime/weekPane.ts';
import { firstShown, type WeekDay, type WeekPicture } from '../../model/worktime/timeWeek.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { WeekLegend } from './WeekLegend.tsx';
import { WeekDrawing } from './WeekDrawing.tsx';

const useStyles = makeStyles({
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginLeft: '-6px' },
  panel: { display: 'flex', flexDirection: 'column', rowGap: '8px', flexShrink: 0 },
  days: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '2px' },
});

function DayLine({ day }: { readonly day: WeekDay }): ReactElement {
  return (
    <li>
      <Text size={200}>{text.dayText(day)}.</Text>
      {day.controls.map((each, index) => (
        <Text key={index} size={200} block>
          ⚠ {text.controlText(each)}
        </Text>
      ))}
    </li>
  );
}

/** One week at a time, drawn then told; the arrows go from week to week. */
export function Weeks({
  weeks,
  date,
}: {
  readonly weeks: readonly WeekPicture[];
  readonly date: PlainDate | null;
}): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const [monday, setMonday] = useState(() => firstShown(weeks, date)?.week.from);
  const shown = weeks.find(({ week }) => week.from === monday);
  if (!shown) return null;
  return (
    <>
      <ScreenTitle as="h3">{text.weeksTitle}</ScreenTitle>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={text.weeksLabel}
        selectTabOnFocus
        selectedValue={monday}
        onTabSelect={(_, { value }) => setMonday(weeks.find(({ week }) => week.from === value)?.week.from)}
      >
        {weeks.map(({ week }) => (
          <Tab key={week.from} id={`week-${week.from}`} value={week.from}>
            {text.weekTab(week.from)}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`week-${shown.week.from}`}>
        <Text size={200} className={look.quiet}>
          {text.weekTitle(shown.week.from)} ({text.weekStateNames[shown.state]})
        </Text>
        <WeekDrawing picture={shown} />
        <WeekLegend picture={shown} />
        {shown.controls.map((each, index) => (
          <Text key={index} size={200}>
            ⚠ {text.controlText(each)}
          </Text>
        ))}
        <ul className={styles.days} aria-label={text.daysLabel}>
          {shown.days.map((day) => (
            <DayLine key={day.date} day={day} />
          ))}
        </ul>
      </div>
    </>
  );
}
