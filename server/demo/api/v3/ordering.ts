import { Refusal } from '../refusal.ts';
import type { View } from '../view.ts';
import { sortableDate } from './literals.ts';
import { accessorOf, type Resource, type Scalar } from './resource.ts';

/** Rows in the order of `field,asc[,field,desc…]`; 400 for an odd number of parts, another word or an unknown field. */
export function ordered<T>(resource: Resource<T>, rows: readonly T[], text: string, view: View): T[] {
  const parts = text.split(',');
  if (parts.length % 2 !== 0) throw new Refusal(400, 'OrderBy not in correct format');
  const keys = parts
    .filter((_, index) => index % 2 === 0)
    .map((name, index) => {
      const direction = parts[index * 2 + 1]?.toLowerCase();
      if (direction !== 'asc' && direction !== 'desc') throw new Refusal(400, 'OrderBy not in correct format');
      return { accessor: accessorOf(resource, name.split('.'), view), sign: direction === 'asc' ? 1 : -1 };
    });
  const decorated = rows.map((row) => ({
    row,
    values: keys.map(({ accessor }) => sortable(accessor.read(row, view), accessor.kind === 'date')),
  }));
  decorated.sort((a, b) =>
    compareAll(
      a.values,
      b.values,
      keys.map(({ sign }) => sign),
    ),
  );
  return decorated.map(({ row }) => row);
}

function sortable(value: Scalar, isDate: boolean): Scalar {
  return isDate && typeof value === 'string' ? sortableDate(value) : value;
}

function compareAll(a: readonly Scalar[], b: readonly Scalar[], signs: readonly number[]): number {
  for (const [index, sign] of signs.entries()) {
    const order = compare(a[index] ?? null, b[index] ?? null);
    if (order !== 0) return order * sign;
  }
  return 0;
}

/** Nothing comes first. */
function compare(a: Scalar, b: Scalar): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}
