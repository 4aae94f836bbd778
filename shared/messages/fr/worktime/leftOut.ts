/** What a month does not count: told before it is handed over, in the pane and on the command line. */
import { counted, grouped } from '../words.ts';
import { hours } from './hours.ts';

export const separator = ', ';

/** « et 2 autres », after the names that are said; '' when all are. */
export function others(count: number): string {
  return count === 0 ? '' : ` et ${counted(count, 'autre', 'autres')}`;
}

export function notCounted(people: number): string {
  return `${counted(people, 'personne n’est pas comptée', 'personnes ne sont pas comptées')} : `;
}

export function notCountedText(people: number, names: readonly string[]): string {
  return `${notCounted(people)}${names.join(separator)}${others(people - names.length)}.`;
}

export const notCountedAdvice =
  'Il leur faut un identifiant dans « Salariés » et, dans « Réglementaires de temps », un réglementaire valide, un seul, et fait pour leur contrat (temps plein ou temps partiel). Complétez ces feuilles, puis recalculez.';
export const regulationsAction = 'Ouvrir « Réglementaires de temps »';

/** `weeks` of people: four of one and three of another are seven. */
export function weeksWait(weeks: number, people: number, minutes: number): string {
  const whose = `(${counted(people, 'personne', 'personnes')})`;
  const what =
    weeks === 1
      ? `1 semaine ${whose} attend son approbation`
      : `${grouped(weeks)} semaines ${whose} attendent leur approbation`;
  return `${what} : ${hours(minutes)}.`;
}

/** After both, before a month is closed. */
export const closedWithout = 'Le mois se clôt sans ces heures.';
