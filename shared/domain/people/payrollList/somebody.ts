/** Whether a row of a file of payroll is somebody: a total, a footer, a note is nobody, whichever cell it begins in. */
import { displayed, type Cell } from '../../review/cell.ts';
import { readNir } from '../checks/nir.ts';
import { foldedName } from '../mapping/customField.ts';

type Cells = Readonly<Record<string, Cell>>;

/** How sums, counts and the foot of a page begin, folded. */
const SUM =
  /^(sous[ -]?total|total|totaux|cumuls?|recapitulatif|effectifs?|nombre d\p{L}*|nb\.? (de|d')|moyenne)(?!\p{L})/u;
const FOOT = [
  /^(imprime|edite|genere|exporte|extrait|tire)e?s? (le|du|au)( *: *)?( *\d.*)?$/,
  /^date (de |d')(edition|impression|generation|extraction|export)/,
  /^page( *[:n°]* *\d+.*)?$/,
  /^fin (de l'|de la |du |de )(etat|liste|document|fichier|edition)/,
];
/** A number of people, a sum: no name begins so. */
const NAME = /^[^\p{N}]*\p{L}/u;
/** Shorter than any NIR, with or without its key, whatever its slips: a count. */
const SHORTEST_NIR = 10;

const numbers = ['payrollId', 'employeeNumber'] as const;
const names = ['lastName', 'firstName'] as const;
const emails = ['workEmail', 'personalEmail'] as const;

/** `soundsLikeTotal('Total général')`, `('Imprimé le')`, `('Page 2/3')` → true. */
function soundsLikeTotal(text: string): boolean {
  const plain = foldedName(text);
  return SUM.test(plain) || FOOT.some((each) => each.test(plain));
}

/** `total`: somebody whose cells begin like a total, and who is one of the people all the same: to be looked at. */
export type RowIs = 'somebody' | 'total' | 'nobody';

/**
 * A name and something else of theirs make somebody; so does a NIR or an e-mail, even one with a slip. What begins like a total is somebody with a right NIR, or
 * with a matricule and a first name alone.
 */
export function whoIs(cells: Cells): RowIs {
  const text = (key: string) => displayed(cells[key] ?? { blank: true }).trim();
  const isFilled = (key: string) => text(key) !== '';
  const isNumber = (key: string) => isFilled(key) && !soundsLikeTotal(text(key));
  const isName = (key: string) => NAME.test(text(key)) && !soundsLikeTotal(text(key));
  if ([...numbers, ...names, 'birthDate'].some((key) => soundsLikeTotal(text(key)))) {
    const isOne = readNir(text('nir')).valid || (numbers.some(isNumber) && isName('firstName'));
    return isOne ? 'total' : 'nobody';
  }
  const isKeyed =
    text('nir').replace(/\s/gu, '').length >= SHORTEST_NIR ||
    emails.some((key) => text(key).includes('@')) ||
    (numbers.some(isFilled) && ['nir', ...emails].some(isFilled));
  const beside = [...numbers, ...emails, 'nir', 'birthDate'];
  const isNamed = isName('firstName') || (isName('lastName') && beside.some(isFilled));
  return isKeyed || isNamed ? 'somebody' : 'nobody';
}
