/** One row of « Règles de temps » into a rule, by its type. What is wrong is told at its cell. */
import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import { basisPoints, type BasisPoints } from '../../domain/money/money.ts';
import type {
  AccountingRule,
  CounterShare,
  DayNature,
  DaysOffRule,
  GapPeriod,
  GapRule,
  NonCumulativeRule,
  TimeAccount,
  TimeRangeRule,
  TimeRule,
} from '../../domain/worktime/ruleSet.ts';
import type { TypedRow } from '../typedRow.ts';
import {
  contractLabels,
  counterLabels,
  directionLabels,
  measuredLabels,
  natureLabels,
  operationLabels,
  periodLabels,
  roundingLabels,
  ruleLabels,
} from './timeRulesTable.ts';

const EACH_MONDAY = '2024-01-01' as PlainDate;

/** The code of an account that a cell names by its code, else by a name that it alone bears; what is typed where there is none: the checks tell it. */
export function accountNamed(typed: string, accounts: readonly TimeAccount[]): string {
  const folded = typed.trim().toLowerCase();
  const coded = accounts.find(({ code }) => code.toLowerCase() === folded);
  const [named, ...others] = accounts.filter(({ name }) => name.toLowerCase() === folded);
  return coded?.code ?? (others.length === 0 ? named?.code : undefined) ?? typed.trim();
}

function pieces(text: string): string[] {
  return text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function periodOf(row: TypedRow): GapPeriod {
  const unit = row.choice('period', periodLabels) ?? 'week';
  if (unit !== 'week') return { unit };
  const count = row.number('weeks') ?? 1;
  const anchor = row.date('anchor');
  if (count > 1 && anchor === null) row.say('anchor', 'gapAnchorMissing');
  return { unit, count, anchor: anchor ?? EACH_MONDAY };
}

function shareOf(row: TypedRow): CounterShare | undefined {
  const name = row.choice('toCounter', counterLabels);
  const typed = row.text('toShare');
  if (name === undefined) {
    if (typed !== '') row.say('toCounter', 'gapShareAlone');
    return undefined;
  }
  const match = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(typed === '' ? '1/1' : typed);
  if (!match) row.say('toShare', 'gapShareUnreadable');
  const [numerator, denominator] = match ? [Number(match[1]), Number(match[2])] : [1, 1];
  return { name, numerator, denominator, roundTo: row.choice('rounding', roundingLabels) ?? 'minute' };
}

type Base = Pick<GapRule, 'code' | 'account'>;

function gapOf(row: TypedRow, base: Base): GapRule {
  const counter = row.choice('fromCounter', counterLabels);
  const [fromHour, toHour, after] = [row.number('fromHour'), row.number('toHour'), row.text('after')];
  const share = shareOf(row);
  return {
    ...base,
    kind: 'gap',
    direction: row.choice('direction', directionLabels) ?? 'over',
    measured: row.choice('measured', measuredLabels) ?? 'effective',
    period: periodOf(row),
    lower: {
      ...(counter !== undefined && { counter }),
      ...(fromHour !== null && { fromHour }),
      ...(after !== '' && { after }),
    },
    upper: { ...(toHour !== null && { toHour }), ...(share && { counter: share }) },
    contracts: row.choice('contracts', contractLabels) ?? 'fullTime',
  };
}

const natures = Object.entries(natureLabels).map(([key, label]) => {
  const nature = (/^\d$/.test(key) ? Number(key) : key) as DayNature;
  return { nature, label };
});

function daysOffOf(row: TypedRow, base: Base): DaysOffRule {
  const found = pieces(row.text('natures')).flatMap((piece) => {
    const known = natures.find(({ label }) => label === piece.toLowerCase());
    if (!known)
      row.say('natures', 'dayNatureUnknown', { nature: piece, natures: natures.map((each) => each.label).join(', ') });
    return known ? [known.nature] : [];
  });
  return { ...base, kind: 'daysOff', natures: found };
}

/** `21:0` and `21h00` are told by the checks, never guessed. */
function timeRangeOf(row: TypedRow, base: Base): TimeRangeRule {
  return {
    ...base,
    kind: 'timeRange',
    from: row.text('from'),
    to: row.text('to'),
    leastMinutes: row.number('least') ?? 0,
  };
}

function nonCumulativeOf(row: TypedRow, code: string, accounts: readonly TimeAccount[]): NonCumulativeRule {
  const listed = pieces(row.text('accounts')).map((piece) => accountNamed(piece, accounts));
  const kept = row.text('kept');
  return { kind: 'nonCumulative', code, accounts: listed, explicit: kept === '' ? null : accountNamed(kept, accounts) };
}

/** An hour makes at most so many: 125 is a percentage. */
const MOST = 5;

function factorOf(row: TypedRow): BasisPoints {
  const typed = row.number('factor') ?? 1;
  if (typed <= 0 || typed > MOST) row.say('factor', 'accountingFactorOdd');
  return basisPoints(Math.round(typed * 10_000));
}

/** Says what is missing of an operation, or cannot be meant. */
function sayOperation(row: TypedRow, name: keyof typeof operationLabels | undefined, limit: number | null): void {
  const period = row.choice('period', periodLabels);
  if (period === 'day' || period === 'year') row.say('period', 'accountingPeriodOdd');
  if (name === undefined) row.say('operation', 'accountingWithoutOperation');
  else if (name !== 'transfer' && limit === null && !row.isUnreadable('limit'))
    row.say('limit', 'accountingWithoutLimit');
  if (limit !== null && limit < 0) row.say('limit', 'accountingLimitOdd');
}

function accountingOf(row: TypedRow, base: Base, accounts: readonly TimeAccount[]): AccountingRule {
  const name = row.choice('operation', operationLabels);
  const limit = row.number('limit');
  sayOperation(row, name, limit);
  const target = row.text('target');
  const factor = factorOf(row);
  return {
    ...base,
    kind: 'accounting',
    operation:
      name === 'balance' || name === 'movements'
        ? { name: 'cap', on: name, limit: Math.round((limit ?? 0) * 60) }
        : { name: 'transfer' },
    period: row.choice('period', periodLabels) === 'week' ? 'week' : 'month',
    to: target === '' ? null : { account: accountNamed(target, accounts), factor },
  };
}

/** Undefined when the type is not known. A code left blank is that of the account. */
export function ruleOf(row: TypedRow, accounts: readonly TimeAccount[]): TimeRule | undefined {
  const kind = row.choice('kind', ruleLabels);
  const account = accountNamed(row.text('account'), accounts);
  const code = row.text('code') || (kind === 'nonCumulative' || kind === 'accounting' ? '' : account);
  if (kind === undefined) {
    if (!row.isUnreadable('kind')) row.say('kind', 'ruleKindMissing');
    return undefined;
  }
  if (code === '') row.say('code', 'ruleCodeMissing');
  const base = { code, account };
  switch (kind) {
    case 'gap':
      return gapOf(row, base);
    case 'daysOff':
      return daysOffOf(row, base);
    case 'timeRange':
      return timeRangeOf(row, base);
    case 'nonCumulative':
      return nonCumulativeOf(row, code, accounts);
    case 'accounting':
      return accountingOf(row, base, accounts);
  }
}
