import type { Request } from 'express';
import type { DemoState } from '../state.ts';
import type { View } from './view.ts';

/** The query of a request as written, brackets and repeated keys included. */
export function queryOf(req: Request): URLSearchParams {
  return new URL(req.originalUrl, 'http://demo').searchParams;
}

/** What the API key of a v3 or v4 request may see; a 401 when it is wrong or missing. */
export function viewFor(state: DemoState, req: Request): View {
  const holder = state.keys.holderOf(req.headers.authorization);
  return { company: state.company, origin: state.origin(), principal: holder.name, denied: holder.denied };
}
