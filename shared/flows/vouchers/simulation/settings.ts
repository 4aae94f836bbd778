/** A regulation as it would be: one setting changed, or all of them as another has them. Pure. */
import type { Cents } from '../../../domain/money/money.ts';
import type {
  EmployerShare,
  MonthShift,
  VoucherRegulation,
  VoucherRules,
} from '../../../domain/vouchers/regulation.ts';

/** A regulation as it would be. */
export type Variant = (regulation: VoucherRegulation) => VoucherRegulation;

/** One thing changed, from the order that is simulated on. */
export type SettingChange =
  | { readonly what: 'face'; readonly face: Cents }
  | { readonly what: 'share'; readonly share: EmployerShare }
  | { readonly what: 'cse'; readonly cse: Cents }
  | { readonly what: 'partialDays'; readonly deduct: boolean }
  | { readonly what: 'hourAbsence'; readonly takes: VoucherRules['hourAbsence'] }
  | {
      readonly what: 'windows';
      readonly days: MonthShift;
      readonly absences: MonthShift;
      readonly expenses: MonthShift;
      /** 1–28. */
      readonly startDay: number;
    }
  | { readonly what: 'account' | 'nature'; readonly id: string; readonly deducts: boolean };

function withRules(regulation: VoucherRegulation, rules: Partial<VoucherRules>): VoucherRegulation {
  return { ...regulation, rules: { ...regulation.rules, ...rules } };
}

/** The regulation with the change made: every one of its values, every day of the account. */
export function changed(regulation: VoucherRegulation, change: SettingChange): VoucherRegulation {
  switch (change.what) {
    case 'face':
      return { ...regulation, values: regulation.values.map((value) => ({ ...value, face: change.face })) };
    case 'share':
      return { ...regulation, values: regulation.values.map((value) => ({ ...value, employerShare: change.share })) };
    case 'cse':
      return { ...regulation, values: regulation.values.map((value) => ({ ...value, cse: change.cse })) };
    case 'partialDays':
      return withRules(regulation, { partialDaysDeduct: change.deduct });
    case 'hourAbsence':
      return withRules(regulation, { hourAbsence: change.takes });
    case 'windows': {
      const { days, absences, expenses, startDay } = change;
      return withRules(regulation, { days, absences, expenses, startDay });
    }
    case 'account':
    case 'nature': {
      const side = change.what === 'account' ? 'accounts' : 'natures';
      const impacts = new Map([...regulation[side], [change.id, [{ from: null, deducts: change.deducts }]] as const]);
      return { ...regulation, [side]: impacts };
    }
  }
}

/** Everything but what makes a regulation itself: « and if ours were set like that one? » */
export function settingsLike(model: VoucherRegulation): Variant {
  return ({ key, start }) => ({ ...model, key, start });
}

/** `variant` for the regulation of that name, the others as they are. */
export function onlyFor(name: string, variant: Variant): Variant {
  return (regulation) => (regulation.key === name ? variant(regulation) : regulation);
}
