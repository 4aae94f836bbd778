import { useId, useMemo, useState, type ReactElement } from 'react';
import { Field, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { timeChart, type ChartBar, type ChartBy } from '../../model/worktime/timeChart.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { SeriesPatterns, seriesFill } from './SeriesPatterns.tsx';

const useStyles = makeStyles({
  words: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: '8px' },
  name: { overflowWrap: 'anywhere' },
  bar: { display: 'block', width: '100%', height: '14px' },
  track: { fill: tokens.colorNeutralBackground4 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', margin: 0, padding: 0, listStyleType: 'none' },
  key: { display: 'flex', columnGap: '6px', alignItems: 'center' },
  swatch: { width: '18px', height: '14px', flexShrink: 0 },
});

interface BarProps {
  readonly bar: ChartBar;
  readonly by: ChartBy;
  readonly largest: number;
  /** Begins the names of the patterns. */
  readonly name: string;
}

function barTitle({ name }: ChartBar, by: ChartBy): string {
  if (by === 'week') return text.weekName(name);
  return name === '' ? text.noEstablishment : name;
}

function Bar({ bar, by, largest, name }: BarProps): ReactElement {
  const styles = useStyles();
  const share = (minutes: number) => `${(100 * minutes) / largest}%`;
  const starts = bar.parts.map((_, at) => bar.parts.slice(0, at).reduce((sum, { minutes }) => sum + minutes, 0));
  return (
    <li>
      <div className={styles.words}>
        <Text size={200} weight="semibold" className={styles.name}>
          {barTitle(bar, by)}
        </Text>
        <Text size={200}>{text.barText(bar.parts)}</Text>
      </div>
      <svg className={styles.bar} aria-hidden="true">
        <rect className={styles.track} width="100%" height="14" />
        {bar.parts.map(({ code, series, minutes }, at) => (
          <rect
            key={code}
            x={share(starts[at] ?? 0)}
            width={share(minutes)}
            height="14"
            fill={seriesFill(name, series)}
          />
        ))}
      </svg>
    </li>
  );
}

/** What rules posted, bars stacked by account; each says its figures in words, and each account has its own pattern. */
export function TimeChart({ computation }: { readonly computation: WorktimeComputation }): ReactElement | null {
  const styles = useStyles();
  const look = useLook();
  const name = useId();
  const [by, setBy] = useState<ChartBy>('establishment');
  const { accounts, bars } = useMemo(() => timeChart(computation, by), [computation, by]);
  if (bars.length === 0) return null;
  const largest = Math.max(...bars.map(({ minutes }) => minutes));
  return (
    <>
      <ScreenTitle as="h3">{text.chartTitle}</ScreenTitle>
      <Field label={text.chartByLabel}>
        <Select value={by} onChange={(_, { value }) => setBy(value === 'week' ? 'week' : 'establishment')}>
          <option value="establishment">{text.chartBy.establishment}</option>
          <option value="week">{text.chartBy.week}</option>
        </Select>
      </Field>
      <SeriesPatterns name={name} count={accounts.length} />
      <ul className={styles.legend} aria-label={text.legendLabel}>
        {accounts.map(({ code, name: title }, series) => (
          <li key={code} className={styles.key}>
            <svg className={styles.swatch} aria-hidden="true">
              <rect width="100%" height="100%" fill={seriesFill(name, series)} />
            </svg>
            <Text size={200}>{title}</Text>
          </li>
        ))}
      </ul>
      <ul className={look.plain} aria-label={text.chartTitle}>
        {bars.map((bar) => (
          <Bar key={bar.name} bar={bar} by={by} largest={largest} name={name} />
        ))}
      </ul>
    </>
  );
}
