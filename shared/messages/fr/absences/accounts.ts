/** Words of « Correspondance comptes d'absence ». */

export const proposedFrom = 'Proposé d’après le nom : relisez, puis choisissez « confirmée ».';

/** `names`: the accounts of a yearly pattern. */
export const covers = (names: readonly string[]) => `Vaut aujourd’hui pour ${names.join(', ')}.`;
