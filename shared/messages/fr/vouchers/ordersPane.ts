/** Sentences of the orders of titres-restaurant in the task pane. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { euros } from '../euros.ts';
import { counted, monthName } from '../words.ts';
import { ofMonth } from './days.ts';
import { peopleOf, totalSentence, vouchersOf } from './pane.ts';

export const ordersTitle = 'Commandes';
export const noOrders = 'Aucune commande n’a encore été validée dans ce classeur.';
export const validateAction = 'Valider la commande';
export const confirmValidate = 'Valider';
export const giveUp = 'Ne rien faire';
export function validateQuestion(regulation: string, month: PlainMonth): string {
  return `Valider la commande ${ofMonth(month)} ${month.slice(0, 4)} de « ${regulation} » ?`;
}
export function freezes(people: number, vouchers: number, amount: number): string {
  return `Sont figés : ${vouchersOf(vouchers)}, ${euros(amount)}, et le calcul de ${peopleOf(people)}, avec les réglages d’aujourd’hui. Ce qui changera ensuite donnera une régularisation sur une commande suivante.`;
}
export function leftOut(people: number): string {
  return people === 0
    ? 'Personne n’est laissé de côté.'
    : `${counted(people, 'personne incomplète est laissée', 'personnes incomplètes sont laissées')} de côté : une commande suivante ${people === 1 ? 'la' : 'les'} rattrapera.`;
}
export function validated(regulation: string): string {
  return `La commande de « ${regulation} » est validée et inscrite dans « Registre TR ».`;
}
export const orderAction = 'Marquer commandée';
export function markedOrdered(number: string): string {
  return `La commande ${number} est marquée commandée.`;
}
export const cancelAction = 'Annuler la commande';
export function cancelQuestion(number: string): string {
  return `Annuler la commande ${number} ?`;
}
export const cancelMeans =
  'Ce qu’elle a donné et retiré ne comptera plus ; ses lignes restent dans le registre, avec la date d’annulation. Le mois pourra être calculé et validé de nouveau. Rien n’est envoyé à l’émetteur. Prévenez-le si la commande lui est parvenue.';
export function cancelled(number: string): string {
  return `La commande ${number} est annulée. Recalculez le mois pour la refaire.`;
}
export function orderSummary(vouchers: number, people: number, amount: number): string {
  return `${totalSentence(vouchers, people)}, ${euros(amount)}`;
}
export function orderName(number: string, regulation: string, month: PlainMonth): string {
  return `${number} · ${regulation} · ${monthName(month)}`;
}
