/** Words of « Correspondance comptes d'absence ». */

export const proposedFrom = 'Proposé d’après le nom : relisez, puis choisissez « confirmée ».';

/** `names`: the accounts of a yearly pattern. */
export const covers = (names: readonly string[]) => `Vaut aujourd’hui pour ${names.join(', ')}.`;

/** `congés payés`, `arrêt de travail (maladie)`. */
export const bound = (treatment: string, kind: string) => (kind === '' ? treatment : `${treatment} (${kind})`);

/** `congés payés, code CP` */
export const withCode = (treatment: string, code: string) => `${treatment}, code ${code}`;

/** `patterns`: those that are equally precise. */
export const ambiguous = (patterns: readonly string[]) =>
  `à choisir : ${patterns.map((each) => `« ${each} »`).join(' et ')} se contredisent`;
