/** « Contrôle »: what changed since the month before, who has nothing, and what could not be compared. */
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CountedTopic, MonthFigure } from '../../../domain/people/month/control.ts';
import { counted, monthName } from '../words.ts';
import { decimalHours } from '../worktime/hours.ts';

type Facts = Finding['facts'];
const namesIn = (facts: Facts) =>
  String(facts['months'])
    .split(' ')
    .map((month) => monthName(month as PlainMonth))
    .join(' et ');
const isOne = (facts: Facts) => !String(facts['months']).includes(' ');
const decimal = (hundredths: number) => (hundredths / 100).toFixed(2).replace('-', '−').replace('.', ',');
const whole = (hundredths: number) =>
  hundredths % 100 === 0 ? String(hundredths / 100).replace('-', '−') : decimal(hundredths);

const quantities: Readonly<Record<CountedTopic, (hundredths: number) => string>> = {
  vouchers: (hundredths) => `${whole(hundredths)} ${Math.abs(hundredths) < 200 ? 'titre' : 'titres'}`,
  absences: (hundredths) => `${whole(hundredths)} ${Math.abs(hundredths) < 200 ? 'demi-journée' : 'demi-journées'}`,
  hours: (hundredths) => decimalHours(decimal(hundredths)),
};

/** A number with its unit: « 18 titres », « 3,50 h ». */
export function quantityText(topic: CountedTopic, hundredths: number): string {
  return quantities[topic](hundredths);
}

function figureText({ topic, item, hundredths }: MonthFigure): string {
  return `${item === '' ? '' : `${item} `}${quantityText(topic, hundredths)}`;
}

/** `left`: last day of somebody who is not under contract in the month; null otherwise. */
export function nothingText(before: PlainMonth, had: readonly MonthFigure[], left: PlainDate | null): string {
  const gone = left ? ` Sorti(e) le ${frenchDate(left)}.` : '';
  return `Rien ce mois ; en ${monthName(before)} : ${had.map(figureText).join(', ')}.${gone}`;
}
/** `hasAbsences`: those of the month are known; of others nothing is said. */
export function nowhereText(hasAbsences: boolean): string {
  return `Présent(e) ce mois, et dans aucune commande, aucun export${hasAbsences ? ', aucune absence' : ''}.`;
}
/** Somebody of whom nothing is known but this. */
export const someoneUnder = (id: string) => `Identifiant Lucca ${id}`;
export const bankChanged = (on: string) => `Coordonnées bancaires changées dans Lucca le ${on}.`;
export function valueChanged(heading: string, before: string, after: string): string {
  return `${heading} : ${before === '' ? 'vide' : before} → ${after === '' ? 'vide' : after}.`;
}
export const totalText = 'Total de l’établissement.';
/** « 18 titres → 14 titres ». */
export function gapText(topic: CountedTopic, before: number, after: number): string {
  return `${quantityText(topic, before)} → ${quantityText(topic, after)}`;
}

export const controlMonthSentences = {
  controlNothing: (facts: Facts) =>
    `Rien à comparer entre ${monthName(facts['month'] as PlainMonth)} et le mois d’avant : validez les commandes de titres, calculez les heures, et actualisez le classeur avec chacun des deux mois.`,
  controlNoOrder: (facts: Facts) =>
    `Aucune commande de titres en ${namesIn(facts)} : rien à comparer pour les titres-restaurant.`,
  controlRegulationAlone: (facts: Facts) =>
    `Commandés un seul des deux mois : ${String(facts['regulations'])}. Leurs titres ne sont pas comparés.`,
  controlNoHours: (facts: Facts) =>
    `Aucune heure exportée ni calculée en ${namesIn(facts)} : rien à comparer pour les heures.`,
  controlAbsencesLacking: (facts: Facts) =>
    `Absences que le classeur n’a pas encore (${namesIn(facts)}) : elles ne sont pas comparées. ${isOne(facts) ? 'Choisissez ce mois' : 'Choisissez chacun de ces mois'}, puis Actualiser.`,
  controlUnder: (facts: Facts) =>
    `${counted(Number(facts['lines']), 'écart n’est pas montré', 'écarts ne sont pas montrés')}, sous les seuils de « Seuils du contrôle ».`,
  controlThresholdNegative: () => 'Un seuil ne peut pas être négatif : le seuil habituel est pris.',
} as const;
