/** « Mouvements du mois »: what is to be done in payroll, and what may be missing of the list. */
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { MovementKind } from '../../../domain/people/month/movement.ts';
import { decimalHours } from '../worktime/hours.ts';
import { counted, monthName, ofMonth } from '../words.ts';

type Facts = Finding['facts'];
const monthIn = (facts: Facts) => facts['month'] as PlainMonth;

const toDoTexts: Readonly<Record<MovementKind, string>> = {
  hire: 'Fiche à finir dans la paie : Lucca ne transmet ni le contrat, ni le temps de travail, ni la rémunération, ni la DPAE, ni le statut JEI, ni les titres de transport.',
  rehire:
    'Nouvelle entrée à faire dans la paie, DPAE comprise : contrat, temps de travail, rémunération, JEI, titres de transport.',
  returned: 'Est revenu dans Lucca : défaites ce qui a été fait dans la paie',
  secondContract: 'Nouveau contrat à saisir dans la paie : contrat, temps de travail, rémunération.',
  exit: 'Fin de contrat à faire dans la paie.',
  contractEnd: 'Fin de ce contrat à faire dans la paie ; la personne y reste avec l’autre.',
  gone: 'N’est plus dans Lucca. Vérifiez, puis mettez fin à son contrat dans la paie : rien n’y est fait pour vous.',
  futureExit: 'Fin de contrat à prévoir dans la paie.',
  endMoved: 'Date de fin à corriger dans la paie.',
  endRemoved: 'Lucca n’a plus de date de fin : à retirer de la paie si elle y est.',
  establishment: 'Établissement à changer dans la paie.',
  workingTime: 'Temps de travail et rémunération à changer dans la paie : Lucca ne les transmet pas.',
  nature: 'Nature du contrat à changer dans la paie.',
};

/**
 * « À faire dans la paie ». `vouchers`: to give back (positive) or to recover; null where nothing was computed. `hours`: '' without a balance. `late`: the
 * month that should have told it, null for one of its own month. `before`: of somebody who is back, the last day that payroll was told; '' without.
 */
export function toDoText(
  kind: MovementKind,
  facts: {
    readonly isInBook: boolean;
    readonly vouchers: number | null;
    readonly hours: string;
    readonly late: PlainMonth | null;
    readonly before: string;
  },
): string {
  const { isInBook, vouchers, hours, late, before } = facts;
  const ended = before === '' ? '' : ` (contrat terminé le ${before})`;
  return [
    ...(late === null ? [] : [lateText(late)]),
    kind === 'returned' ? `${toDoTexts[kind]}${ended}.` : toDoTexts[kind],
    ...(isInBook ? [] : ['Acceptez d’abord la personne avec « Revoir ».']),
    ...(vouchers === null || vouchers === 0 ? [] : [vouchersText(vouchers)]),
    ...(hours === '' ? [] : [`Heures à solder : ${hours}.`]),
  ].join(' ');
}

const lateText = (month: PlainMonth) =>
  `Appris en retard : la date est la vraie, et les mouvements ${ofMonth(month)} ne le disaient pas.`;

/** « À faire dans la paie » of a row that Lucca says no more. `isDone`: it was made in payroll. */
export function staleToDoText(isExit: boolean, isDone: boolean): string {
  if (!isDone) return 'Lucca ne le dit plus : rien à faire dans la paie.';
  return isExit
    ? 'Lucca n’a plus cette sortie : annulez ou corrigez la fin de contrat faite dans la paie, puis videz « Fait dans la paie ».'
    : 'Lucca ne le dit plus : défaites ce qui est fait dans la paie, puis videz « Fait dans la paie ».';
}

function vouchersText(vouchers: number): string {
  const number = counted(Math.abs(vouchers), 'titre-restaurant', 'titres-restaurant');
  return vouchers > 0 ? `${number} à rendre au solde.` : `${number} à récupérer au solde.`;
}

/** A balance of an account of time: « HS25 +3,50 h ». */
export function balanceText(account: string, hours: number): string {
  const size = Math.abs(hours).toFixed(2).replace('.', ',');
  return `${account} ${hours < 0 ? '−' : '+'}${decimalHours(size)}`;
}
export const balancesAt = (month: PlainMonth, balances: string) => `fin ${monthName(month)}, ${balances}`;

export const movementSentences = {
  movementsMonthUnread: (facts: Facts) =>
    `Les mouvements ${ofMonth(monthIn(facts))} viennent des contrats lus le ${frenchDate(facts['on'] as PlainDate)} : ce mois n’a pas été lu dans Lucca depuis. Actualisez pour les avoir tous.`,
  movementsPlanningUnread: (facts: Facts) =>
    `Les horaires ${String(facts['months'])
      .split(' ')
      .map((month) => ofMonth(month as PlainMonth))
      .join(
        ' et ',
      )} n’ont pas été lus dans Lucca : un changement de temps de travail sans nouveau contrat n’est pas vu.`,
  movementsNoContract: (facts: Facts) =>
    `${counted(Number(facts['people']), 'personne n’a', 'personnes n’ont')} pas de date de contrat dans Lucca, et aucun mouvement : ${facts['names'] ?? ''}${Number(facts['others']) > 0 ? ` et ${counted(Number(facts['others']), 'autre', 'autres')}` : ''}.`,
  movementsVouchersUncomputed: (facts: Facts) =>
    `Les titres-restaurant ${ofMonth(monthIn(facts))} n’ont pas été calculés : ce que les sortants ont à rendre n’est pas connu.`,
} as const;
