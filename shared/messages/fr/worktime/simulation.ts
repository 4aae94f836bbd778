/** Sentences of « Simuler » for working time. */
import { euros } from '../euros.ts';
import { counted, grouped, ofMonth } from '../words.ts';
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { hours } from './hours.ts';

export const simulateAction = 'Simuler un autre jeu de règles';
export const runAction = 'Simuler';
export const simulationTitle = (month: PlainMonth) => `Simulation ${ofMonth(month)}`;
export const nothingWritten = 'Rien n’est écrit dans le classeur, ni transmis.';

/* The question */
export const triedLabel = 'Jeu de règles essayé';
export const ownSets = 'Règles de temps';
export const readySets = 'Prêts à l’emploi';
export const regulationLabel = 'À la place de celui de';
export const everyRegulation = 'tous les réglementaires qui comptent des heures';
export const rateLabel = 'Taux horaire en euros (facultatif)';
export const rateHint =
  'Le même pour tous. Les heures au-delà du contrat valent ce taux et leur majoration ; les autres (nuit, dimanche…), déjà dans le salaire, leur seule majoration.';
export const rateWrong = 'Saisissez un montant en euros, par exemple 15,50, ou rien.';

/* What stopped it */
export const stopped = 'La simulation a été arrêtée à votre demande.';
export const setGone = 'Ce jeu n’est plus dans « Règles de temps » : choisissez-en un autre.';
export const setInvalid =
  'Ce jeu ne peut pas être essayé : corrigez ce qui est signalé ci-dessous, ou choisissez-en un autre.';

/* Both sides */
export const again = 'Changer la simulation';
export function compared(set: string, regulation: string): string {
  return `Le jeu « ${set} » à la place de celui de ${regulation === '' ? everyRegulation : `« ${regulation} »`}.`;
}
export const accountsCaption = 'Par compte';
export const headings = { held: 'Aujourd’hui', tried: 'Simulé', gap: 'Écart' } as const;
export const costLabel = 'Coût';
export const noHours = 'Aucune heure sur un compte, d’un côté ni de l’autre.';
/** `+2 h`, `−30 min`, `=` */
export function signedHours(minutes: number): string {
  return minutes === 0 ? '=' : `${minutes > 0 ? '+' : ''}${hours(minutes)}`;
}
/** `+3,60 €`, `=` */
export function signedEuros(amount: number): string {
  return amount === 0 ? '=' : `${amount < 0 ? '−' : '+'}${euros(Math.abs(amount))}`;
}
export { euros, hours };
export function accountGap(code: string, held: number, tried: number): string {
  return `${code} ${held === tried ? hours(held) : `${hours(held)} → ${hours(tried)}`}`;
}
export const peopleTitle = (people: number) => `Par personne (${grouped(people)})`;
export const listLabel = 'Écarts par personne, du plus grand au plus petit';
export const nobody = 'Aucun écart : les deux donnent la même chose à chacun.';
export const nobodyCompared =
  'Personne n’a pu être comparé : il n’y a aucun écart à montrer. Essayez un autre jeu, ou à la place de celui d’un seul réglementaire.';

/* What makes no amount */
export const unrated = 'majoration non saisie';
export const isRest = 'en repos, sans coût';
export function unratedAccounts(codes: readonly string[]): string {
  return `Le coût est sans la majoration de ${codes.join(', ')} : saisissez-la dans « Comptes de temps », après avoir copié le jeu s’il est prêt à l’emploi.`;
}

/* Whom a side cannot count */
export function leftTitle(people: number): string {
  return `${counted(people, 'personne ne peut', 'personnes ne peuvent')} pas être ${people < 2 ? 'comptée' : 'comptées'} des deux côtés`;
}
export const leftUnknown = 'Voyez ses remarques dans le résultat du mois.';
export const leftToday = 'Déjà avec les règles d’aujourd’hui :';
function contractsLeft(hours: string, contracts: string) {
  return (rules: readonly string[], people: number) =>
    `Le jeu essayé compte des heures ${hours} (${rules.join(', ')}), et ${counted(people, 'contrat est', 'contrats sont')} à temps ${contracts}. Rien n’est à changer dans « Réglementaires de temps ».`;
}
/** What a tried set says of contracts of the other kind: nothing is wrong with the regulation of these people. */
export const otherContract: Readonly<Record<string, (rules: readonly string[], people: number) => string>> = {
  gapRuleOfPartTime: contractsLeft('complémentaires', 'plein'),
  gapRuleOfFullTime: contractsLeft('supplémentaires', 'partiel'),
};
export function ofPeople(sentence: string, people: number): string {
  return people < 2 ? sentence : `${sentence} (${grouped(people)} personnes)`;
}
/** « Martin Léa, Durand Paul et 49 autres ». */
export function names(all: readonly string[], shown: number): string {
  const rest = all.length - shown;
  return rest <= 0 ? all.join(', ') : `${all.slice(0, shown).join(', ')} et ${counted(rest, 'autre', 'autres')}`;
}
