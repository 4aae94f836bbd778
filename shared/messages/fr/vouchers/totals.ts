/** « Totaux TR » and its chart. */
import type { BookError } from '../../../flows/book.ts';
import { bookErrorText } from '../book.ts';

const noEstablishment = 'Sans établissement';

/** What stands under a bar; `regulation` when the establishment has several bars. */
export function barLabel(establishment: string, regulation?: string): string {
  const name = establishment === '' ? noEstablishment : establishment;
  return regulation === undefined ? name : `${name} – ${regulation}`;
}

/** Said after what was written, which stays. */
export function chartFailed(error: BookError): string {
  return `Le graphique de « Totaux TR » n’est pas à jour, les chiffres le sont. ${bookErrorText(error)}`;
}
