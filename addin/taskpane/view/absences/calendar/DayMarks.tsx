import type { ReactElement } from 'react';
import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CalendarCategory, CalendarEntry } from '../../../../../shared/domain/absences/calendar/entry.ts';
import { isAway, type CalendarDay } from '../../../../../shared/domain/absences/calendar/monthCalendar.ts';
import {
  absenceLetters,
  categoryName,
  holidayLetter,
  holidayName,
} from '../../../../../shared/messages/fr/absences/calendar.ts';
import { isWholeDay, legendLabel } from '../../../../../shared/messages/fr/absences/calendarPane.ts';

const useStyles = makeStyles({
  halves: { display: 'flex', flexDirection: 'column', minHeight: '36px', rowGap: '1px' },
  half: { display: 'flex', flexDirection: 'column', flexGrow: 1, flexBasis: 0, minHeight: '17px', rowGap: '1px' },
  mark: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    boxSizing: 'border-box',
    minHeight: '17px',
    fontSize: '12px',
    lineHeight: '14px',
    fontWeight: tokens.fontWeightSemibold,
    borderRadius: tokens.borderRadiusSmall,
  },
  key: { flexGrow: 0, flexShrink: 0, width: '30px' },
  holiday: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', margin: 0, padding: 0, listStyleType: 'none' },
  item: { display: 'flex', columnGap: '6px', alignItems: 'center' },
});

const look = (backgroundColor: string, color: string, border: string) => ({
  backgroundColor,
  color,
  border: `1px solid ${border}`,
});

/** One colour for each category; its letters say the same to whoever does not see it. */
const useColours = makeStyles({
  paidLeave: look(
    tokens.colorPaletteForestBackground2,
    tokens.colorPaletteForestForeground2,
    tokens.colorPaletteForestBorderActive,
  ),
  rtt: look(
    tokens.colorPaletteRoyalBlueBackground2,
    tokens.colorPaletteRoyalBlueForeground2,
    tokens.colorPaletteRoyalBlueBorderActive,
  ),
  rest: look(
    tokens.colorPaletteLightTealBackground2,
    tokens.colorPaletteLightTealForeground2,
    tokens.colorPaletteLightTealBorderActive,
  ),
  paidAbsence: look(
    tokens.colorPaletteLavenderBackground2,
    tokens.colorPaletteLavenderForeground2,
    tokens.colorPaletteLavenderBorderActive,
  ),
  unpaidLeave: look(
    tokens.colorPalettePumpkinBackground2,
    tokens.colorPalettePumpkinForeground2,
    tokens.colorPalettePumpkinBorderActive,
  ),
  remoteWork: look(
    tokens.colorPaletteBrassBackground2,
    tokens.colorPaletteBrassForeground2,
    tokens.colorPaletteBrassBorderActive,
  ),
  sickChild: look(
    tokens.colorPalettePinkBackground2,
    tokens.colorPalettePinkForeground2,
    tokens.colorPalettePinkBorderActive,
  ),
  partialActivity: look(
    tokens.colorPaletteBrownBackground2,
    tokens.colorPaletteBrownForeground2,
    tokens.colorPaletteBrownBorderActive,
  ),
  parentalLeave: look(
    tokens.colorPaletteMagentaBackground2,
    tokens.colorPaletteMagentaForeground2,
    tokens.colorPaletteMagentaBorderActive,
  ),
  movingHouse: look(
    tokens.colorPaletteSeafoamBackground2,
    tokens.colorPaletteSeafoamForeground2,
    tokens.colorPaletteSeafoamBorderActive,
  ),
  bereavement: look(
    tokens.colorPaletteSteelBackground2,
    tokens.colorPaletteSteelForeground2,
    tokens.colorPaletteSteelBorderActive,
  ),
  marriage: look(
    tokens.colorPaletteGoldBackground2,
    tokens.colorPaletteGoldForeground2,
    tokens.colorPaletteGoldBorderActive,
  ),
  birth: look(
    tokens.colorPaletteNavyBackground2,
    tokens.colorPaletteNavyForeground2,
    tokens.colorPaletteNavyBorderActive,
  ),
  therapeuticPartTime: look(
    tokens.colorPaletteGrapeBackground2,
    tokens.colorPaletteGrapeForeground2,
    tokens.colorPaletteGrapeBorderActive,
  ),
  stoppage: look(
    tokens.colorPaletteCranberryBackground2,
    tokens.colorPaletteCranberryForeground2,
    tokens.colorPaletteCranberryBorderActive,
  ),
  outside: look(
    tokens.colorPaletteBeigeBackground2,
    tokens.colorPaletteBeigeForeground2,
    tokens.colorPaletteBeigeBorderActive,
  ),
  other: look(
    tokens.colorPalettePlatinumBackground2,
    tokens.colorPalettePlatinumForeground2,
    tokens.colorPalettePlatinumBorderActive,
  ),
  unbound: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
  },
} satisfies Readonly<Record<CalendarCategory, object>>);

/** The fill of the bar of a category. */
export function useBarColour(): (category: CalendarCategory) => string {
  const colours = useColours();
  return (category) => colours[category];
}

function Mark({ entry: { category, minutes } }: { readonly entry: CalendarEntry }): ReactElement {
  const styles = useStyles();
  const colours = useColours();
  return (
    <span className={mergeClasses(styles.mark, colours[category])}>
      {absenceLetters[category]}
      {minutes === null ? '' : 'h'}
    </span>
  );
}

/** A category as the days show it. */
export function CategoryKey({ category }: { readonly category: CalendarCategory }): ReactElement {
  const styles = useStyles();
  const colours = useColours();
  return (
    <span aria-hidden="true" className={mergeClasses(styles.mark, styles.key, colours[category])}>
      {absenceLetters[category]}
    </span>
  );
}

/** A day in letters and colours: its morning above, its afternoon below, a whole day over both. Nothing of it is heard. */
export function DayMarks({ day }: { readonly day: CalendarDay }): ReactElement {
  const styles = useStyles();
  const [entry] = day.am;
  if (!isAway(day))
    return (
      <span aria-hidden="true" className={styles.halves}>
        {day.holiday === null ? null : (
          <span className={mergeClasses(styles.mark, styles.holiday)}>{holidayLetter}</span>
        )}
      </span>
    );
  if (entry && isWholeDay(day))
    return (
      <span aria-hidden="true" className={styles.halves}>
        <Mark entry={entry} />
      </span>
    );
  return (
    <span aria-hidden="true" className={styles.halves}>
      {(['am', 'pm'] as const).map((half) => (
        <span key={half} className={styles.half}>
          {day[half].map((each, at) => (
            <Mark key={at} entry={each} />
          ))}
        </span>
      ))}
    </span>
  );
}

interface LegendProps {
  readonly categories: readonly CalendarCategory[];
  readonly hasHoliday: boolean;
}

/** What letters and colours stand for. */
export function Legend({ categories, hasHoliday }: LegendProps): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.legend} aria-label={legendLabel}>
      {categories.map((category) => (
        <li key={category} className={styles.item}>
          <CategoryKey category={category} />
          <Text size={200}>{categoryName(category)}</Text>
        </li>
      ))}
      {hasHoliday ? (
        <li className={styles.item}>
          <span aria-hidden="true" className={mergeClasses(styles.mark, styles.key, styles.holiday)}>
            {holidayLetter}
          </span>
          <Text size={200}>{holidayName}</Text>
        </li>
      ) : null}
    </ul>
  );
}
