import { applicableContract, presenceOf } from '../../company/contracts.ts';
import { bankOf } from '../../company/identity.ts';
import type { Contract, Establishment, LegalUnit, Person } from '../../company/model.ts';
import type { View } from '../view.ts';
import type { CursorList, Source } from './list.ts';

type Row = Readonly<Record<string, unknown>>;
/** One v5 collection: how it is asked, its rows. */
export interface CursorCollection extends CursorList {
  source(view: View): Source;
}

const STATUSES = { present: 'active', future: 'upcoming', former: 'deactivated' } as const;
const utc = (localStamp: string): string => `${localStamp.slice(0, 19)}.0001Z`;

const reference = (view: View, type: string, path: string, id: number): Row => ({
  id: String(id),
  type,
  url: `${view.origin}/lucca-api/${path}/${String(id)}`,
});
const employeeRef = (view: View, id: number): Row => reference(view, 'employee', 'employees', id);

function employeeRow(view: View, person: Person): Row {
  const contract = applicableContract(person, view.company.today);
  const href = (path: string): Row => ({ href: `${view.origin}/lucca-api/${path}?employee.id=${String(person.id)}` });
  const [, month, day] = person.birthDate?.split('-') ?? [];
  return {
    ...employeeRef(view, person.id),
    remoteId: null,
    givenName: person.firstName,
    familyName: person.lastName,
    employeeNumber: person.employeeNumber,
    status: STATUSES[presenceOf(person, view.company.today)],
    email: person.mail,
    birthDay: month === undefined ? null : { day: Number(day), month: Number(month) },
    phoneNumber: person.directLine,
    portrait: null,
    applicableEmployment: contract === undefined ? null : reference(view, 'employment', 'employments', contract.id),
    applicableJobPosition: null,
    createdAt: utc(person.createdAt),
    lastUpdatedAt: utc(person.modifiedAt),
    links: { employments: href('employments'), personalRecord: href('employee-personal-records') },
  };
}

function personalRecordRow(view: View, person: Person): Row {
  const nir = person.extended.e_nir;
  const iban = person.extended.e_iban;
  return {
    ...reference(view, 'employee-personal-record', 'employee-personal-records', person.id + 10_000),
    employee: employeeRef(view, person.id),
    title: person.civilTitle === null ? 'unknown' : person.civilTitle === 'Mme' ? 'miss' : 'mister',
    legalGender: person.civilTitle === null ? 'unknown' : person.civilTitle === 'Mme' ? 'female' : 'male',
    birthDate: person.birthDate,
    nationalitiesCountryCodes: person.nationality === null ? [] : [person.nationality],
    insuranceNumber: typeof nir === 'string' ? { format: 'frenchSSN', value: beforeKey(nir) } : null,
    bankAccount: typeof iban === 'string' ? bankAccountRow(iban, person.extended.e_bic) : null,
    phoneNumber: person.personalMobile,
    email: person.personalEmail,
    links: {},
  };
}

/** Lucca writes a blank before the key of the number. */
function beforeKey(nir: string): string {
  const compact = nir.replaceAll(' ', '');
  return `${compact.slice(0, 13)} ${compact.slice(13)}`;
}

function bankAccountRow(iban: string, bic: unknown): Row {
  return { format: 'iban', bankName: bankOf(iban)?.name ?? null, accountIdentifier: iban, bankIdentifier: bic ?? null };
}

function employmentRow(view: View, person: Person, contract: Contract): Row {
  const { today, legalUnits, establishments } = view.company;
  const legalUnitId =
    establishments.find(({ id }) => id === contract.establishmentId)?.legalUnitId ?? legalUnits[0]?.id ?? 0;
  const status =
    contract.startsOn > today ? 'upcoming' : contract.endsOn !== null && contract.endsOn < today ? 'ended' : 'active';
  return {
    ...reference(view, 'employment', 'employments', contract.id),
    remoteId: null,
    employee: employeeRef(view, person.id),
    legalEntity: reference(view, 'legal-entity', 'legal-entities', legalUnitId),
    status,
    start: { date: contract.startsOn },
    end: contract.endsOn === null ? null : { date: contract.endsOn },
    document: null,
    template: reference(view, 'employment-template', 'employment-templates', contract.typeId),
    createdAt: utc(contract.createdAt),
    lastUpdatedAt: utc(contract.modifiedAt ?? contract.createdAt),
    links: {},
  };
}

const FOUNDED = '2020-08-13T20:23:09.0001Z';

function establishmentRow(view: View, row: Establishment): Row {
  return {
    ...reference(view, 'business-establishment', 'business-establishments', row.id),
    name: row.name,
    remoteId: row.code,
    legalEntity: reference(view, 'legal-entity', 'legal-entities', row.legalUnitId),
    isHeadquarters: row.id === 11,
    taxIdentificationNumber: { format: 'franceSIRET', value: row.siret },
    industryCode: { format: 'franceAPE', value: '2740Z' },
    address: {
      addressLines: [row.street],
      postalCode: row.postalCode,
      locality: row.city,
      administrativeArea: null,
      countryCode: 'FRA',
    },
    timezoneId: row.timeZone,
    isArchived: false,
    lastArchivedAt: null,
    createdAt: FOUNDED,
    lastUpdatedAt: FOUNDED,
  };
}

function legalEntityRow(view: View, row: LegalUnit): Row {
  return {
    ...reference(view, 'legal-entity', 'legal-entities', row.id),
    legalName: row.name,
    remoteId: row.code,
    isArchived: false,
    countryCode: 'FRA',
    currencyCode: 'EUR',
    taxIdentificationNumber: { format: 'franceSIREN', value: row.siren },
    industryCode: { format: 'franceAPE', value: row.activityCode },
    createdAt: FOUNDED,
    lastUpdatedAt: FOUNDED,
    links: {
      businessEstablishments: {
        href: `${view.origin}/lucca-api/business-establishments?legalEntity.id=${String(row.id)}`,
      },
    },
  };
}

function over<T>(rows: readonly T[], write: (row: T) => Row): Source {
  return { size: rows.length, write: (index) => write(rows[index] as T) };
}

const people = (view: View): Person[] => [...view.company.people.values()];

/** Every v5 collection; the scope is asked as `.readonly` or `.readwrite`. */
export const CURSOR_COLLECTIONS: readonly CursorCollection[] = [
  {
    type: 'employees',
    path: '/lucca-api/employees',
    filters: ['id', 'email', 'status'],
    source: (view) => over(people(view), (person) => employeeRow(view, person)),
  },
  {
    type: 'employee-personal-records',
    path: '/lucca-api/employee-personal-records',
    filters: ['id', 'employee.id'],
    source: (view) => over(people(view), (person) => personalRecordRow(view, person)),
  },
  {
    type: 'employments',
    path: '/lucca-api/employments',
    filters: ['id', 'employee.id', 'legalEntity.id', 'template.id', 'status'],
    source: (view) =>
      over(
        people(view).flatMap((person) => person.contracts.map((contract) => ({ person, contract }))),
        ({ person, contract }) => employmentRow(view, person, contract),
      ),
  },
  {
    type: 'business-establishments',
    path: '/lucca-api/business-establishments',
    filters: ['id', 'legalEntity.id', 'isArchived'],
    source: (view) => over(view.company.establishments, (row) => establishmentRow(view, row)),
  },
  {
    type: 'legal-entities',
    path: '/lucca-api/legal-entities',
    filters: ['id', 'isArchived'],
    source: (view) => over(view.company.legalUnits, (row) => legalEntityRow(view, row)),
  },
];
