/** What a simulation compares, in words. */
import { euros, percent } from '../../../../../shared/messages/fr/euros.ts';
import type { VoucherRegulation } from '../../../../../shared/domain/vouchers/regulation.ts';
import type { WizardBase } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { monthName } from '../../../../../shared/messages/fr/words.ts';
import { periodsSummary } from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import {
  changeOf,
  impactNow,
  monthsOf,
  validOnes,
  type SimulationAsked,
  type SimulationResult,
} from '../../../model/simulationAsked.ts';

const french = new Intl.Collator('fr', { numeric: true });

/** Accounts or natures that the regulation decides, by name. */
export function namesOf({ frame }: WizardBase, regulation: VoucherRegulation, side: 'account' | 'nature') {
  const [known, impacts] =
    side === 'account' ? [frame.accounts, regulation.accounts] : [frame.natures, regulation.natures];
  const decided = known.filter(({ id }) => impacts.has(id)).sort((a, b) => french.compare(a.name, b.name));
  return Object.fromEntries(decided.map(({ id, name }) => [id, name]));
}

function impactSentence(base: WizardBase, regulation: VoucherRegulation, side: 'account' | 'nature', id: string) {
  const name = namesOf(base, regulation, side)[id] ?? id;
  const { deducts, spares } = text.sideNames.impact;
  return impactNow(regulation, side, id, base.month)
    ? text.flips(name, deducts, spares)
    : text.flips(name, spares, deducts);
}

/** What a rule of two sides becomes, in words. */
export function turned(base: WizardBase, asked: SimulationAsked, regulation: VoucherRegulation): string {
  const { partialDaysDeduct, hourAbsence } = regulation.rules;
  const { partialDays: partial, hourAbsence: hours } = text.sideNames;
  if (asked.what === 'partialDays')
    return partialDaysDeduct
      ? text.flips(text.whats.partialDays, partial.deducted, partial.kept)
      : text.flips(text.whats.partialDays, partial.kept, partial.deducted);
  if (asked.what === 'hourAbsence')
    return hourAbsence === 'full'
      ? text.flips(text.whats.hourAbsence, hours.full, hours.any)
      : text.flips(text.whats.hourAbsence, hours.any, hours.full);
  if (asked.what !== 'account' && asked.what !== 'nature') return '';
  return impactSentence(base, regulation, asked.what, asked[asked.what]);
}

/** How the two sides are called. */
export interface SideNames {
  readonly now: string;
  readonly then: string;
}

export function sideNames(base: WizardBase, asked: SimulationAsked): SideNames {
  if (asked.kind !== 'months') return { now: text.today, then: text.simulated };
  const [now, then] = monthsOf(asked, base.month).map(monthName);
  return { now: now ?? '', then: then ?? '' };
}

/** « TR Siège », part patronale : 50 %. Of two months, how each was come by says it all. */
export function comparison(base: WizardBase, { asked, basis }: SimulationResult): string {
  if (basis) {
    const { now, then } = sideNames(base, asked);
    return `${text.basisOf(now, basis.now)} ${text.basisOf(then, basis.then)}`;
  }
  if (asked.kind === 'like') return text.likeOf(asked.regulation, asked.model);
  const regulation = validOnes(base).find(({ key }) => key === asked.regulation);
  const change = regulation && changeOf(asked, regulation, base.month);
  if (!regulation || !change) return '';
  switch (change.what) {
    case 'face':
      return text.changeOf(asked.regulation, text.whatBecomes(text.whats.face, euros(change.face)));
    case 'cse':
      return text.changeOf(asked.regulation, text.whatBecomes(text.whats.cse, euros(change.cse)));
    case 'share': {
      const { share } = change;
      const becomes = share.kind === 'rate' ? percent(share.rate) : euros(share.cents);
      return text.changeOf(asked.regulation, text.whatBecomes(text.whats.share, becomes));
    }
    case 'windows': {
      const periods = periodsSummary(change.days, change.absences, change.expenses, String(change.startDay));
      return text.changeOf(asked.regulation, text.whatBecomes(text.whats.windows, periods));
    }
    default:
      return `« ${asked.regulation} ». ${turned(base, asked, regulation)}`;
  }
}
