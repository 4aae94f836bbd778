/** What `passerelle fields` says. */

export const prepareFirst =
  'La feuille « Correspondance champs » n’existe pas encore : « passerelle fields --prepare » la crée, avec une proposition.';
export const validateNext = 'Relisez la feuille, puis lancez « passerelle fields --validate ».';
export const pullNext = '« passerelle pull » lit Lucca ainsi.';
export const sheetCreated = 'Feuille créée : Correspondance champs';

/** `  Ville : proposé, champ personnalisé e_Ville (Ville)` */
export function fieldLine(heading: string, state: string, source: string): string {
  return `  ${heading} : ${state}, ${source}`;
}
