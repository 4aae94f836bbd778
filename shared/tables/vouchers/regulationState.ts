/** Whether a regulation can be ordered with, and all that says it cannot. One that cannot leaves the others alone. */
import { addMonths, firstDay, type PlainDate, type PlainMonth } from '../../domain/calendar/plainDate.ts';
import type { Finding } from '../../domain/finding.ts';
import { deductsOn, type Impacts, type VoucherRegulation } from '../../domain/vouchers/regulation.ts';
import { windowsOf } from '../../domain/vouchers/windows.ts';
import { placeRow } from '../cellPlace.ts';
import { absenceImpactsTable, expenseImpactsTable } from './impactsTables.ts';
import { impactsFor, type ImpactRow, type Known } from './readImpacts.ts';
import { regulationFor, versionOn, type TypedRegulation } from './readRegulations.ts';

/** Months back, from the order, for which the use of an account makes it count. */
const USED_WITHIN = 14;

/** A leave account or an expense nature, where it may be used and where it was. */
export interface UsedAccount extends Known {
  /** Identifiers of the establishments it is attached to. */
  readonly attachedTo: readonly string[];
  /** Last day on which somebody of an establishment used it. */
  readonly uses: readonly { readonly establishment: string; readonly last: PlainDate }[];
}

/** Accounts and what was decided about them. */
export interface Decided {
  readonly known: readonly UsedAccount[];
  readonly rows: readonly ImpactRow[];
}

export interface StateInput {
  /** Month of the order to come. */
  readonly month: PlainMonth;
  /** Everything that `readRegulations` found wrong. */
  readonly findings: readonly Finding[];
  readonly accounts: Decided;
  readonly natures: Decided;
}

export interface RegulationState {
  readonly name: string;
  readonly state: 'valid' | 'invalid';
  /** Of this regulation alone, warnings included. */
  readonly findings: readonly Finding[];
  /** Undecided, and counting for nothing: neither attached nor used of late. */
  readonly apart: readonly Known[];
  /** As the order of the month is computed; undefined while it is not valid. */
  readonly regulation: VoucherRegulation | undefined;
}

interface Undecided {
  readonly counting: readonly Known[];
  readonly apart: readonly Known[];
}

/** Whether an account is attached to one of the establishments, or was used there of late: it must then be decided for `month`. */
export function countsFor(
  account: UsedAccount,
  establishments: readonly { readonly id: string }[],
  month: PlainMonth,
): boolean {
  const since = firstDay(addMonths(month, -USED_WITHIN));
  return establishments.some(
    ({ id }) =>
      account.attachedTo.includes(id) || account.uses.some((use) => use.establishment === id && use.last >= since),
  );
}

function undecided(
  known: readonly UsedAccount[],
  impacts: Impacts,
  from: PlainDate,
  counts: (account: UsedAccount) => boolean,
): Undecided {
  const open = known.filter(({ id }) => deductsOn(impacts, id, from) === undefined);
  return { counting: open.filter(counts), apart: open.filter((each) => !counts(each)) };
}

/** At the first undecided row, or at the table when the account has none. */
function unset(
  code: string,
  table: string,
  name: string,
  open: readonly Known[],
  rows: readonly ImpactRow[],
): Finding[] {
  if (open.length === 0) return [];
  const at = rows.find(({ accountId, deducts }) => deducts === null && open.some(({ id }) => id === accountId));
  const place = at?.row.place('impact') ?? { table, column: 'impact' };
  const facts = { regulation: name, names: open.map((each) => each.name).join(', ') };
  return [{ code, severity: 'error', subject: name, place, facts }];
}

function ownFindings({ sheetRows }: TypedRegulation, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ place }) => place !== undefined && sheetRows.includes(placeRow(place) ?? 0));
}

/** First date whose decisions matter: of a first distribution, nothing before its first day does. */
function firstNeeded(from: PlainDate, { start, versions }: TypedRegulation): PlainDate {
  const begin = versions[0]?.from;
  return start?.kind === 'first' && begin !== undefined && begin > from ? begin : from;
}

/** The state of a regulation for an order. Valid: nothing of it is an error, and every account and nature that counts is decided. */
export function regulationState(
  typed: TypedRegulation,
  { month, findings, accounts, natures }: StateInput,
): RegulationState {
  const impacts = {
    accounts: impactsFor(typed.name, accounts.rows, accounts.known),
    natures: impactsFor(typed.name, natures.rows, natures.known),
  };
  const own = ownFindings(typed, findings);
  const version = versionOn(typed, firstDay(month));
  const regulation = regulationFor(typed, month, impacts);
  const nothing: RegulationState = {
    name: typed.name,
    state: 'invalid',
    findings: own,
    apart: [],
    regulation: undefined,
  };
  if (!version || !regulation) return nothing;
  const windows = windowsOf(version.rules, month);
  const counts = (account: UsedAccount) => countsFor(account, version.establishments, month);
  const leave = undecided(accounts.known, impacts.accounts, firstNeeded(windows.absences.from, typed), counts);
  const meals = undecided(natures.known, impacts.natures, firstNeeded(windows.meals.from, typed), counts);
  const all = [
    ...own,
    ...unset('voucherAccountsUnset', absenceImpactsTable.name, typed.name, leave.counting, accounts.rows),
    ...unset('voucherNaturesUnset', expenseImpactsTable.name, typed.name, meals.counting, natures.rows),
  ];
  const isValid = all.every(({ severity }) => severity !== 'error');
  const apart = [...leave.apart, ...meals.apart];
  return {
    ...nothing,
    state: isValid ? 'valid' : 'invalid',
    findings: all,
    apart,
    regulation: isValid ? regulation : undefined,
  };
}
