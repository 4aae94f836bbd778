/** What « Remarque » says of a line of « Correspondance champs » that nobody accepted yet. */

export function foundAs(by: 'name' | 'code'): string {
  return by === 'name'
    ? 'Proposé d’après le nom du champ : à vérifier.'
    : 'Proposé d’après le code du champ : à vérifier.';
}

/** `source`: as the sheet says it; `code`: '' without one. */
export function otherProposal(source: string, code: string): string {
  return `Proposition : ${source}${code === '' ? '' : ` ${code}`}.`;
}
