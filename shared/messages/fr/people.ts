/** Lists of people in the pane: how they are searched and walked through. */
import { grouped } from './words.ts';

export const searchLabel = 'Chercher un nom ou un matricule';
export const searchHint = 'Nom ou matricule';
export const filterLabel = 'Afficher';
export function filterAll(count: number): string {
  return `Tout le monde (${grouped(count)})`;
}
export function filterLook(count: number): string {
  return `À regarder (${grouped(count)})`;
}
export const keysOfDetail = '↑ ↓ pour parcourir, Entrée pour le détail, Échap pour revenir.';
export const keysOfList = '↑ ↓ pour parcourir, Échap pour revenir.';
export const nobody = 'Personne dans cette vue.';
