import { useId, type ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/worktime/weekPane.ts';
import type { WeekDay, WeekPicture } from '../../model/worktime/timeWeek.ts';
import { WeekPatterns, weekFill } from './WeekPatterns.tsx';

const DAY = 1_440;
/** Pixels of a row, of the presence in it, and of the scale under the rows. */
const [ROW, BAR, SCALE] = [26, 12, 18];
const HOURS = [0, 6, 12, 18, 24];

const useStyles = makeStyles({
  frame: { display: 'flex', columnGap: '6px', alignItems: 'flex-start' },
  labels: { flexShrink: 0, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  label: { height: `${ROW}px`, lineHeight: `${ROW}px`, whiteSpace: 'nowrap' },
  drawing: { flexGrow: 1, minWidth: 0, overflow: 'visible' },
  line: { stroke: tokens.colorNeutralStroke2 },
  off: { fill: tokens.colorNeutralBackground4 },
  hour: { fill: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  presence: { fill: tokens.colorBrandBackground },
  beyond: { stroke: tokens.colorStatusDangerBorder2, strokeWidth: '1px' },
  control: { fill: tokens.colorStatusDangerForeground1, fontSize: '14px', fontWeight: tokens.fontWeightBold },
});

const share = (minutes: number) => `${(100 * minutes) / DAY}%`;

interface DayRowProps {
  readonly day: WeekDay;
  readonly top: number;
  readonly name: string;
}

/** One day: presence in the middle, what went beyond over it, absences under it, a mark where a limit was passed. */
function DayRow({ day, top, name }: DayRowProps): ReactElement {
  const styles = useStyles();
  const middle = top + (ROW - BAR) / 2 - 2;
  return (
    <>
      {day.presence.map(({ from, to }) => (
        <rect key={from} className={styles.presence} x={share(from)} width={share(to - from)} y={middle} height={BAR} />
      ))}
      {day.beyond.map(({ from, to }) => (
        <rect
          key={from}
          className={styles.beyond}
          fill={weekFill(name, 'beyond')}
          x={share(from)}
          width={share(to - from)}
          y={middle}
          height={BAR}
        />
      ))}
      {day.absences.map(({ half }, index) => (
        <rect
          key={index}
          fill={weekFill(name, 'absence')}
          x={half === 'am' ? '0%' : '50%'}
          width="50%"
          y={top + ROW - 8}
          height="6"
        />
      ))}
      {day.controls.length > 0 ? (
        <text className={styles.control} x="100%" textAnchor="end" y={top + ROW / 2 + 5}>
          ⚠
        </text>
      ) : null}
    </>
  );
}

function Grounds({ picture, name }: { readonly picture: WeekPicture; readonly name: string }): ReactElement {
  const styles = useStyles();
  const height = picture.days.length * ROW;
  return (
    <>
      {picture.days.map((day, at) =>
        day.notes.length > 0 || !day.isUnderContract ? (
          <rect key={day.date} className={styles.off} width="100%" y={at * ROW} height={ROW} />
        ) : null,
      )}
      {picture.night.map(({ from, to }) => (
        <rect key={from} fill={weekFill(name, 'night')} x={share(from)} width={share(to - from)} height={height} />
      ))}
      {picture.days.map(({ date }, at) => (
        <line key={date} className={styles.line} x1="0" x2="100%" y1={at * ROW} y2={at * ROW} />
      ))}
    </>
  );
}

function Scale({ top }: { readonly top: number }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <line className={styles.line} x1="0" x2="100%" y1={top} y2={top} />
      {HOURS.map((hour) => (
        <text
          key={hour}
          className={styles.hour}
          x={share(hour * 60)}
          y={top + SCALE - 4}
          textAnchor={hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'}
        >
          {hour} h
        </text>
      ))}
    </>
  );
}

/** Seven days over one another, from midnight to midnight. Told day by day under it: nothing here is heard. */
export function WeekDrawing({ picture }: { readonly picture: WeekPicture }): ReactElement {
  const styles = useStyles();
  const name = useId();
  const height = picture.days.length * ROW;
  return (
    <div className={styles.frame} aria-hidden="true">
      <div className={styles.labels}>
        {picture.days.map(({ date }) => (
          <div key={date} className={styles.label}>
            {text.dayLabel(date)}
          </div>
        ))}
      </div>
      <svg className={styles.drawing} width="100%" height={height + SCALE}>
        <WeekPatterns name={name} />
        <Grounds picture={picture} name={name} />
        {picture.days.map((day, at) => (
          <DayRow key={day.date} day={day} top={at * ROW} name={name} />
        ))}
        <Scale top={height} />
      </svg>
    </div>
  );
}
