import { isMassDisappearance } from '../../shared/domain/review/massDisappearance.ts';
import type { Pull } from '../lucca/connector.ts';
import type { Store } from '../store/store.ts';

export interface Departures {
  /** People whom Lucca no longer shows, and people known before. */
  readonly disappeared: number;
  readonly rows: number;
}

/** Undefined unless so many people are missing from what was read that a person must decide. */
export async function massDepartures(
  store: Pick<Store, 'employees'>,
  connectionId: string,
  pull: Pick<Pull, 'employees'>,
): Promise<Departures | undefined> {
  const known = await store.employees(connectionId);
  const there = new Set(pull.employees.map(({ id }) => id));
  const disappeared = known.filter(({ id }) => !there.has(id)).length;
  return isMassDisappearance(disappeared, known.length) ? { disappeared, rows: known.length } : undefined;
}
