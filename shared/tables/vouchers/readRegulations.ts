/** « Réglementaires TR » as rules and orders take them. */
import { firstDay, monthOf, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import {
  LAST_START_DAY,
  type Impacts,
  type MonthShift,
  type VoucherRegulation,
  type VoucherRules,
  type VoucherStart,
  type VoucherValue,
} from '../../domain/vouchers/regulation.ts';
import type { Place } from '../../domain/finding.ts';
import type { TableState } from '../../flows/book.ts';
import { sayCrossings } from './establishmentCrossings.ts';
import { issuerNamed, supportLabels, type Issuer, type VoucherSupport } from './issuers.ts';
import { countryCode, currencyCode, type Establishment } from '../readEstablishments.ts';
import {
  hourAbsenceLabels,
  mealStageLabels,
  partialDayLabels,
  payrollLabels,
  paySignLabels,
  regulationsTable,
  reintegrationLabels,
  startLabels,
} from './regulationsTable.ts';
import { establishmentsOf } from './regulationEstablishments.ts';
import { regulationRows, type HeldVersion, type RegulationRows } from './regulationVersions.ts';
import { typedRows, type Reading } from '../typedRow.ts';
import { sayLimits, valueOf } from './voucherValues.ts';

/** What of a version the computation does not need, and orders, payroll and people do. */
export interface OrderSettings {
  readonly country: string;
  readonly currency: string;
  readonly issuer: Issuer;
  readonly support: VoucherSupport;
  /** What goes to payroll. */
  readonly payroll: keyof typeof payrollLabels;
  /** Rubrique of the pay variable; '' when nobody typed it. */
  readonly payCode: string;
  readonly payLabel: string;
  /** Number of the nature in Poplee Rémunération; '' when nobody typed it. */
  readonly payNature: string;
  readonly paySign: keyof typeof paySignLabels;
  /** Where the two that a file may lack are typed. */
  readonly payPlaces: Readonly<Record<'code' | 'nature', Place>>;
  /** « Règles complémentaires », for people to read beside their month; '' when there are none. */
  readonly complement: string;
}

/** A regulation from `from` to `until`, both included. */
export interface RegulationVersion {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly establishments: readonly Establishment[];
  readonly rules: VoucherRules;
  readonly value: VoucherValue;
  readonly reintegration: VoucherRegulation['reintegration'];
  readonly order: OrderSettings;
}

export interface TypedRegulation {
  readonly name: string;
  readonly start: VoucherStart | undefined;
  /** In order of date; those that could be understood. */
  readonly versions: readonly RegulationVersion[];
  /** Rows of the sheet that bear its name, from 1. */
  readonly sheetRows: readonly number[];
}

/** What regulations are read beside. */
export interface RegulationSurroundings {
  readonly establishments: readonly Establishment[];
  /** Name of the issuer that a regulation was last ordered from, by name of the regulation. */
  readonly ordered: ReadonlyMap<string, string>;
  /** First day that is still to be ordered: shares are held against the law of that day. */
  readonly on: PlainDate;
}

function monthShift(version: HeldVersion, key: string, otherwise: MonthShift): MonthShift {
  const typed = version.text(key);
  return typed === 'M' || typed === 'M-1' ? typed : otherwise;
}

function startDayOf(version: HeldVersion): number {
  const day = version.number('startDay') ?? 1;
  if (day < 1 || day > LAST_START_DAY) version.say('startDay', 'voucherStartDay');
  return day;
}

function rulesOf(version: HeldVersion): VoucherRules {
  return {
    days: monthShift(version, 'days', 'M'),
    absences: monthShift(version, 'absences', 'M-1'),
    expenses: monthShift(version, 'expenses', 'M-1'),
    startDay: startDayOf(version),
    partialDaysDeduct: version.choice('partialDays', partialDayLabels, 'deducted') === 'deducted',
    hourAbsence: version.choice('hourAbsence', hourAbsenceLabels, 'full'),
    mealStage: version.choice('mealStage', mealStageLabels, 'controlled'),
  };
}

function issuerOf(version: HeldVersion, name: string, { ordered }: RegulationSurroundings): Issuer | undefined {
  const issuer = issuerNamed(version.text('issuer'));
  if (!issuer && !version.isUnreadable('issuer')) version.say('issuer', 'voucherIssuerMissing');
  const before = ordered.get(name);
  if (issuer && before !== undefined && issuerNamed(before)?.name !== issuer.name)
    version.say('issuer', 'voucherIssuerChanged', { ordered: before });
  return issuer;
}

function supportOf(version: HeldVersion, issuer: Issuer): VoucherSupport {
  const support = version.choice('support', supportLabels, issuer.supports[0]);
  if (!issuer.supports.includes(support)) version.say('support', 'voucherSupportRefused', { issuer: issuer.name });
  return support;
}

function versionOf(version: HeldVersion, name: string, around: RegulationSurroundings): RegulationVersion[] {
  const establishments = establishmentsOf(version, around.establishments);
  const [rules, value] = [rulesOf(version), valueOf(version)];
  const issuer = issuerOf(version, name, around);
  const support = issuer && supportOf(version, issuer);
  const reintegration = version.choice('reintegration', reintegrationLabels, 'boss');
  const country = countryCode(version.text('country'));
  const isFrench = country === 'FR' || establishments.some((each) => each.country === 'FR');
  const isOrdered = around.ordered.has(name);
  if (value) sayLimits(version, value, { on: around.on, isFrench, isOrdered, reintegration });
  if (!value || !issuer || !support) return [];
  const order: OrderSettings = {
    country,
    currency: currencyCode(version.text('currency')),
    issuer,
    support,
    payroll: version.choice('payroll', payrollLabels, 'quantity'),
    payCode: version.text('payCode'),
    payLabel: version.text('payLabel'),
    payNature: version.text('payNature'),
    paySign: version.choice('paySign', paySignLabels, 'positive'),
    payPlaces: { code: version.place('payCode'), nature: version.place('payNature') },
    complement: version.text('complement'),
  };
  const { from, until } = version;
  return [{ from, until, establishments, rules, value, reintegration, order }];
}

/** Undefined without a single date: there is no version either. */
function startOf({ versions }: RegulationRows): VoucherStart | undefined {
  const last = versions.at(-1);
  const month = (last?.at('firstMonth').value as PlainDate | null | undefined) ?? versions[0]?.from;
  return month && last && { kind: last.choice('before', startLabels, 'first'), month: monthOf(month) };
}

/** « Réglementaires TR ». What is wrong is said at its cell; what can be understood is answered all the same. */
export function readRegulations(
  state: TableState | undefined,
  around: RegulationSurroundings,
): Reading<readonly TypedRegulation[]> {
  const { rows, findings } = typedRows(regulationsTable, state);
  const groups = regulationRows(rows);
  const value = groups.map((group) => ({
    name: group.name,
    start: startOf(group),
    versions: group.versions.flatMap((version) => versionOf(version, group.name, around)),
    sheetRows: group.rows.map(({ sheetRow }) => sheetRow),
  }));
  sayCrossings(groups, around.establishments);
  return { value, findings };
}

/** The version of a regulation in force on `date`; the first one before it begins. */
export function versionOn({ versions }: TypedRegulation, date: PlainDate): RegulationVersion | undefined {
  return versions.filter(({ from }) => from <= date).at(-1) ?? versions[0];
}

/** « Règles complémentaires » of a regulation, as they stand for the order of `month`. */
export function complementFor(regulations: readonly TypedRegulation[], name: string, month: PlainMonth): string {
  const typed = regulations.find((each) => each.name === name);
  return (typed && versionOn(typed, firstDay(month))?.order.complement) ?? '';
}

/** A regulation as the order of `month` is computed with it: the rules of the first day of the month, every dated value and impact. */
export function regulationFor(
  typed: TypedRegulation,
  month: PlainMonth,
  impacts: { readonly accounts: Impacts; readonly natures: Impacts },
): VoucherRegulation | undefined {
  const version = versionOn(typed, firstDay(month));
  if (!version || !typed.start) return undefined;
  const { rules, reintegration } = version;
  const values = typed.versions.map(({ value }) => value);
  return { key: typed.name, rules, start: typed.start, ...impacts, values, reintegration };
}
