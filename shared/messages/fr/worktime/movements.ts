/** Why a movement was posted, as « Mouvements de temps » and the pane say it. */
import { frenchDate } from '../../../domain/calendar/plainDate.ts';
import type { Cause, Movement } from '../../../domain/worktime/movement.ts';
import { natureLabels } from '../../../tables/worktime/timeRulesTable.ts';
import { during, hours } from './hours.ts';

function gapText({ period, measured, bounds }: Extract<Cause, { kind: 'gap' }>): string {
  const until = bounds.upper === null ? '' : `, jusqu'à ${hours(bounds.upper)}`;
  return `${hours(measured)} comptées ${during(period.from, period.to)}, à partir de ${hours(bounds.lower)}${until}`;
}

function nonCumulativeText(
  { account, minutes }: Movement,
  { accounts, kept }: Extract<Cause, { kind: 'nonCumulative' }>,
): string {
  if (minutes > 0) return `Les mêmes minutes étaient sur ${accounts.join(', ')} : elles sont retenues ici`;
  const others = accounts.filter((each) => each !== account);
  const where = others.length === 1 && others[0] === kept ? 'elles y sont retenues' : `elles sont retenues sur ${kept}`;
  return `Les mêmes minutes sont aussi sur ${others.join(', ')} : ${where}`;
}

/** The cause of a movement, without its final stop: « 42 h comptées du 07/09/2026 au 13/09/2026, à partir de 35 h, jusqu'à 43 h ». */
export function causeText(movement: Movement): string {
  const { cause, date } = movement;
  switch (cause.kind) {
    case 'gap':
      return gapText(cause);
    case 'day':
      return `Travail le ${frenchDate(date)} (${natureLabels[cause.nature]})`;
    case 'range':
      return `Travail le ${frenchDate(date)} entre ${cause.from} et ${cause.to}`;
    case 'nonCumulative':
      return nonCumulativeText(movement, cause);
    case 'cap':
      return `${hours(cause.held)} tenues ${during(cause.period.from, cause.period.to)}, pour un plafond de ${hours(cause.limit)}`;
    case 'transfer':
      return `Transfert depuis ${cause.from}`;
  }
}

export const correctionText = (comment: string) => (comment === '' ? 'Correction' : `Correction : ${comment}`);
export const lateText = (month: string) => `Régularisation ${month}, déjà clos`;
export const openingText = 'Solde de départ';
export const takenText = (comment: string) => (comment === '' ? 'Repos pris' : `Repos pris : ${comment}`);
