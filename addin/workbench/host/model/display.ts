import type { CellValue } from './value.ts';

/** The text of a cell as a French Excel shows it, for the formats the product uses; any other shows as General. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') return value;
  if (/^[dmy/\-. ]+$/i.test(numberFormat) && /[dy]/i.test(numberFormat)) return displayDate(value, numberFormat);
  const [, thousands, decimals = '', percent] = /^(#,##)?0(\.0+)?(%)?$/.exec(numberFormat) ?? [undefined];
  if (!/^(#,##)?0(\.0+)?%?$/.test(numberFormat)) return String(value).replace('.', ',');
  const fixed = (percent ? value * 100 : value).toFixed(Math.max(0, decimals.length - 1)).replace('.', ',');
  return `${thousands ? fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!,\d*)/g, '\u202f') : fixed}${percent ?? ''}`;
}

function displayDate(serial: number, numberFormat: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const parts: Record<string, number> = { d: date.getUTCDate(), m: date.getUTCMonth() + 1, y: date.getUTCFullYear() };
  return numberFormat.toLowerCase().replace(/d+|m+|y+/g, (token) => {
    const part = parts[token.charAt(0)] ?? 0;
    return token.startsWith('y') && token.length === 2
      ? String(part % 100).padStart(2, '0')
      : String(part).padStart(token.length, '0');
  });
}
