/** What is asked of « Simuler », and what it makes of the settings. Pure. */
import { addMonths, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { basisPoints, cents } from '../../../shared/domain/money/money.ts';
import { canonical, textCell } from '../../../shared/domain/review/cell.ts';
import { valueOfOrder } from '../../../shared/domain/vouchers/amounts.ts';
import {
  deductsOn,
  LAST_START_DAY,
  type MonthShift,
  type VoucherRegulation,
} from '../../../shared/domain/vouchers/regulation.ts';
import { windowsOf } from '../../../shared/domain/vouchers/windows.ts';
import {
  changed,
  onlyFor,
  settingsLike,
  type SettingChange,
  type Variant,
} from '../../../shared/flows/vouchers/simulation/settings.ts';
import type { MonthBasis } from '../../../shared/flows/vouchers/simulation/simulateMonths.ts';
import type { VoucherSimulation } from '../../../shared/flows/vouchers/simulation/sides.ts';
import type { WizardBase } from '../../../shared/flows/vouchers/wizard/wizardBase.ts';
import { typedHundredths } from './typedHundredths.ts';

export type SimulationKind = 'change' | 'like' | 'months';

/** Texts stay as they were typed. */
export interface SimulationAsked {
  readonly kind: SimulationKind;
  readonly regulation: string;
  readonly what: SettingChange['what'];
  readonly face: string;
  readonly shareKind: 'rate' | 'amount';
  readonly share: string;
  readonly cse: string;
  readonly days: MonthShift;
  readonly absences: MonthShift;
  readonly expenses: MonthShift;
  readonly startDay: string;
  /** The account or nature whose impact is turned round. */
  readonly account: string;
  readonly nature: string;
  readonly model: string;
  readonly other: PlainMonth;
}

/** What was simulated, and, of two months, how each was come by. */
export interface SimulationResult {
  readonly asked: SimulationAsked;
  readonly simulation: VoucherSimulation;
  readonly basis: { readonly now: MonthBasis; readonly then: MonthBasis } | null;
  /** The month is ordered under the regulation: it was taken as if it were not. */
  readonly isOrdered: boolean;
}

/** Regulations that the month may be computed with. */
export function validOnes({ readings }: WizardBase): VoucherRegulation[] {
  return readings.states.flatMap(({ regulation }) => regulation ?? []);
}

function textOfHundredths(amount: number): string {
  return (amount / 100).toFixed(2).replace('.', ',');
}

/** The question as it opens for a regulation: its own settings, to be changed. */
export function askedOf(month: PlainMonth, regulations: readonly VoucherRegulation[], name?: string): SimulationAsked {
  const regulation = regulations.find(({ key }) => key === name) ?? regulations[0];
  const value = regulation && valueOfOrder(regulation.values, month);
  const share = value?.employerShare;
  const { days = 'M', absences = 'M-1', expenses = 'M-1', startDay = 1 } = regulation?.rules ?? {};
  return {
    kind: 'change',
    regulation: regulation?.key ?? '',
    what: 'face',
    face: value ? textOfHundredths(value.face) : '',
    shareKind: share?.kind ?? 'rate',
    share: share ? textOfHundredths(share.kind === 'rate' ? share.rate : share.cents) : '',
    cse: value ? textOfHundredths(value.cse) : '',
    ...{ days, absences, expenses, startDay: String(startDay) },
    account: [...(regulation?.accounts.keys() ?? [])][0] ?? '',
    nature: [...(regulation?.natures.keys() ?? [])][0] ?? '',
    model: regulations.find(({ key }) => key !== regulation?.key)?.key ?? '',
    other: addMonths(month, -1),
  };
}

/** A day that a period may begin on; undefined for what is none. */
function periodDay(typed: string): number | undefined {
  const text = canonical('integer', textCell(typed));
  const day = /^\d+$/.test(text) ? Number(text) : 0;
  return day >= 1 && day <= LAST_START_DAY ? day : undefined;
}

/** What the change turns, of the account or the nature, on the last day that the order looks at. */
export function impactNow(regulation: VoucherRegulation, side: 'account' | 'nature', id: string, month: PlainMonth) {
  const { absences, meals } = windowsOf(regulation.rules, month);
  const [impacts, from] = side === 'account' ? [regulation.accounts, absences.to] : [regulation.natures, meals.to];
  return deductsOn(impacts, id, from) ?? false;
}

/** The two months that are compared, the earlier first. */
export function monthsOf(
  { other }: Pick<SimulationAsked, 'other'>,
  month: PlainMonth,
): readonly [PlainMonth, PlainMonth] {
  return other < month ? [other, month] : [month, other];
}

/** The change that is asked for; undefined when what was typed is no amount, or there is nothing to change. */
export function changeOf(
  asked: SimulationAsked,
  regulation: VoucherRegulation,
  month: PlainMonth,
): SettingChange | undefined {
  const { what, days, absences, expenses } = asked;
  const { partialDaysDeduct, hourAbsence } = regulation.rules;
  switch (what) {
    case 'face': {
      const face = typedHundredths(asked.face);
      return face === undefined ? undefined : { what, face: cents(face) };
    }
    case 'share': {
      const share = typedHundredths(asked.share);
      if (share === undefined) return undefined;
      const isRate = asked.shareKind === 'rate';
      return {
        what,
        share: isRate ? { kind: 'rate', rate: basisPoints(share) } : { kind: 'amount', cents: cents(share) },
      };
    }
    case 'cse': {
      // Nothing typed is nothing paid, as in the sheet.
      const cse = asked.cse.trim() === '' ? 0 : typedHundredths(asked.cse);
      return cse === undefined ? undefined : { what, cse: cents(cse) };
    }
    case 'windows': {
      const startDay = periodDay(asked.startDay);
      return startDay === undefined ? undefined : { what, days, absences, expenses, startDay };
    }
    case 'partialDays':
      return { what, deduct: !partialDaysDeduct };
    case 'hourAbsence':
      return { what, takes: hourAbsence === 'full' ? 'any' : 'full' };
    case 'account':
    case 'nature': {
      const id = asked[what];
      return id === '' ? undefined : { what, id, deducts: !impactNow(regulation, what, id, month) };
    }
  }
}

/** The settings of the second side; undefined while the question is not whole, or asks for two months. */
export function variantOf(
  asked: SimulationAsked,
  regulations: readonly VoucherRegulation[],
  month: PlainMonth,
): Variant | undefined {
  const own = regulations.find(({ key }) => key === asked.regulation);
  if (!own) return undefined;
  if (asked.kind === 'like') {
    const model = regulations.find(({ key }) => key === asked.model && key !== own.key);
    return model && onlyFor(own.key, settingsLike(model));
  }
  const change = asked.kind === 'change' ? changeOf(asked, own, month) : undefined;
  return change && onlyFor(own.key, (regulation) => changed(regulation, change));
}
