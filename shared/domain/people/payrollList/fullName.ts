/** Surname and first name written in one cell, told apart where capitals or a comma do. */
import { unaccented } from '../../files/plainLetters.ts';

export interface SplitName {
  readonly lastName: string;
  readonly firstName: string;
}

/** Small words that belong to the surname after them. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des le la les l d da di do dos del della van von den der ter el al ben bin ibn mac mc saint sainte'.split(' '),
);

/** `U`: in capitals, two letters at least. `p`: a particle in small letters. `o`: anything else, initials too. */
function shapeOf(word: string): 'U' | 'p' | 'o' {
  const letters = unaccented(word).replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return 'U';
  return letters === letters.toLowerCase() && PARTICLES.has(letters) ? 'p' : 'o';
}

/**
 * `DUPONT Jean`, `Jean DUPONT`, `DUPONT, Jean` → `{lastName: 'DUPONT', firstName: 'Jean'}`; `de LA TOUR Anne-Marie` too. Undefined where
 * nothing tells: `Dupont Jean`, `DUPONT JEAN`.
 */
export function splitFullName(text: string): SplitName | undefined {
  const parts = text.split(',').map((each) => each.trim());
  const [before = '', after = ''] = parts;
  if (parts.length > 1)
    return parts.length === 2 && before && after ? { lastName: before, firstName: after } : undefined;
  const words = text.trim().split(/\s+/u);
  const shapes = words.map(shapeOf).join('');
  const joined = (from: number, to?: number) => words.slice(from, to).join(' ');
  const leading = /^p*U(?:p*U)*(?=o+$)/.exec(shapes)?.[0].length;
  if (leading !== undefined) return { lastName: joined(0, leading), firstName: joined(leading) };
  const first = /^o+(?=p*U(?:p*U)*$)/.exec(shapes)?.[0].length;
  return first === undefined ? undefined : { lastName: joined(first), firstName: joined(0, first) };
}
