/** Sentences of the ready-made sets in the task pane. */
import { counted } from '../words.ts';

export const setsTitle = 'Jeux prêts à l’emploi';
export const setsIntro =
  'Les comptes et les règles du jeu choisi deviennent des lignes de vos feuilles, à adapter. Ce qui s’y trouve déjà n’est jamais modifié.';
export const setLabel = 'Jeu à copier';
export function setContents(accounts: number, rules: number): string {
  return `${counted(accounts, 'compte', 'comptes')}, ${counted(rules, 'règle', 'règles')}`;
}
export const sourcesLabel = 'Sources';
export const intoLabel = 'Copier dans';
export const newSet = 'un nouveau jeu';
export function existingSet(name: string): string {
  return `le jeu « ${name} »`;
}
export const nameLabel = 'Nom du nouveau jeu';
export const nameMissing = 'Donnez un nom au jeu.';
export const withRegulation = 'Créer aussi un réglementaire pour ce jeu';
export const regulationLabel = 'Nom du réglementaire';
export const regulationMissing = 'Donnez un nom au réglementaire.';
export const copyAction = 'Copier';
export function copied(set: string): string {
  return `Le jeu « ${set} » est dans « Règles de temps » et ses comptes dans « Comptes de temps ». Adaptez-les à votre accord, puis cliquez sur Calculer.`;
}
export function nothingCopied(set: string): string {
  return `Tout est déjà dans le jeu « ${set} » : rien n’a été écrit.`;
}
