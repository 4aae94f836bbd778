/** « Règle des jours chômés »: presence on days that are not ordinary. */
import type { DayTime } from '../dayTime.ts';
import { partsMinutes, timedParts, untimedPart, type Movement } from '../movement.ts';
import type { DaysOffRule, DayNature } from '../ruleSet.ts';
import type { RuleKind } from './ruleKind.ts';

type Time = Pick<DayTime, 'presence' | 'untimed'>;

/** A day has several natures; its presence is posted once, under the first that the rule names. */
function posted({ code, account, natures }: DaysOffRule, day: DayTime): Movement[] {
  const { date } = day;
  const movement = (nature: DayNature, { presence, untimed }: Time): Movement[] => {
    const parts = [...timedParts(date, presence), ...untimedPart(date, untimed)];
    const minutes = partsMinutes(parts);
    return minutes === 0 ? [] : [{ date, account, minutes, rule: code, cause: { kind: 'day', nature }, parts }];
  };
  const own = natures.filter((each) => day.natures.has(each));
  const ordinary = own.find((each) => each !== 'solidarity');
  return [
    ...(ordinary === undefined ? [] : movement(ordinary, day)),
    // The solidarity day has time of its own, which is no presence for any other rule.
    ...(own.includes('solidarity') ? movement('solidarity', day.solidarity) : []),
  ];
}

export const daysOffKind: RuleKind<DaysOffRule> = {
  post: (rule, { payDays }) => ({ movements: payDays.flatMap((day) => posted(rule, day)), unknown: [] }),
};
