/** A rule of « Règles de temps » as a sentence, which stands beside it. */
import type {
  AccountingRule,
  CounterName,
  DaysOffRule,
  GapPeriod,
  GapRule,
  NonCumulativeRule,
  TimeRangeRule,
  TimeRule,
} from '../../../domain/worktime/ruleSet.ts';
import { natureLabels } from '../../../tables/worktime/timeRulesTable.ts';
import { hours } from './hours.ts';

/** Each counter after « le », « de » and « à ». */
const counters: Readonly<Record<CounterName, { readonly le: string; readonly de: string; readonly a: string }>> = {
  presence: { le: 'le temps de présence', de: 'du temps de présence', a: 'au temps de présence' },
  effective: { le: 'le travail effectif', de: 'du travail effectif', a: 'au travail effectif' },
  paid: { le: 'le travail rémunéré', de: 'du travail rémunéré', a: 'au travail rémunéré' },
  contractual: { le: 'le temps contractuel', de: 'du temps contractuel', a: 'au temps contractuel' },
  theoretical: { le: 'le temps théorique', de: 'du temps théorique', a: 'au temps théorique' },
};

function each(period: GapPeriod): string {
  if (period.unit === 'week') return period.count === 1 ? 'Chaque semaine' : `Toutes les ${period.count} semaines`;
  return { day: 'Chaque jour', month: 'Chaque mois', year: 'Chaque année' }[period.unit];
}

function ordinal(hour: number): string {
  return hour === 1 ? '1re heure' : `${hour}e heure`;
}

/** « au-delà du temps contractuel et à partir de la 36e heure ». */
function beyond({ lower }: GapRule): string {
  const bounds = [
    ...(lower.counter === undefined ? [] : [`au-delà ${counters[lower.counter].de}`]),
    ...(lower.fromHour === undefined ? [] : [`à partir de la ${ordinal(lower.fromHour)}`]),
    ...(lower.after === undefined ? [] : [`au-delà de la règle ${lower.after}`]),
  ];
  return bounds.join(' et ');
}

/** « pour atteindre le temps contractuel ». */
function upTo({ lower }: GapRule): string {
  const bounds = [
    ...(lower.counter === undefined ? [] : [counters[lower.counter].le]),
    ...(lower.fromHour === undefined ? [] : [`la ${ordinal(lower.fromHour)}`]),
    ...(lower.after === undefined ? [] : [`la fin de la règle ${lower.after}`]),
  ];
  return bounds.length === 0 ? '' : ` pour atteindre ${bounds.join(' et ')}`;
}

function until({ upper }: GapRule): string {
  const { counter, toHour } = upper;
  const share = counter && counter.numerator !== counter.denominator;
  const bounds = [
    ...(toHour === undefined ? [] : [`la ${ordinal(toHour)} incluse`]),
    ...(counter === undefined
      ? []
      : share
        ? [`${counter.numerator}/${counter.denominator} ${counters[counter.name].de}`]
        : [counters[counter.name].le]),
  ];
  return bounds.length === 0 ? '' : `, jusqu'à ${bounds.join(' ou ')},`;
}

function gapText(rule: GapRule): string {
  const { le, a } = counters[rule.measured];
  const counted = rule.direction === 'over' ? `${le} ${beyond(rule)}` : `ce qui manque ${a}${upTo(rule)}`;
  const contracts = rule.contracts === 'partTime' ? ' (temps partiel)' : '';
  return `${each(rule.period)}, ${counted}${until(rule)} va sur ${rule.account}${contracts}.`;
}

function daysOffText({ natures, account }: DaysOffRule): string {
  const days = natures.map((nature) => natureLabels[nature]).join(', ');
  return `La présence des jours suivants va sur ${account} : ${days}.`;
}

function rangeText({ from, to, account, leastMinutes }: TimeRangeRule): string {
  const least = leastMinutes === 0 ? '' : `, à partir de ${hours(leastMinutes)} par poste`;
  return `La présence de ${from} à ${to} va sur ${account}${least}.`;
}

function nonCumulativeText({ accounts, explicit }: NonCumulativeRule): string {
  const kept = explicit === null ? 'celui dont la majoration est la plus forte' : explicit;
  return `Le temps présent sur plusieurs de ${accounts.join(', ')} n'est gardé que sur ${kept}.`;
}

function accountingText({ account, operation, period, to }: AccountingRule): string {
  const when = period === 'week' ? 'chaque semaine' : 'chaque mois';
  const times =
    to === null || to.factor === 10_000 ? '' : `, multiplié par ${String(to.factor / 10_000).replace('.', ',')}`;
  const target = to === null ? 'est perdu' : `va sur ${to.account}${times}`;
  if (operation.name === 'transfer') return `Tout ce que ${account} reçoit ${when} ${target}.`;
  const held = operation.on === 'balance' ? `le solde de ${account}` : `ce que ${account} reçoit`;
  return `Ce que ${held} compte au-delà de ${hours(operation.limit)} ${when} ${target}.`;
}

/** `ruleText(HS25)` → « Chaque semaine, le travail effectif au-delà du temps contractuel, jusqu'à la 43e heure incluse, va sur HS25. » */
export function ruleText(rule: TimeRule): string {
  switch (rule.kind) {
    case 'gap':
      return gapText(rule);
    case 'daysOff':
      return daysOffText(rule);
    case 'timeRange':
      return rangeText(rule);
    case 'nonCumulative':
      return nonCumulativeText(rule);
    case 'accounting':
      return accountingText(rule);
  }
}
