import { addDays, isDay } from '../../company/days.ts';
import { halvesOnLeave } from '../../company/leavePeriods.ts';
import { timeEntriesOn, timesheetOf, type TimeEntry, type Timesheet } from '../../company/timeEntries.ts';
import { mondayOf } from '../../company/timeWeeks.ts';
import type { Person } from '../../company/model.ts';
import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { duration } from './duration.ts';
import type { Collection } from './query.ts';
import { date, json, number, text, type Resource } from './resource.ts';
import { visiblePeople } from './users.ts';

const UNITS = { days: 0, hours: 1, clock: 2 } as const;

/** What can be answered in five seconds: beyond, the request is cut. */
const PERSON_DAYS_PER_CALL = 12_000;

/** A moment of a date, past its midnight or not. */
function moment(day: string, minute: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  const [at, ofDay] = [addDays(day, Math.floor(minute / 1_440)), minute % 1_440];
  return `${at}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}:00`;
}

const owner = (id: number, view: View): unknown => {
  const person = view.company.people.get(id);
  return person === undefined
    ? null
    : { id, name: `${person.firstName} ${person.lastName}`, url: `${view.origin}/api/v3/timesheetusers/${String(id)}` };
};

const entries: Resource<TimeEntry> = {
  name: 'TimeEntry',
  defaults: 'id,ownerId,unit,startsAt,duration,endsAt',
  properties: {
    id: number((row) => row.id),
    ownerId: number((row) => row.ownerId),
    owner: json((row, view) => owner(row.ownerId, view)),
    unit: number((row) => UNITS[row.unit]),
    startsAt: date((row) => moment(row.date, row.startsAt)),
    duration: text((row) => duration(row.minutes)),
    endsAt: date((row) => (row.endsAt === null ? null : moment(row.date, row.endsAt))),
    layer: number((row) => row.layer),
    archivedAt: date((row) => (row.isArchived ? moment(row.date, 1_200) : null)),
    authorId: number((row) => row.ownerId),
    createdAt: date((row) => moment(row.date, 1_150)),
    modifiedAt: date((row) => moment(row.date, 1_150)),
    creationSource: number((row) => (row.layer === 1 ? 0 : 2)),
    axisSections: json(() => []),
    comment: text(() => null),
    timeTypeId: number(() => 1),
  },
};

const STATUS_NAMES = ['NotSubmitted', 'Pending', 'Approved', 'Rejected'] as const;

const sheets: Resource<Timesheet> = {
  name: 'TimmiTimesheet',
  defaults: 'id,ownerId,startsOn,endsOn,status',
  properties: {
    id: number((row) => row.id),
    name: text((row) => `${row.startsOn} - ${STATUS_NAMES[row.status]}`),
    ownerId: number((row) => row.ownerId),
    startsOn: date((row) => row.startsOn),
    endsOn: date((row) => addDays(row.startsOn, 7)),
    statuteId: number(() => 3),
    expectedNextActorId: number(() => null),
    status: number((row) => row.status),
  },
};

/** The people of the filter, everybody without one. */
function askedPeople(view: View, words: ReadonlyMap<string, string>): Person[] {
  const people = visiblePeople(view, true);
  const filter = words.get('ownerid')?.replace(/^equals,/i, '');
  if (filter === undefined || !/^\d+(,\d+)*$/.test(filter)) return people;
  const ids = new Set(filter.split(',').map(Number));
  return people.filter(({ id }) => ids.has(id));
}

/** Each day of `key=between,…`, the filter that bounds what is made. */
function askedDays(words: ReadonlyMap<string, string>, key: string): string[] {
  const [, from = '', to = ''] = /^between,(.{10})[^,]*,(.{10})/i.exec(words.get(key) ?? '') ?? [];
  if (!isDay(from) || !isDay(to)) throw new Refusal(400, 'Query parameter is invalid');
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= PERSON_DAYS_PER_CALL; day = addDays(day, 1)) days.push(day);
  return days;
}

function refuseTooMuch(people: readonly Person[], days: readonly string[]): void {
  if (people.length * days.length > PERSON_DAYS_PER_CALL) throw new Refusal(408, 'Request Timeout');
}

function entryRows(view: View, words: ReadonlyMap<string, string>): TimeEntry[] {
  const [people, days] = [askedPeople(view, words), askedDays(words, 'startsat')];
  refuseTooMuch(people, days);
  if (view.denied.has('time')) return [];
  const remote = new Set(view.company.accounts.filter(({ isRemoteWork }) => isRemoteWork).map(({ id }) => id));
  const ids = new Set(people.map(({ id }) => id));
  const leaves = halvesOnLeave(view.company, ids, ({ accountId }) => !remote.has(accountId));
  const none: ReadonlySet<'am' | 'pm'> = new Set();
  // The end of a night begins on the day after its shift.
  const shifts = [addDays(days[0] ?? view.company.today, -1), ...days];
  return people.flatMap((person) =>
    shifts.flatMap((day) =>
      timeEntriesOn(view.company, person, day, leaves.get(`${String(person.id)}/${day}`) ?? none),
    ),
  );
}

function sheetRows(view: View, words: ReadonlyMap<string, string>): Timesheet[] {
  const [people, days] = [askedPeople(view, words), askedDays(words, 'startson')];
  refuseTooMuch(people, days);
  if (view.denied.has('time')) return [];
  const mondays = days.filter((day) => mondayOf(day) === day);
  return people.flatMap((person) => mondays.flatMap((monday) => timesheetOf(view.company, person, monday) ?? []));
}

export const timeEntryCollection: Collection<TimeEntry> = {
  resource: entries,
  maximum: 10_000,
  mandatory: [['startsat']],
  rows: entryRows,
};

export const timesheetCollection: Collection<Timesheet> = {
  resource: sheets,
  maximum: 1000,
  mandatory: [['startson']],
  rows: sheetRows,
};
