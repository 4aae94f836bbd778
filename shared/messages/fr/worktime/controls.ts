/** What is said of a limit that was passed. The article stands beside, in the source of the finding. */
import { frenchDate, type PlainDate } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { grouped } from '../words.ts';
import { during, hours } from './hours.ts';

type Facts = Finding['facts'];

interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * One limit passed several times by one person: « 22 jours : 01/10, 02/10, 05/10, 06/10… Le premier : » and what is said of the first one; `said`: how
 * many are named.
 */
export function severalTimes(spans: readonly Span[], first: string, said: number): string {
  const short = (date: PlainDate) => frenchDate(date).slice(0, 5);
  const isDays = spans.every(({ from, to }) => from === to);
  const named = spans.slice(0, said).map(({ from, to }) => (isDays ? short(from) : `${short(from)} – ${short(to)}`));
  const [many, which] = isDays ? ['jours', 'Le premier'] : ['périodes', 'La première'];
  return `${grouped(spans.length)} ${many} : ${named.join(', ')}${spans.length > said ? '…' : '.'} ${which} : ${first}`;
}

const when = (facts: Facts) => during(facts['from'] as PlainDate, facts['to'] as PlainDate);
const measured = (facts: Facts) => hours(Number(facts['measured']));
const limit = (facts: Facts) => hours(Number(facts['limit']));

export const controlSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  dayTooLong: (facts) => `${measured(facts)} de travail ${when(facts)}, pour ${limit(facts)} au plus dans la journée.`,
  weekTooLong: (facts) => `${measured(facts)} de travail ${when(facts)}, pour ${limit(facts)} au plus dans la semaine.`,
  averageTooLong: (facts) =>
    `${measured(facts)} par semaine en moyenne ${when(facts)}, pour ${limit(facts)} au plus sur douze semaines.`,
  tooManyDays: (facts) =>
    `${facts['measured'] ?? ''} jours de travail ${when(facts)}, pour ${facts['limit'] ?? ''} au plus dans la semaine.`,
  breakMissing: (facts) => `${measured(facts)} de travail sans pause de 20 minutes ${when(facts)}.`,
  dailyRestShort: (facts) =>
    `${measured(facts)} de repos ${when(facts)}, pour ${limit(facts)} au moins entre deux journées.`,
  weeklyRestShort: (facts) =>
    `${measured(facts)} de repos au plus ${when(facts)}, pour ${limit(facts)} au moins par semaine.`,
  nightDayTooLong: (facts) =>
    `${measured(facts)} de travail ${when(facts)}, pour ${limit(facts)} au plus par jour à un travailleur de nuit.`,
  nightAverageTooLong: (facts) =>
    `${measured(facts)} par semaine en moyenne ${when(facts)}, pour ${limit(facts)} au plus à un travailleur de nuit.`,
  partTimeFull: (facts) =>
    `${measured(facts)} comptées ${when(facts)} pour un temps partiel, qui n'atteint jamais ${limit(facts)}. Les heures restent complémentaires ; le contrat est à revoir avec l'employeur.`,
  additionalHours: (facts) =>
    `${measured(facts)} d'heures complémentaires ${when(facts)}, pour ${limit(facts)} au plus dans la semaine.`,
  contractToRevise: (facts) =>
    `${measured(facts)} de plus que le contrat par semaine en moyenne ${when(facts)} : l'horaire du contrat est à modifier.`,
};
