/** What the service answers to who sends a mapping that it cannot take as it came. */

export const mappingDoubled = 'Un champ de paie est sur deux lignes : gardez-en une.';
export const mappingHash =
  'La correspondance est arrivée incomplète : rien n’a été gardé. Préparez la feuille, puis validez de nouveau.';
