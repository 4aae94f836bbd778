/** « Correspondance champs » in the pane, and what the command line says alike. */
import type { FieldState } from './fieldWords.ts';
import { counted } from '../words.ts';

export const fieldsAction = 'Correspondance champs';
export const fieldsTitle = 'Correspondance champs';
export const fieldsIntro =
  'D’où vient chaque champ de la paie dans Lucca. Ce que vous validez sert à toutes les lectures suivantes.';
export const readAgain = 'Relire';
export const prepareAction = 'Préparer la feuille';
export const validateAction = 'Valider';
export const undoAction = 'Annuler la dernière écriture';

export const notPrepared =
  'La feuille « Correspondance champs » n’existe pas encore. Préparez-la : chaque champ de la paie y a sa ligne, avec une proposition.';
export const notAccepted = 'Rien n’est encore validé : chaque champ est lu là où Lucca porte le même nom.';
export const notListed =
  'Lucca ne montre aucun champ personnalisé : la clé n’a peut-être pas le droit de les lire, et leurs codes ne sont pas vérifiés.';
export const differs = 'La feuille diffère de la version validée : validez-la pour qu’elle serve.';
export const unmarked =
  'La colonne « État » ne dit plus ce qui est validé : validez de nouveau pour qu’elle le redise, ou corrigez d’abord la feuille.';
export const notReadYet = 'Cette version servira à la prochaine lecture : actualisez.';

export function acceptedOn(stamp: string, by: string): string {
  return `Validée le ${stamp} par ${by}.`;
}

const stateCounts: Readonly<Record<FieldState, readonly [one: string, many: string]>> = {
  incomplete: ['champ à compléter', 'champs à compléter'],
  vanished: ['disparu', 'disparus'],
  proposed: ['proposé', 'proposés'],
  accepted: ['validé', 'validés'],
};

/** `2 champs à compléter, 9 proposés, 20 validés`; states without a field are left out. */
export function statesCounted(counts: Readonly<Record<FieldState, number>>): string {
  const order: readonly FieldState[] = ['incomplete', 'vanished', 'proposed', 'accepted'];
  const parts = order
    .filter((state) => counts[state] > 0)
    .map((state) => counted(counts[state], ...stateCounts[state]));
  return `${parts.join(', ')}.`;
}

export const listLabel = 'Champs de la paie';
export const listKeys = 'Flèches : parcourir. Entrée : voir la ligne de la feuille. Échap : retour.';
export const noField = 'Aucun champ.';
export function samplesOf(samples: readonly string[]): string {
  return `Exemples : ${samples.join(' · ')}`;
}
export const fromNowhere = 'à choisir';
/** `champ personnalisé e_Ville (Ville)` */
export function fromSource(source: string, code: string, name: string): string {
  if (code === '') return source;
  return name === '' ? `${source} ${code}` : `${source} ${code} (${name})`;
}

export function prepared(added: number, changed: number): string {
  if (added + changed === 0) return 'La feuille est à jour : rien n’a été écrit.';
  const parts = [
    ...(added === 0 ? [] : [counted(added, 'ligne ajoutée', 'lignes ajoutées')]),
    ...(changed === 0 ? [] : [counted(changed, 'cellule mise à jour', 'cellules mises à jour')]),
  ];
  return `La feuille est prête : ${parts.join(', ')}. Vos choix n’ont pas été touchés. Relisez-la, puis validez.`;
}

export const validated = 'La correspondance est validée. Actualisez : Lucca sera lu ainsi.';
export const alreadyValidated = 'Cette correspondance était déjà validée.';
export const toCorrect = 'Rien n’est validé : corrigez d’abord ce qui suit.';
export const sheetNotMarked =
  'La feuille n’a pas pu être mise à jour : préparez-la de nouveau pour voir ce qui est validé.';
