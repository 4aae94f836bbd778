import { valueType } from './assumptions.ts';
import { addressOf, bounding } from './model/area.ts';
import type { Area } from './model/area.ts';
import type { CellValue } from './model/value.ts';
import type { Change, Sheet } from './model/sheet.ts';
import { EVENT } from './wire.ts';

/** Who edits: the add-in through a request, a person in the grid, another author elsewhere. */
export type Author = 'addin' | 'person' | 'other';

interface Pending {
  readonly sheet: Sheet;
  readonly author: Author;
  area: Area;
  single: [CellValue, CellValue] | undefined;
}

/** The edits not told yet: one event for each sheet and author, over the rectangle that holds them all. */
export class PendingEvents {
  #pending: Pending[] = [];

  add({ sheet, area, single }: Extract<Change, { what: 'cells' }>, author: Author): void {
    const pending = this.#pending.find((event) => event.sheet === sheet && event.author === author);
    if (pending) Object.assign(pending, { area: bounding(pending.area, area), single: undefined });
    else this.#pending.push({ sheet, author, area, single });
  }

  /** The entries to send, as the client reads them; they are told once. */
  take(): object[] {
    return this.#pending.splice(0).map(({ sheet, author, area, single }) => {
      const message = JSON.stringify({
        address: addressOf(area),
        changeType: 'RangeEdited',
        source: author === 'other' ? 'Remote' : 'Local',
        worksheetId: sheet.id,
        triggerSource: author === 'addin' ? 'ThisLocalAddin' : 'Unknown',
        shiftDirection: 'None',
        ...(single && details(single)),
      });
      return { messageCategory: EVENT.category, messageType: EVENT.worksheetChanged, targetId: sheet.id, message };
    });
  }
}

function details([before, after]: [CellValue, CellValue]): Record<string, unknown> {
  return {
    valueBefore: before ?? '',
    valueAfter: after ?? '',
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}
