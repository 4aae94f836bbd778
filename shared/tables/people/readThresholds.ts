import type { CountedTopic, Thresholds } from '../../domain/people/month/control.ts';
import type { TableState } from '../../flows/book.ts';
import { typedRows, type Reading } from '../typedRow.ts';
import { controlThresholdsTable, topicLabels } from './monthControlTable.ts';

const HUNDRED = 100;

/** Three vouchers, two days, five hours. */
export const usualThresholds: Thresholds = { vouchers: 300, absences: 400, hours: 500 };
export const countedTopics = Object.keys(usualThresholds) as CountedTopic[];

/** « Seuils du contrôle », in hundredths; the usual ones where nothing can be read. */
export function readThresholds(state: TableState | undefined): Reading<Thresholds> {
  const { rows, findings } = typedRows(controlThresholdsTable, state);
  const value: Record<CountedTopic, number> = { ...usualThresholds };
  for (const row of rows) {
    const topic = countedTopics.find((each) => topicLabels[each] === row.text('topic'));
    const typed = row.number('threshold');
    if (!topic || typed === null) continue;
    if (typed < 0) row.say('threshold', 'controlThresholdNegative', {}, 'warning');
    else value[topic] = Math.round(typed * HUNDRED);
  }
  return { value, findings };
}
