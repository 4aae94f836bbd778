/** The five ways Lucca wraps a list, read as one. */
import { isRecord, valueAt } from './caseless.ts';

export interface Page {
  readonly items: readonly unknown[];
  /** Rows over all pages, when Lucca says so. */
  readonly count: number | undefined;
  /** Cursor of the next page, v5 only. */
  readonly next: string | undefined;
}

function countIn(body: unknown, inner: unknown): number | undefined {
  const places = [
    valueAt(inner, 'count'),
    valueAt(body, 'count'),
    valueAt(body, 'totalCount'),
    valueAt(valueAt(valueAt(body, 'header'), 'paging'), 'count'),
  ];
  return places.find((each): each is number => Number.isInteger(each));
}

/** Only the `page` of the link is kept: its host is not ours to follow. */
function cursorIn(body: unknown): string | undefined {
  const next = valueAt(valueAt(body, 'links'), 'next');
  const href = isRecord(next) ? valueAt(next, 'href') : next;
  if (typeof href !== 'string') return undefined;
  return new URLSearchParams(href.slice(href.indexOf('?') + 1)).get('page') ?? undefined;
}

function itemsIn(body: unknown, inner: unknown): readonly unknown[] | undefined {
  for (const each of [valueAt(inner, 'items'), inner, valueAt(body, 'items')])
    if (Array.isArray(each)) return each as readonly unknown[];
  // With `collection.count` alone, `items` may be left out.
  return valueAt(inner, 'count') === undefined ? undefined : [];
}

/**
 * The page in `body`: `{data: {items, count}}`, `{data: […]}`, `{items, count}` or `{items, totalCount, links}`, in any case.
 * Undefined when it is none of them.
 */
export function readEnvelope(body: unknown): Page | undefined {
  const inner = valueAt(body, 'data');
  const items = itemsIn(body, inner);
  return items && { items, count: countIn(body, inner), next: cursorIn(body) };
}
