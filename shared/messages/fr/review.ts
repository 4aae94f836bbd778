/** Sentences of a review: each difference, the answers to it. The pane and the command line say them. */
import type { Decision, ItemKind, Standing } from '../../domain/review/review.ts';
import { counted, grouped } from './words.ts';

export function reviewTitle(lines: number): string {
  return counted(lines, 'différence à revoir', 'différences à revoir');
}
export const kindNames: Readonly<Record<ItemKind, string>> = {
  conflict: 'Conflit',
  added: 'Ajout',
  changed: 'Modification',
  gone: 'Absent de Lucca',
  removed: 'Suppression',
  deletedHere: 'Retiré du classeur',
};
export const toConfirm = 'À confirmer';
export const decisionNames: Readonly<Record<Standing, string>> = {
  accept: 'accepté',
  ignore: 'ignoré',
  undecided: 'à décider',
  waiting: 'attend que la personne soit dans Salariés',
  moot: 'sans objet : la même personne',
};
export const filterLabel = 'Afficher';
export function filterAll(count: number): string {
  return `Tout (${grouped(count)})`;
}
export function filterUndecided(count: number): string {
  return `À décider (${grouped(count)})`;
}
export function filterPeople(count: number): string {
  return `Salariés (${grouped(count)})`;
}
export function filterAbsences(count: number): string {
  return `Absences (${grouped(count)})`;
}
export function filterIgnored(count: number): string {
  return `Ignorés (${grouped(count)})`;
}
export const acceptAll = 'Tout accepter';
export const ignoreAll = 'Tout ignorer';
export const listLabel = 'Différences entre Lucca et le classeur';
export const keysHint =
  '↑ ↓ parcourir · Espace accepter ou ignorer · Suppr ignorer · Entrée voir la cellule · Échap revenir';
export const emptyFilter = 'Aucune différence dans cette vue.';
export function applyAction(lines: number): string {
  return lines === 0 ? 'Appliquer' : `Appliquer (${grouped(lines)})`;
}
export const accept = 'Accepter';
export const ignore = 'Ignorer';
export const takeLucca = 'Prendre la valeur de Lucca';
export const keepMine = 'Garder la valeur de la paie';
export const reveal = 'Afficher la valeur entière';
export const hide = 'Masquer';
export const beforeLabel = 'Dans le classeur';
export const afterLabel = 'Dans Lucca';
export const baseLabel = 'Dernière valeur acceptée';
export const emptyValue = '(vide)';
export function bankCountries(before: string, after: string): string {
  return before === after ? `Pays de la banque : ${after}` : `Pays de la banque : ${before || '—'} → ${after || '—'}`;
}
export const revealFirst =
  'Jamais accepté en lot : affichez la valeur entière (Espace) et vérifiez-la auprès du salarié.';
export const confirmNow = 'Vérifié ? Espace accepte, Suppr ignore, et la suivante à décider vient.';
/** Heard once the full values are shown. */
export function revealed(change: string, countries: string): string {
  return [change, countries, confirmNow].filter((part) => part !== '').join('. ');
}
/** Heard once a line that waited is answered. `next`: the person whose line comes then, '' when nothing is left. */
export function answered(decision: Decision, left: number, next: string): string {
  const rest = counted(left, 'différence reste à décider', 'différences restent à décider');
  return `${decisionNames[decision]}. ${left === 0 ? 'Tout est décidé' : `${rest}. ${next}`}.`;
}
export const deletedHereHint = 'Vous avez retiré cette personne du tableau. Acceptez pour la faire revenir.';
export const goneHint =
  "Cette personne n'est plus dans Lucca, ou la clé ne la voit plus (droit ou établissement retiré). Elle reste dans le tableau, signalée ; si elle est partie, mettez fin à son contrat dans la paie.";
export function undecidedLeft(count: number): string {
  return `${counted(count, 'différence attend votre décision et restera proposée', 'différences attendent votre décision et resteront proposées')}.`;
}
/** Those that the review shows, of people whom it may bring. */
export function absencesWaiting(count: number): string {
  return `${counted(count, 'absence attend', 'absences attendent')} que la personne soit dans « Salariés ».`;
}
export function keptByPayroll(cells: number): string {
  return `${counted(cells, 'cellule modifiée dans la paie est conservée', 'cellules modifiées dans la paie sont conservées')}.`;
}

/* What a line of the review is about */
export function arrival(establishment: string, start: string): string {
  return ['Nouvelle personne', establishment, start === '' ? '' : `contrat du ${start}`]
    .filter((part) => part !== '')
    .join(', ');
}
export function absenceSpan(account: string, from: string, fromHalf: string, to: string, toHalf: string): string {
  const whole = fromHalf === 'matin' && toHalf === 'après-midi';
  if (from === to) return `${account}, ${from}${whole ? '' : ` ${fromHalf === toHalf ? fromHalf : ''}`.trimEnd()}`;
  return `${account}, du ${from}${fromHalf === 'matin' ? '' : ` ${fromHalf}`} au ${to}${toHalf === 'après-midi' ? '' : ` ${toHalf}`}`;
}
export function valueChange(heading: string, before: string, after: string): string {
  return `${heading} : ${before} → ${after}`;
}
export const problemsLabel = 'À vérifier dans ces valeurs';
export const masked = '••••••';
