import { useId, type ReactElement } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/worktime/weekPane.ts';
import type { WeekDay, WeekPicture } from '../../model/worktime/timeWeek.ts';
import { WeekPatterns, weekFill } from './WeekPatterns.tsx';

const useStyles = makeStyles({
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', margin: 0, padding: 0, listStyleType: 'none' },
  key: { display: 'flex', columnGap: '6px', alignItems: 'center' },
  swatch: { width: '18px', height: '12px', flexShrink: 0 },
  mark: { width: '18px', textAlign: 'center', flexShrink: 0, color: tokens.colorStatusDangerForeground1 },
});

type Sign = keyof typeof text.legend;

const shows: Readonly<Record<Sign, (day: WeekDay) => boolean>> = {
  presence: ({ presence }) => presence.length > 0,
  beyond: ({ beyond }) => beyond.length > 0,
  night: () => true,
  off: ({ notes, isUnderContract }) => notes.length > 0 || !isUnderContract,
  absence: ({ absences }) => absences.length > 0,
  control: ({ controls }) => controls.length > 0,
};

function fillOf(sign: Sign, name: string): string {
  if (sign === 'presence') return tokens.colorBrandBackground;
  if (sign === 'beyond' || sign === 'night' || sign === 'absence') return weekFill(name, sign);
  return tokens.colorNeutralBackground4;
}

/** What the signs of the drawing mean: those that it has. */
export function WeekLegend({ picture }: { readonly picture: WeekPicture }): ReactElement {
  const styles = useStyles();
  const name = useId();
  const signs = (Object.keys(shows) as Sign[]).filter((sign) => picture.days.some(shows[sign]));
  return (
    <ul className={styles.legend} aria-label={text.legendLabel}>
      {signs.map((sign) => (
        <li key={sign} className={styles.key}>
          {sign === 'control' ? (
            <Text className={styles.mark} aria-hidden="true">
              ⚠
            </Text>
          ) : (
            <svg className={styles.swatch} aria-hidden="true">
              <WeekPatterns name={`${name}${sign}`} />
              <rect width="100%" height="100%" fill={fillOf(sign, `${name}${sign}`)} />
            </svg>
          )}
          <Text size={200}>{text.legend[sign]}</Text>
        </li>
      ))}
    </ul>
  );
}
