/** Sentences about the tables of a workbook: lists, cells that cannot be read. One function per sentence. */

/** Title of the message of Excel when a value is not in the list. */
export function refusedChoiceTitle(): string {
  return 'Valeur hors liste';
}

/** Message of Excel when a value is not in the list. At most 225 characters. */
export function refusedChoice(choices: readonly string[]): string {
  return `Choisissez une valeur de la liste : ${choices.join(', ')}.`.slice(0, 225);
}
