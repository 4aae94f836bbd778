import { applicableContract, presenceOf } from '../../company/contracts.ts';
import { extendedValueId } from '../../company/extensions.ts';
import { CALENDARS } from '../../company/holidays.ts';
import type { Establishment, Person } from '../../company/model.ts';
import { CATEGORIES } from '../../company/structure.ts';
import type { View } from '../view.ts';
import type { Collection } from './query.ts';
import { date, json, list, number, ref, restricted, text, type Resource } from './resource.ts';
import {
  calendarRef,
  categoryRef,
  cultureRef,
  departments,
  establishmentRef,
  nationalityRef,
  workCycleLink,
} from './resources.ts';

/** Names come in the language of the account, as those of its cultures do. */
const NATIONALITIES: Readonly<Record<string, string>> = {
  FRA: 'Française',
  DZA: 'Algérienne',
  PRT: 'Portugaise',
  DEU: 'Allemande',
};

const nameOf = (person: Person): string => `${person.firstName} ${person.lastName}`;

const contractOf = (person: Person, view: View): ReturnType<typeof applicableContract> =>
  applicableContract(person, view.company.today);

const establishmentOf = (person: Person, view: View): Establishment | null =>
  view.company.establishments.find(({ id }) => id === person.establishmentId) ?? null;

const byId = <T extends { readonly id: number }>(rows: readonly T[], id: number | undefined): T | null =>
  rows.find((row) => row.id === id) ?? null;

/** Employees, in the casing the server writes. `legalEntity` is the establishment. */
export const users: Resource<Person> = {
  name: 'User',
  defaults: 'id,name,url',
  properties: {
    id: number((row) => row.id),
    name: text(nameOf),
    url: text((row, view) => `${view.origin}/api/v3/users/${String(row.id)}`),
    displayName: text((row) => `${row.lastName} ${row.firstName}`),
    firstName: text((row) => row.firstName),
    lastName: text((row) => row.lastName),
    mail: text((row) => row.mail),
    login: text((row) => row.login),
    employeeNumber: text((row) => row.employeeNumber),
    jobTitle: text((row) => row.jobTitle),
    directLine: text((row) => row.directLine),
    professionalMobile: text((row) => row.professionalMobile),
    quote: text(() => null),
    externalId: text(() => null),
    bankName: text(() => null),
    attributes: json(() => ({})),
    picture: json(() => null),
    civilTitle: restricted(
      'personalData',
      text((row) => row.civilTitle),
    ),
    gender: restricted(
      'personalData',
      text((row) => (row.civilTitle === null ? null : row.civilTitle === 'Mme' ? 'Female' : 'Male')),
    ),
    nationality: restricted(
      'personalData',
      ref(nationalityRef, (row: Person) => nationalityOf(row)),
    ),
    personalEmail: restricted(
      'personalData',
      text((row) => row.personalEmail),
    ),
    personalMobile: restricted(
      'personalData',
      text((row) => row.personalMobile),
    ),
    address: restricted(
      'personalData',
      text((row) => row.address),
    ),
    birthDate: restricted(
      'birthDate',
      date((row) => row.birthDate),
    ),
    dtContractStart: date((row, view) => contractOf(row, view)?.startsOn ?? null),
    dtContractEnd: date((row, view) => contractOf(row, view)?.endsOn ?? null),
    seniorityDate: date((row) => row.contracts[0]?.startsOn ?? null),
    legalEntityID: number((row) => row.establishmentId),
    legalEntity: ref(establishmentRef, establishmentOf),
    departmentID: number((row) => row.departmentId),
    department: ref(departments, (row, view) => byId(view.company.departments, row.departmentId)),
    managerID: number((row) => row.managerId),
    manager: json((row, view) => managerOf(row, view)),
    cspId: number((row, view) => contractOf(row, view)?.categoryId ?? null),
    csp: ref(categoryRef, (row, view) => byId(CATEGORIES, contractOf(row, view)?.categoryId)),
    calendarId: number((row, view) => establishmentOf(row, view)?.calendarId ?? null),
    calendar: ref(calendarRef, (row, view) => byId(CALENDARS, establishmentOf(row, view)?.calendarId)),
    cultureId: number(() => 1036),
    culture: ref(cultureRef, () => ({ id: 1036, name: 'Français (France)' })),
    userWorkCycles: list(workCycleLink, (row) =>
      row.contracts
        .slice(-1)
        .map(({ id, startsOn }) => ({ id, ownerId: row.id, workCycleId: row.workCycleId, startsOn })),
    ),
    applicationData: json((row, view) => ({ profile_figgo: profileOf(row, view) })),
    extendedData: restricted(
      'extendedData',
      json((row) => extendedDataOf(row)),
    ),
    modifiedAt: date((row) => row.modifiedAt),
  },
};

function nationalityOf({ nationality }: Person): { id: string; name: string } | null {
  return nationality === null ? null : { id: nationality, name: NATIONALITIES[nationality] ?? nationality };
}

function managerOf(person: Person, view: View): unknown {
  const manager = view.company.people.get(person.managerId ?? 0);
  return manager === undefined
    ? null
    : { id: manager.id, name: nameOf(manager), url: `${view.origin}/api/v3/users/${String(manager.id)}` };
}

function profileOf(person: Person, view: View): unknown {
  const id = person.workCycleId === 2 ? 3 : 2;
  return {
    id,
    name: id === 3 ? 'Cadre (218 jours)' : 'Horaire (35 h)',
    url: `${view.origin}/api/v3/regulationprofiles/${String(id)}`,
  };
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** `{code: {id, value}}`; a composite field holds sub-fields, each again `{id, value}`; one of several values is an array. */
function extendedDataOf({ id, extended }: Person): Record<string, unknown> {
  const entries = Object.entries(extended).map(([code, value]): [string, unknown] => {
    const valueId = extendedValueId(id, code);
    if (typeof value !== 'object') return [code, { id: valueId, value }];
    if (!isList(value)) return [code, { id: valueId, value: wrapParts(value, valueId) }];
    return [code, value.map((part, index) => ({ id: valueId * 10 + index, value: wrapParts(part, valueId) }))];
  });
  return Object.fromEntries(entries);
}

function wrapParts(part: Readonly<Record<string, string | number>>, id: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(part).map(([code, value]) => [code, { id, value }]));
}

/** What the key may see of the people: leavers only when asked for, and only with the right; arrivals with the right. */
export function visiblePeople(view: View, withFormer: boolean): Person[] {
  const today = view.company.today;
  return [...view.company.people.values()].filter((person) => {
    const presence = presenceOf(person, today);
    if (presence === 'former') return withFormer && !view.denied.has('formerEmployees');
    return presence === 'present' || !view.denied.has('futureEmployees');
  });
}

export const userCollection: Collection<Person> = {
  resource: users,
  maximum: 1000,
  switches: ['formeremployees'],
  rows: (view, words) => visiblePeople(view, words.get('formeremployees')?.toLowerCase() === 'true'),
};
