/** What the law says of working time in hours, dated. Read in docs/rules/worktime.md what each row rests on. */
import { plainDate } from '../calendar/plainDate.ts';
import type { DatedValue } from './datedValue.ts';

const checkedOn = plainDate('2026-11-21');

/** A value that has one row: `article` as the Code du travail numbers it. */
function law(from: string, value: number, what: string, article: string): readonly DatedValue<number>[] {
  const source = {
    title: `${what} (C. trav., art. ${article})`,
    url: `https://www.legifrance.gouv.fr/search/code?query=${article}`,
  };
  return [{ from: plainDate(from), value, source, checkedOn }];
}

/** Minutes of a civil week from which hours are overtime: the 36th begins after 35 h. */
export const legalWeek = law('2002-01-01', 2_100, 'Durée légale du travail', 'L3121-27');

/** Minutes of the « journée de solidarité » of full time, which no premium pays; in proportion for part time. */
export const solidarityDay = law('2008-04-17', 420, 'Journée de solidarité', 'L3133-8');

/** The code numbered its articles anew in 2016; the durations are older. Nothing is controlled before. */
const SINCE = '2016-08-10';

/** Longest working day, in minutes. */
export const longestDay = law(SINCE, 600, 'Durée quotidienne maximale', 'L3121-18');
/** Longest civil week. */
export const longestWeek = law(SINCE, 2_880, 'Durée hebdomadaire maximale', 'L3121-20');
/** Longest average week over twelve in a row. */
export const longestAverage = law(SINCE, 2_640, 'Durée hebdomadaire moyenne sur douze semaines', 'L3121-22');
/** Work after which a break is due. */
export const workBeforeBreak = law(SINCE, 360, 'Pause', 'L3121-16');
/** Shortest break. */
export const shortestBreak = law(SINCE, 20, 'Pause', 'L3121-16');
/** Shortest rest between two days. */
export const dailyRest = law(SINCE, 660, 'Repos quotidien', 'L3131-1');
/** Shortest rest of a week: 24 h and the rest of a day. */
export const weeklyRest = law(SINCE, 2_100, 'Repos hebdomadaire', 'L3132-2');
/** Most days of work in a civil week. */
export const mostDays = law(SINCE, 6, 'Jours travaillés par semaine', 'L3132-1');
/** Minutes of night in a day that count for being a night worker, and how many times a week. */
export const nightOfWorker = law(SINCE, 180, 'Travailleur de nuit', 'L3122-5');
export const nightsOfWorker = law(SINCE, 2, 'Travailleur de nuit', 'L3122-5');
/** Minutes of night in twelve months that make a night worker where no agreement says otherwise. */
export const nightYearOfWorker = law(SINCE, 16_200, 'Travailleur de nuit', 'L3122-23');
/** Longest day of a night worker. */
export const longestNightDay = law(SINCE, 480, 'Durée quotidienne du travailleur de nuit', 'L3122-6');
/** Longest average week of a night worker over twelve in a row. */
export const longestNightAverage = law(SINCE, 2_400, 'Durée hebdomadaire du travailleur de nuit', 'L3122-7');
/** Share of the contract that additional hours may reach, in basis points. */
export const additionalShare = law(SINCE, 1_000, 'Limite des heures complémentaires', 'L3123-28');
/** Minutes a week, on average over twelve, from which a part-time contract is to be revised. */
export const revisedFrom = law(SINCE, 120, 'Modification de l’horaire contractuel', 'L3123-13');
/** Minutes of overtime a year without an agreement. */
export const yearlyContingent = law(SINCE, 13_200, 'Contingent annuel', 'D3121-24');
/** Minutes of mandatory rest from which it may be taken. */
export const restOpens = law(SINCE, 420, 'Contrepartie obligatoire en repos', 'D3121-18');
/** Months in which it is to be taken once open. */
export const restMonths = law(SINCE, 2, 'Contrepartie obligatoire en repos', 'D3121-18');
/** Most people of an employer whose mandatory rest is half of the hours; the whole of them above. */
export const smallEmployer = law(SINCE, 20, 'Contrepartie obligatoire en repos', 'L3121-38');
