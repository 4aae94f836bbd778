import { rowIdOf } from '../../company/leavePeriods.ts';
import type { LeavePeriod, LeaveRow } from '../../company/model.ts';
import type { View } from '../view.ts';
import type { Collection } from './query.ts';
import { date, flag, json, list, number, ref, text, type Resource } from './resource.ts';
import { departments, establishmentRef, leaveAccounts } from './resources.ts';

interface Log {
  readonly id: number;
  readonly date: string;
  readonly status: number;
}

const logs: Resource<Log> = {
  name: 'LeavePeriodLog',
  defaults: 'id,date,status',
  properties: {
    id: number((row) => row.id),
    date: date((row) => row.date),
    comment: text(() => null),
    status: number((row) => row.status),
  },
};

/** The life of a period as Lucca logs it: 0 asked, 2 approved, 5 cancellation asked for, 4 cancelled. */
function logsOf(period: LeavePeriod): Log[] {
  const steps: readonly (readonly [string | null, number])[] = [
    [period.requested ? period.createdAt : null, 0],
    [period.confirmedAt, 2],
    [period.cancellationAskedAt, 5],
    [period.rows[0]?.cancelledAt ?? null, 4],
  ];
  return steps.flatMap(([day, status], index) =>
    day === null ? [] : [{ id: period.id * 10 + index, date: day, status }],
  );
}

/** The owner seen from a leave has neither mail nor matricule: those are joined from the users. */
const leaveOwner: Resource<LeavePeriod> = {
  name: 'LeaveOwner',
  defaults: 'id,name,url',
  properties: {
    id: number((row) => row.ownerId),
    name: text((row, view) => ownerName(row, view)),
    url: text((row, view) => `${view.origin}/api/v3/users/${String(row.ownerId)}`),
    departmentId: number((row, view) => view.company.people.get(row.ownerId)?.departmentId ?? null),
    department: ref(
      departments,
      (row, view) =>
        view.company.departments.find(({ id }) => id === view.company.people.get(row.ownerId)?.departmentId) ?? null,
    ),
    legalEntityId: number((row, view) => view.company.people.get(row.ownerId)?.establishmentId ?? null),
    legalEntity: ref(
      establishmentRef,
      (row, view) =>
        view.company.establishments.find(({ id }) => id === view.company.people.get(row.ownerId)?.establishmentId) ??
        null,
    ),
  },
};

function ownerName({ ownerId }: LeavePeriod, view: View): string | null {
  const owner = view.company.people.get(ownerId);
  return owner === undefined ? null : `${owner.firstName} ${owner.lastName}`;
}

const leavePeriods: Resource<LeavePeriod> = {
  name: 'LeavePeriod',
  defaults: 'id,ownerId',
  properties: {
    id: number((row) => row.id),
    ownerId: number((row) => row.ownerId),
    owner: ref(leaveOwner, (row) => row),
    isConfirmed: flag((row) => row.confirmedAt !== null),
    confirmationDate: date((row) => row.confirmedAt),
    attachmentId: text(() => null),
    endsOn: date((row) => row.rows.at(-1)?.date ?? null),
    endsAM: flag((row) => row.rows.at(-1)?.isAM ?? null),
    leaves: json((row) => row.rows.map((leave) => ({ id: rowIdOf(leave) }))),
    logs: list(logs, logsOf),
  },
};

/** One row per half-day. */
export const leaves: Resource<LeaveRow> = {
  name: 'Leave',
  defaults: 'id,date,isAM,leaveAccountId,leavePeriodId',
  properties: {
    id: text(rowIdOf),
    date: date((row) => row.date),
    isAM: flag((row) => row.isAM),
    value: text((row) => row.value),
    isActive: flag((row) => row.cancelledAt === null),
    creationDate: date((row) => row.period.createdAt),
    cancellationDate: date((row) => row.cancelledAt),
    cancellationUserId: number((row) => row.cancelledBy),
    comment: text((row) => row.comment),
    leaveAccountId: number((row) => row.accountId),
    leaveAccount: ref(
      leaveAccounts,
      (row, view) => view.company.accounts.find(({ id }) => id === row.accountId) ?? null,
    ),
    leavePeriodId: number((row) => row.period.id),
    leavePeriod: ref(leavePeriods, (row) => row.period),
    color: text(() => '#6b8e23'),
    isRemoteWork: flag(
      (row, view) => view.company.accounts.find(({ id }) => id === row.accountId)?.isRemoteWork ?? null,
    ),
    isRealLeave: flag(
      (row, view) => !(view.company.accounts.find(({ id }) => id === row.accountId)?.isRemoteWork ?? false),
    ),
    url: text((row, view) => `${view.origin}/api/v3/leaves/${rowIdOf(row)}`),
  },
};

export const leaveCollection: Collection<LeaveRow> = {
  resource: leaves,
  maximum: 10_000,
  mandatory: [['date'], ['leaveperiod.ownerid', 'leaveperiod.owner.departmentid', 'leaveperiod.owner.legalentityid']],
  rows: (view) => (view.denied.has('leaves') ? [] : [...view.company.periods.values()].flatMap(({ rows }) => rows)),
};
