/** What `passerelle accounts` says. */
import { counted } from '../words.ts';

export const sheetCreated = 'Feuille créée : Correspondance comptes absence';
export const prepareFirst =
  'La feuille « Correspondance comptes absence » n’existe pas encore : « passerelle accounts --prepare » la crée, avec une proposition.';
export const confirmNext =
  'Relisez la feuille, puis lancez « passerelle accounts --confirm » : tout ce qui est proposé sera confirmé.';

export function prepared(added: number, changed: number): string {
  return added + changed === 0
    ? 'La feuille est à jour.'
    : `${counted(added, 'ligne ajoutée', 'lignes ajoutées')}, ${counted(changed, 'cellule modifiée', 'cellules modifiées')}.`;
}

export function confirmed(rows: number): string {
  return rows === 0 ? 'Rien n’était proposé.' : `${counted(rows, 'ligne confirmée', 'lignes confirmées')}.`;
}

export function counts(bound: number, all: number, waiting: number): string {
  const rest =
    waiting === 0 ? 'aucune demi-journée n’attend' : counted(waiting, 'demi-journée attend', 'demi-journées attendent');
  return `${counted(bound, 'compte rattaché', 'comptes rattachés')} sur ${all} ; ${rest}.`;
}

export const proposed = (treatment: string) => `proposée : ${treatment}`;

/** `  Congés payés 2026-2027 (1226) : congés payés, CP` */
export function accountLine(name: string, id: string, state: string, waiting: number): string {
  const rest = waiting === 0 ? '' : ` ; ${counted(waiting, 'demi-journée attend', 'demi-journées attendent')}`;
  return `  ${name} (${id}) : ${state}${rest}`;
}
