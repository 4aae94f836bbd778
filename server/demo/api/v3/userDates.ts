import { addDays, isDay } from '../../company/days.ts';
import { halvesOnLeave } from '../../company/leavePeriods.ts';
import { scheduledDay, type ScheduledDay, type ScheduledHalf } from '../../company/schedule.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { duration } from './duration.ts';
import type { Collection } from './query.ts';
import { date, flag, json, number, text, type Resource } from './resource.ts';
import { visiblePeople } from './users.ts';

/** One date with the halves on leave. */
interface DatedDay extends ScheduledDay {
  readonly onLeave: ReadonlySet<'am' | 'pm'>;
}

/** Half a day of a person counted in days. */
const HALF_A_DAY = 720;
const PEOPLE_PER_CALL = 10;
const DAYS_PER_CALL = 31;

const minutesOf = ({ minutes }: ScheduledHalf): number => minutes ?? HALF_A_DAY;

const theoretical = ({ am, pm }: DatedDay): number => minutesOf(am) + minutesOf(pm);
const leave = (row: DatedDay): number => [...row.onLeave].reduce((sum, half) => sum + minutesOf(row[half]), 0);

function sourceOf(row: DatedDay): number {
  if (row.onLeave.size > 0) return 5;
  if (row.isWorkedHoliday) return 3;
  return row.isHoliday ? 2 : 1;
}

function halfRow(row: DatedDay, half: 'am' | 'pm'): unknown {
  const { isHoliday, isWeeklyRest } = row[half];
  const dtt = duration(minutesOf(row[half]));
  const startsAt = half === 'am' ? '09:00:00' : '14:00:00';
  const items = minutesOf(row[half]) === 0 ? [] : [{ type: 'ptt', startsAt, duration: dtt, timeline: 'WorkCycle' }];
  return { isHoliday, isWeeklyRest, dtt, items };
}

const userDates: Resource<DatedDay> = {
  name: 'UserDate',
  defaults: 'ownerId,date',
  properties: {
    ownerId: number((row) => row.ownerId),
    date: date((row) => row.date),
    source: number(sourceOf),
    isHoliday: flag((row) => row.isHoliday),
    isWeeklyRest: flag((row) => row.am.isWeeklyRest && row.pm.isWeeklyRest),
    dtt: text((row) => duration(theoretical(row))),
    drt: text((row) => duration(theoretical(row) - leave(row))),
    draj: text((row) => duration(leave(row))),
    am: json((row) => halfRow(row, 'am')),
    pm: json((row) => halfRow(row, 'pm')),
  },
};

/** The people and days of the filters; 408 beyond what one call can answer in time, as Lucca's five seconds would end. */
function asked(words: ReadonlyMap<string, string>): { readonly ids: ReadonlySet<number>; readonly days: string[] } {
  const ids = new Set(
    (words.get('ownerid') ?? '')
      .replace(/^equals,/i, '')
      .split(',')
      .map(Number),
  );
  const [, from = '', to = ''] = /^between,(.{10})[^,]*,(.{10})/i.exec(words.get('date') ?? '') ?? [];
  if (!isDay(from) || !isDay(to)) throw new Refusal(400, 'Query parameter is invalid');
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= DAYS_PER_CALL; day = addDays(day, 1)) days.push(day);
  if (ids.size > PEOPLE_PER_CALL || days.length > DAYS_PER_CALL) throw new Refusal(408, 'Request Timeout');
  return { ids, days };
}

function rows(view: View, words: ReadonlyMap<string, string>): DatedDay[] {
  const { ids, days } = asked(words);
  if (view.denied.has('planning')) return [];
  const leaves = halvesOnLeave(view.company, ids);
  const people = visiblePeople(view, true).filter(({ id }) => ids.has(id));
  return people.flatMap((person) =>
    days.flatMap((day): DatedDay[] => {
      const scheduled = scheduledDay(view.company, person, day);
      const onLeave = leaves.get(`${String(person.id)}/${day}`) ?? new Set();
      return scheduled === undefined ? [] : [{ ...scheduled, onLeave }];
    }),
  );
}

/** A row per person and day of a contract: ten people and a month at most, by `ownerId` and `date=between`. */
export const userDateCollection: Collection<DatedDay> = {
  resource: userDates,
  maximum: 1000,
  mandatory: [['date'], ['ownerid']],
  rows,
};
