/** Words printed on the attendance sheet. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { counted, monthName } from '../words.ts';

export const attendanceTitle = "Feuille d'émargement";
export const attendanceSubject = (month: PlainMonth) => `Titres-restaurant sur papier, ${monthName(month)}`;
export const attendanceOrder = (order: string, regulation: string, issuer: string) =>
  `Commande ${order} · ${regulation} · ${issuer}`;
export const attendanceFace = (face: string) => `Valeur d'un titre : ${face}`;
export const attendancePlace = (name: string, month: PlainMonth) =>
  `${name === '' ? 'Sans établissement' : name} · ${monthName(month)}`;
export const attendanceHeadings = ['Matricule', 'Salarié', 'Titres', 'Valeur', 'Reçu le', 'Signature'] as const;
export const attendanceTotal = (people: number) => `Total : ${counted(people, 'personne', 'personnes')}`;
export function attendanceWhole(people: number, vouchers: number, amount: string): string {
  const size = `${counted(people, 'personne', 'personnes')}, ${counted(vouchers, 'titre', 'titres')}`;
  return `Tous les établissements : ${size}, ${amount}`;
}
export const attendanceComplement = 'Règles complémentaires';
export const attendancePage = (page: number, pages: number) => `Page ${page} / ${pages}`;
export const attendanceReceipt = 'Chacun signe pour le nombre de titres qui lui est remis.';
