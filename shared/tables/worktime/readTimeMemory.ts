/** What exports remember, in « _reglages_temps » beside their settings: rows of plain JSON, in pieces that fit in cells. */
import { parsePlainMonth } from '../../domain/calendar/plainDate.ts';
import { piecesOf } from '../../domain/worktime/frozenTime.ts';
import type { ExportMemory, MonthMinutes, TypedCheck } from '../../domain/worktime/timeMemory.ts';

/** Parts of an export: « CORRECTIONS » stands in every export that remembers, empty or not. */
export const memoryParts = ['CORRECTIONS', 'TYPED', 'CARRIED', 'REFUSED'] as const;
export type MemoryPart = (typeof memoryParts)[number];

type Packed = readonly (string | number)[];

/** The pieces of a part, by the end of their key: `CORRECTIONS-1`. */
export function memoryPieces(part: MemoryPart, rows: readonly Packed[]): readonly (readonly [string, string])[] {
  return piecesOf(JSON.stringify(rows)).map((text, at) => [`${part}-${at + 1}`, text] as const);
}

export const packedMinutes = ({ employeeId, origin, account, minutes }: MonthMinutes): Packed => {
  return [employeeId, origin, account, minutes];
};

export const packedCheck = ({ employeeId, origin, check }: TypedCheck): Packed => [employeeId, origin, check];

function minutesOf([employeeId, month, account, minutes]: Packed): MonthMinutes[] {
  const origin = parsePlainMonth(String(month));
  return origin ? [{ employeeId: String(employeeId), origin, account: String(account), minutes: Number(minutes) }] : [];
}

function checkOf([employeeId, month, check]: Packed): TypedCheck[] {
  const origin = parsePlainMonth(String(month));
  return origin ? [{ employeeId: String(employeeId), origin, check: String(check) }] : [];
}

/** What one export remembers, from the text of its parts. Undefined: it was made before exports did, or its texts are not what was written. */
export function exportMemory(textOf: (part: MemoryPart) => string): ExportMemory | undefined {
  if (textOf('CORRECTIONS') === '') return undefined;
  try {
    const rows = (part: MemoryPart) => JSON.parse(textOf(part) || '[]') as readonly Packed[];
    return {
      corrected: rows('CORRECTIONS').flatMap(minutesOf),
      typed: rows('TYPED').flatMap(checkOf),
      refused: [...rows('CARRIED'), ...rows('REFUSED')].flatMap(minutesOf),
    };
  } catch {
    return undefined;
  }
}
