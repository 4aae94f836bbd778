import { Refusal } from '../refusal.ts';

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

const DEFAULT_LIMIT = 1000;

/** Reads `paging=offset,limit` (default `0,1000`); 400 when it is not two counts or the limit is over the resource's maximum. */
export function parsePaging(text: string | undefined, maximum: number): Page {
  if (text === undefined) return { offset: 0, limit: Math.min(DEFAULT_LIMIT, maximum) };
  const parts = text.split(',');
  if (parts.length !== 2) throw new Refusal(400, `${text} does not respect limit=start,count format`);
  const [offset = '', limit = ''] = parts;
  if (!/^\d+$/.test(offset)) throw new Refusal(400, `Offset value ${offset} not in correct format`);
  if (!/^\d+$/.test(limit)) throw new Refusal(400, `Limit value ${limit} not in correct format`);
  if (Number(limit) < 1 || Number(limit) > maximum) {
    throw new Refusal(400, `Paging limit should be between 1 and ${String(maximum)}`);
  }
  return { offset: Number(offset), limit: Number(limit) };
}
