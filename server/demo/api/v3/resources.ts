import type { Department, ExtensionDefinition, LeaveAccount } from '../../company/model.ts';
import { date, flag, json, list, number, text, type Resource } from './resource.ts';

/** Resources that are only named beside another: id, name, address. */
export interface NamedRow {
  readonly id: number | string;
  readonly name: string;
}

const named = (name: string, path: string): Resource<NamedRow> => ({
  name,
  defaults: 'id,name,url',
  properties: {
    id: { ...number<NamedRow>((row) => Number(row.id)), project: (row) => row.id },
    name: text((row) => row.name),
    url: text((row, view) => `${view.origin}/api/v3/${path}/${String(row.id)}`),
  },
});

export const establishmentRef = named('LegalEntity', 'legalentities');
export const categoryRef = named('OccupationCategory', 'occupationCategories');
export const calendarRef = named('PublicHolidayCalendar', 'publicHolidayCalendars');
export const cultureRef = named('Culture', 'cultures');
export const nationalityRef = named('Country', 'countries');

export const leaveAccounts: Resource<LeaveAccount> = {
  name: 'FiggoLeaveAccount',
  defaults: 'id,name,url',
  properties: {
    id: number((row) => row.id),
    name: text((row) => row.name),
    url: text((row, view) => `${view.origin}/api/v3/leaveAccounts/${String(row.id)}`),
    isRemoteWork: flag((row) => row.isRemoteWork),
    i18nLabels: json((row) => [{ cultureCode: 1036, value: row.name }]),
  },
};

export const departments: Resource<Department> = {
  name: 'Department',
  defaults: 'id,name,url',
  properties: {
    id: number((row) => row.id),
    name: text((row) => row.name),
    code: text((row) => row.code),
    url: text((row, view) => `${view.origin}/api/v3/departments/${String(row.id)}`),
    hierarchy: text((row) => row.hierarchy),
    parentId: text((row) => row.parentPath),
    position: json((row) => row.sortOrder * 100_000_000_000_000_000),
    sortOrder: number((row) => row.sortOrder),
    level: number((row) => row.level),
    isActive: flag(() => true),
    headID: number((row) => row.headId),
    head: json((row, view) => headOf(row, view.company.people, view.origin)),
    currentUsersCount: number(
      (row, view) => [...view.company.people.values()].filter((person) => person.departmentId === row.id).length,
    ),
  },
};

function headOf(
  row: Department,
  people: ReadonlyMap<number, { firstName: string; lastName: string }>,
  origin: string,
): unknown {
  const head = people.get(row.headId ?? 0);
  if (head === undefined) return null;
  return {
    id: row.headId,
    name: `${head.firstName} ${head.lastName}`,
    url: `${origin}/api/v3/users/${String(row.headId)}`,
  };
}

interface Entry {
  readonly id: number;
  readonly name: string;
}

const extensionEntry: Resource<Entry> = {
  name: 'ExtensionUserPropertyListEntry',
  defaults: 'id,name',
  properties: { id: number((row) => row.id), name: text((row) => row.name) },
};

/** The id of a definition is its `e_` code, the key it has in `extendedData`. */
export const extensionDefinitions: Resource<ExtensionDefinition> = {
  name: 'ExtensionUserDefinition',
  defaults: 'id,name,url',
  properties: {
    id: text((row) => row.code),
    code: text((row) => row.code),
    name: text((row) => row.name),
    url: text((row, view) => `${view.origin}/api/v3/extensionuserdefinitions/${row.code}`),
    formatKey: text((row) => row.form),
    isMultiple: flag((row) => row.multiple),
    extensionUserPropertyListEntries: list(extensionEntry, (row) => row.entries),
  },
};

export const workCycleLink: Resource<{ id: number; ownerId: number; workCycleId: number; startsOn: string }> = {
  name: 'UserWorkCycle',
  defaults: 'id,ownerID,workCycleID,startsOn,endsOn',
  properties: {
    id: number((row) => row.id),
    ownerID: number((row) => row.ownerId),
    workCycleID: number((row) => row.workCycleId),
    startsOn: date((row) => row.startsOn),
    endsOn: date(() => '9999-12-31'),
  },
};
