/** The year that the name of an account bears: `2026-2027`, `2026/27`, `2026`, `N-1`, `N`. */
const YEAR = /\b(?:20\d{2}(?:\s?[-–/]\s?(?:20)?\d{2})?|N(?:\s?[-–]\s?\d)?)(?!\p{L}|\d)/u;

/**
 * The pattern that stands for the accounts of every year, of an account that is made each year: `Congés payés 2026-2027` → `Congés payés *`.
 * Undefined for a name that bears no year, or nothing else.
 */
export function yearlyPattern(name: string): string | undefined {
  const plain = name.trim();
  const pattern = plain.replace(YEAR, '*');
  const isPattern = pattern !== plain && !plain.includes('*') && /\p{L}{2}/u.test(pattern);
  return isPattern ? pattern : undefined;
}
