/** Sentences about the tables of a workbook: lists, cells that cannot be read. One function per sentence. */
import type { Finding } from '../../domain/finding.ts';

/** Title of the message of Excel when a value is not in the list. */
export function refusedChoiceTitle(): string {
  return 'Valeur hors liste';
}

/** Message of Excel when a value is not in the list. At most 225 characters. */
export function refusedChoice(choices: readonly string[]): string {
  return `Choisissez une valeur de la liste : ${choices.join(', ')}.`.slice(0, 225);
}

type Facts = Finding['facts'];

function inColumn(facts: Facts): string {
  return `Colonne « ${facts['heading'] ?? ''} » :`;
}

/** What a cell that cannot be read asks of a person, by code of finding. */
export const cellSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  cellNotDate: (facts) =>
    `${inColumn(facts)} ce n'est pas une date. Saisissez jour/mois/année, par exemple 05/10/2026.`,
  cellNotNumber: (facts) => `${inColumn(facts)} ce n'est pas un nombre. Saisissez des chiffres, par exemple 3,5.`,
  cellNotInteger: (facts) =>
    `${inColumn(facts)} ce n'est pas un nombre entier. Saisissez-le sans virgule, par exemple 3.`,
  cellNotHours: (facts) => `${inColumn(facts)} ce n'est pas une durée. Saisissez des heures, par exemple 7,5 ou 7h30.`,
  cellHoursOdd: (facts) =>
    `${inColumn(facts)} ce nombre n'est pas une durée en heures et centièmes ; une heure tapée 7:30 donne cela dans Excel. Saisissez 7,5 ou 7h30 : en attendant, la cellule n'est pas lue.`,
  cellHoursDoubtful: (facts) =>
    `${inColumn(facts)} la durée est lue en heures et centièmes : 0,25 est un quart d'heure. Si vous avez tapé 6:00 pour six heures, saisissez 6 ou 6h ; sinon, 15 min ou 0h15 lève le doute.`,
  cellNotBoolean: (facts) => `${inColumn(facts)} saisissez oui ou non.`,
  cellNotChoice: (facts) => `${inColumn(facts)} choisissez une valeur de la liste (${facts['choices'] ?? ''}).`,
  cellIsError: (facts) => `${inColumn(facts)} la formule donne une erreur. Corrigez-la, ou saisissez la valeur.`,
  identifierIsNumber: (facts) =>
    `${inColumn(facts)} la valeur est un nombre, les zéros de tête ont pu se perdre. Saisissez-la de nouveau en texte : ${facts['in'] === 'document' ? 'entre guillemets' : 'cellule au format Texte'}.`,
  documentSecret: (facts) =>
    `« ${facts['heading'] ?? ''} » ne s'écrit dans aucun document : excluez ces personnes par une autre colonne.`,
  keyMissing: (facts) =>
    `${inColumn(facts)} la cellule est vide. La ligne est gardée, mais aucune mise à jour ne la touchera.`,
};
