/** What a run reads besides people, contracts and absences, where it is asked for. */
import type { PlainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { Topic } from '../../shared/contracts/schemas.ts';
import { luccaRightNames } from '../../shared/messages/fr/lucca.ts';
import type { Pull, PullOptions } from './connector.ts';
import type { PeopleSources } from './mapping/employees.ts';
import { ifAllowed } from './optional.ts';
import { readMeals } from './readMeals.ts';
import { readPlanning } from './readPlanning.ts';
import { readTime } from './readTime.ts';
import type { Session } from './session.ts';

const RIGHTS = {
  planning: luccaRightNames.planning,
  meals: luccaRightNames.expenses,
  time: luccaRightNames.time,
} as const satisfies Readonly<Record<Topic, () => string>>;

type Topics = Pick<
  Pull,
  'planning' | 'meals' | 'expenseNatures' | 'timeEntries' | 'timesheets' | 'workingTimes' | 'missingRights'
>;

/** What a key may not read is told, and the rest goes on. A right that was missing stays so until its topic is asked again. */
export async function readTopics(
  session: Session,
  months: readonly PlainMonth[],
  { topics = [], missingRights: before = [] }: Pick<PullOptions, 'topics' | 'missingRights'>,
  { users }: PeopleSources,
  contracts: Pull['contracts'],
): Promise<Topics> {
  const asked = new Set(topics.map((topic) => RIGHTS[topic]()));
  const missing = before.filter((right) => !asked.has(right));
  const read = async <T>(topic: Topic, work: () => Promise<T | undefined>) => {
    if (!topics.includes(topic)) return undefined;
    session.progress.step(topic);
    const found = await ifAllowed(work());
    if (found === undefined) missing.push(RIGHTS[topic]());
    return found;
  };
  const planning = await read('planning', () => readPlanning(session, months, users, contracts));
  const expenses = await read('meals', () => readMeals(session, months, users));
  const time = await read('time', () => readTime(session, months, users, contracts));
  return {
    planning,
    meals: expenses?.meals,
    expenseNatures: expenses?.natures,
    timeEntries: time?.entries,
    timesheets: time?.sheets,
    workingTimes: time?.workingTimes,
    missingRights: topics.length === 0 ? undefined : missing,
  };
}
