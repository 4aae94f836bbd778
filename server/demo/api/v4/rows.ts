import { applicableContract } from '../../company/contracts.ts';
import { addDays, stamp } from '../../company/days.ts';
import type { Contract, Establishment, LegalUnit, Person } from '../../company/model.ts';
import { CATEGORIES, CONTRACT_TYPES, TERMINATION_REASONS } from '../../company/structure.ts';
import { visiblePeople } from '../v3/users.ts';
import type { View } from '../view.ts';
import type { FlatList } from './list.ts';

type Row = Readonly<Record<string, unknown>>;

export const ESTABLISHMENTS: FlatList = {
  maximum: 100,
  filters: ['id', 'legalUnitId', 'isArchived'],
  searchable: true,
};
export const LEGAL_UNITS: FlatList = { maximum: 100, filters: ['id', 'isArchived'], searchable: true };
export const WORK_CONTRACTS: FlatList = {
  maximum: 1000,
  filters: ['id', 'ownerId', 'isApplicable', 'isArchived', 'typeId', 'establishmentId'],
};

const CREATED = stamp('2020-08-13', 1_343, 2);

/** Establishments (SIRET) as the organisation routes write them. */
export function establishmentRows({ company }: View): Row[] {
  const people = [...company.people.values()];
  return company.establishments.map((row) => ({
    id: row.id,
    name: row.name,
    code: row.code,
    legalUnitId: row.legalUnitId,
    legalUnit: legalUnitOf(row, company.legalUnits),
    legalIdentificationNumber: row.siret,
    activityCode: '2740Z',
    calendarId: row.calendarId,
    address: { street: row.street, postalCode: row.postalCode, city: row.city, countryId: 'FR' },
    timeZoneId: row.timeZone,
    usersCount: people.filter((person) => person.establishmentId === row.id).length,
    createdAt: CREATED,
    isArchived: false,
  }));
}

function legalUnitOf(row: Establishment, units: readonly LegalUnit[]): Row | null {
  const unit = units.find(({ id }) => id === row.legalUnitId);
  return unit === undefined ? null : { id: unit.id, name: unit.name, code: unit.code };
}

/** Companies (SIREN). */
export function legalUnitRows({ company }: View): Row[] {
  return company.legalUnits.map((row) => ({
    id: row.id,
    name: row.name,
    code: row.code,
    legalIdentificationNumber: row.siren,
    activityCode: row.activityCode,
    countryId: 'FR',
    country: { id: 'FR', name: 'France' },
    headquartersId: row.headquartersId,
    createdAt: CREATED,
    isArchived: false,
  }));
}

/** Every contract of the people the key may see, former contracts of present people included. */
export function workContractRows(view: View): Row[] {
  if (view.denied.has('workContracts')) return [];
  return visiblePeople(view, true).flatMap((person) => {
    const applicable = applicableContract(person, view.company.today);
    return person.contracts.map((contract) => contractRow(view, person, contract, contract === applicable));
  });
}

function contractRow(view: View, person: Person, contract: Contract, isApplicable: boolean): Row {
  const establishment = view.company.establishments.find(({ id }) => id === contract.establishmentId);
  const named = (rows: readonly { readonly id: number; readonly name: string }[], id: number | null): Row | null => {
    const row = rows.find((candidate) => candidate.id === id);
    return row === undefined ? null : { id: row.id, name: row.name };
  };
  return {
    id: contract.id,
    ownerId: person.id,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    isApplicable,
    isArchived: false,
    establishmentId: contract.establishmentId,
    establishment: establishment === undefined ? null : { id: establishment.id, name: establishment.name },
    spcId: contract.categoryId,
    spc: named(CATEGORIES, contract.categoryId),
    typeId: contract.typeId,
    type: named(CONTRACT_TYPES, contract.typeId),
    hiringTypeId: 3,
    hiringType: { id: 3, name: 'Embauche' },
    terminationReasonId: contract.terminationReasonId,
    terminationReason: named(TERMINATION_REASONS, contract.terminationReasonId),
    temporaryContractGroundId: null,
    internshipSupervisorId: null,
    trialPeriodDays: 120,
    renewedTrialPeriodDays: null,
    trialPeriodEndDate: addDays(contract.startsOn, 120),
    trialPeriodEndDate2: null,
    workingTimeArrangementId: person.workCycleId,
    externalId: null,
    file: null,
    authorId: person.managerId,
    createdAt: contract.createdAt,
    lastModifierId: null,
    lastModifiedAt: contract.modifiedAt,
  };
}
