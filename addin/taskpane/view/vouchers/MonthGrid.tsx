import type { ReactElement } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { dayMarks, dayName, weekdays, type DayMark } from '../../../../shared/messages/fr/vouchers/days.ts';
import { monthName } from '../../../../shared/messages/fr/words.ts';
import type { CalendarDay, CalendarMonth } from '../../model/vouchersMonth.ts';
import { useLook } from '../look.ts';

const stripes = (angle: string, colour: string) =>
  `repeating-linear-gradient(${angle}, transparent 0 5px, ${colour} 5px 6px)`;

/** Stripes never run under a letter: in high contrast they have its colour. */
const sign = { backgroundColor: 'inherit', padding: '0 3px' };
const line = { ...sign, display: 'block', width: 'fit-content', margin: '0 auto' };

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'separate', borderSpacing: '2px', flexShrink: 0 },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '0 2px 4px' },
  weekday: {
    textAlign: 'center',
    fontSize: '12px',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: 0,
  },
  cell: {
    padding: '2px 0',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    position: 'relative',
  },
  empty: { padding: 0, border: 'none' },
  sign,
  number: { ...line, fontSize: '12px', lineHeight: '14px' },
  letter: { ...line, fontSize: '15px', lineHeight: '18px', fontWeight: tokens.fontWeightBold },
  faint: { color: tokens.colorNeutralForeground3 },
  key: { display: 'inline-block', minWidth: '26px', padding: '1px 0', textAlign: 'center', flexShrink: 0 },
});

/** One colour and one pattern for each mark; the letter says the same to whoever sees neither. */
const useMarkStyles = makeStyles({
  given: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  absence: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundImage: stripes('135deg', tokens.colorStatusDangerBorder1),
  },
  meal: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundImage: stripes('45deg', tokens.colorStatusWarningBorder1),
  },
  publicHoliday: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  partialDay: { backgroundColor: tokens.colorNeutralBackground3, border: `1px dashed ${tokens.colorNeutralStroke1}` },
  notPlanned: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
  alreadyGiven: {
    color: tokens.colorStatusSuccessForeground1,
    border: `1px dashed ${tokens.colorStatusSuccessBorder1}`,
  },
  unknown: { border: `2px dashed ${tokens.colorStatusDangerBorder1}`, color: tokens.colorPaletteRedForeground1 },
  outside: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
  noted: { border: `1px dotted ${tokens.colorNeutralStroke1}` },
});

function Day({ day }: { readonly day: CalendarDay }): ReactElement {
  const styles = useStyles();
  const marks = useMarkStyles();
  const look = useLook();
  const { date, mark, sentences } = day;
  const sentence = sentences.length === 0 ? dayName(date) : `${dayName(date)} : ${sentences.join(' ; ')}`;
  return (
    <td className={mergeClasses(styles.cell, mark === null ? styles.faint : marks[mark])} title={sentence}>
      <span aria-hidden="true" className={styles.number}>
        {Number(date.slice(8))}
      </span>
      <span aria-hidden="true" className={styles.letter}>
        {mark === null ? '\u00a0' : dayMarks[mark].letter}
      </span>
      <span className={look.heard}>{sentence}</span>
    </td>
  );
}

/** A month of one person: a letter, a colour and a pattern for each day, and a sentence for whoever listens. */
export function MonthGrid({ month }: { readonly month: CalendarMonth }): ReactElement {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{monthName(month.month)}</caption>
      <thead>
        <tr>
          {weekdays.map(([short, long]) => (
            <th key={long} scope="col" abbr={long} className={styles.weekday}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, column) =>
              day ? <Day key={day.date} day={day} /> : <td key={column} className={styles.empty} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A mark as the calendar shows it, for the legend and the list of days. */
export function MarkKey({ mark }: { readonly mark: DayMark }): ReactElement {
  const styles = useStyles();
  const marks = useMarkStyles();
  return (
    <span aria-hidden="true" className={mergeClasses(styles.cell, marks[mark], styles.key)}>
      <span className={styles.sign}>{dayMarks[mark].letter}</span>
    </span>
  );
}
