/** Values shown beside a mapping: enough to recognise what a field holds, never whose it is. */
import { normalText } from '../checks/formats.ts';
import type { EmployeeFieldKey, Sensitivity } from '../employeeFields.ts';

/** Samples of one field that are shown. */
export const MOST_SAMPLES = 3;
/** A longer value shows that it is longer, not by how much. */
const LONGEST = 24;
const DOT = '•';

/** Fields whose values name a place or a form of address, shared by many. A customer's field may hold anything: a title is one. */
const plain: ReadonlySet<EmployeeFieldKey> = new Set<EmployeeFieldKey>([
  'civilTitle',
  'establishment',
  'contractStart',
  'contractEnd',
]);

function dotted(text: string): string {
  return text.replace(/[\p{L}\p{M}\p{N}]/gu, DOT);
}

/**
 * A value with its letters and digits hidden: of `personal`, the first one stands; of `secret`, none. Signs and spaces show its shape.
 * `maskedSample('jean@exemple.fr', 'personal')` → `'j•••@•••••••.••'`; `('2891269382001', 'secret')` → `'•••••••••••••'`.
 */
export function maskedSample(value: string, sensitivity: Exclude<Sensitivity, 'open'>): string {
  const text = value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [first = '', ...rest] = text;
  const isShort = rest.length === 0;
  const head = sensitivity === 'secret' || isShort ? dotted(first) : first;
  const shape = `${head}${dotted(rest.join(''))}`;
  return shape.length > LONGEST ? `${shape.slice(0, LONGEST)}…` : shape;
}

/** A value of a payroll field, masked by what it says: names are never shown whole, however often they are seen elsewhere. */
export function maskedValue(key: EmployeeFieldKey, sensitivity: Sensitivity, value: string): string {
  const isPlain = plain.has(key) && (key !== 'civilTitle' || normalText('title', value) !== undefined);
  if (sensitivity === 'open' && isPlain) return value;
  return maskedSample(value, sensitivity === 'secret' ? 'secret' : 'personal');
}

/** At most {@link MOST_SAMPLES} distinct texts, those given first. */
export function samplesOf(texts: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    if (found.size >= MOST_SAMPLES) break;
    if (text !== '') found.add(text);
  }
  return [...found];
}
