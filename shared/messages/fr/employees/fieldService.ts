/** What the service answers to who sends a mapping that it cannot take as it came. */

export const mappingDoubled = 'Un champ de paie est sur deux lignes : gardez-en une.';
/** `stamp` : `20/11/2026 à 20:04`. Another person may have validated, from another workbook. */
export function mappingMoved(by: string, stamp: string): string {
  return `Rien n’est validé : une autre correspondance l’a été entre-temps par ${by}, le ${stamp}. Relisez ce qui est validé, puis validez de nouveau si la vôtre est la bonne.`;
}
/** Nothing is accepted any more where something was. */
export const mappingGone =
  'Rien n’est validé : la correspondance que vous aviez lue n’est plus celle du service. Relisez, puis validez de nouveau.';

export const mappingHash =
  'La correspondance est arrivée incomplète : rien n’a été gardé. Préparez la feuille, puis validez de nouveau.';
