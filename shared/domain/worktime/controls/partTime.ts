/** Part time: never up to the legal week, a share of additional hours, and a contract that no longer says the truth. */
import { additionalShare, legalWeek, revisedFrom } from '../../legal/workingTime.ts';
import { sum } from '../dayTime.ts';
import { contractOn } from '../weeks.ts';
import { countedMinutes, limitOn, passed, weeksOf, type Control, type ControlInput, type Week } from './control.ts';
import { dozens } from './durations.ts';

const WHOLE = 10_000;

function partTimeWeeks(input: ControlInput): Week[] {
  return weeksOf(input.days).filter(({ days }) =>
    days.some(({ date }) => contractOn(input.contracts, date)?.isPartTime === true),
  );
}

/** What the work cycle makes of a week; null when it does not say it in hours. */
function contractMinutes({ days }: Week): number | null {
  return sum(days.map(({ counters }) => counters.contractual));
}

/** At or beyond the legal week (art. L3123-9): it blocks, whatever the contract and the agreement. */
export const reachesLegalWeek: Control = (input) =>
  partTimeWeeks(input).flatMap(({ span, days }) => {
    const limit = limitOn('partTimeFull', legalWeek, span.from, input);
    const measured = countedMinutes(days);
    if (span.to < input.from || limit === undefined || measured < limit) return [];
    return [passed({ code: 'partTimeFull', span, measured, limit, law: legalWeek, severity: 'error' }, input)];
  });

/** Beyond a tenth of the contract, a third where an agreement says so. */
export const additionalHours: Control = (input) =>
  partTimeWeeks(input).flatMap((week) => {
    const { span } = week;
    const share = limitOn('additionalHours', additionalShare, span.from, input);
    const contract = contractMinutes(week);
    if (span.to < input.from || share === undefined || contract === null) return [];
    const [measured, limit] = [countedMinutes(week.days) - contract, Math.round((contract * share) / WHOLE)];
    if (measured <= limit) return [];
    return [passed({ code: 'additionalHours', span, measured, limit, law: additionalShare }, input)];
  });

/** Two hours a week over the contract on average for twelve weeks: the contract is to be revised. */
export const revisedContract: Control = (input) =>
  dozens(partTimeWeeks(input)).flatMap((weeks) => {
    const [first, last] = [weeks[0], weeks.at(-1)];
    const contract = sum(weeks.map(contractMinutes));
    if (!first || !last || last.span.to < input.from || contract === null) return [];
    const span = { from: first.span.from, to: last.span.to };
    const limit = limitOn('contractToRevise', revisedFrom, span.to, input);
    const worked = weeks.reduce((total, { days }) => total + countedMinutes(days), 0);
    const measured = Math.round((worked - contract) / weeks.length);
    if (limit === undefined || worked - contract < limit * weeks.length) return [];
    return [passed({ code: 'contractToRevise', span, measured, limit, law: revisedFrom }, input)];
  });
