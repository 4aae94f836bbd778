/** The lists of an account that belong to one snapshot. */
import type { PlainMonth } from '../domain/calendar/plainDate.ts';
import { allPages, type MirrorError } from './mirrorPages.ts';
import type { FlowOptions } from './ports.ts';

export const ROWS_A_PAGE = 5000;
/** A row of planned days, or of declared time, is ten times an absence. */
export const PLANNED_MONTHS_A_PAGE = 1000;

/** Lists of one snapshot: the first that fails, or that belongs to another snapshot, ends them all. */
export class OfSnapshot {
  #error: MirrorError | undefined;

  constructor(
    private readonly snapshot: number,
    private readonly options: FlowOptions,
  ) {}

  get error(): MirrorError | undefined {
    return this.#error;
  }

  async whole<T>(read: Parameters<typeof allPages<T>>[0], limit: number): Promise<T[]> {
    if (this.#error) return [];
    const pages = await allPages(read, limit, this.options);
    if (!pages.ok) this.#error = pages.error;
    else if (pages.value.snapshot !== this.snapshot) this.#error = { code: 'restless' };
    return pages.ok ? pages.value.items : [];
  }

  async ofMonths<T>(
    months: readonly PlainMonth[],
    read: (month: PlainMonth) => Parameters<typeof allPages<T>>[0],
    limit: number,
  ): Promise<T[]> {
    const rows: T[] = [];
    for (const month of months) for (const row of await this.whole(read(month), limit)) rows.push(row);
    return rows;
  }
}
