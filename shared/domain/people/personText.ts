import { readsAsNir } from './checks/nir.ts';
import type { Employee } from './employee.ts';

/** Letters, and nothing that a line, a header or a page could take for its own. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
    : '';
}

/** How a person is named on one line, never by a NIR: `MARTIN Ada (00012)`; `n° 7` for somebody of whom Lucca gives nothing else. */
export function personText({ id, values }: Employee): string {
  const name = [plain(values.lastName), plain(values.firstName)].filter((part) => part !== '').join(' ');
  const given = plain(values.employeeNumber);
  const number = readsAsNir(given) ? '' : given;
  if (name === '') return number === '' ? `n° ${plain(id)}` : number;
  return number === '' ? name : `${name} (${number})`;
}
