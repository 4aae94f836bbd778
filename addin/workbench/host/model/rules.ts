import { intersect, shifted, subtract } from './area.ts';
import type { Area, Shift } from './area.ts';

/** What a person sees and may type in a cell, in the shapes of the Excel client. */
export interface Validation {
  readonly rule: Readonly<Record<string, unknown>>;
  readonly prompt: { title: string; message: string; showPrompt: boolean };
  readonly errorAlert: { title: string; message: string; showAlert: boolean; style: string };
  readonly ignoreBlanks: boolean;
}

export const NO_VALIDATION: Validation = {
  rule: {},
  prompt: { title: '', message: '', showPrompt: true },
  errorAlert: { title: '', message: '', showAlert: true, style: 'Stop' },
  ignoreBlanks: true,
};

/** The validations of a sheet, as rectangles that never overlap. */
export class Validations {
  entries: { area: Area; validation: Validation }[] = [];

  at(row: number, column: number): Validation | undefined {
    return this.entries.find((entry) => intersect(entry.area, { top: row, left: column, height: 1, width: 1 }))
      ?.validation;
  }

  /** Changes what is given on every cell of the rectangle and keeps the rest of each. */
  patch(where: Area, change: Partial<Validation>): void {
    let bare = [where];
    const changed = this.entries.flatMap(({ area, validation }) => {
      const hit = intersect(area, where);
      if (!hit) return [];
      bare = bare.flatMap((piece) => subtract(piece, hit));
      return [{ area: hit, validation: { ...validation, ...change } }];
    });
    const fresh = { ...NO_VALIDATION, ...change };
    this.clear(where);
    this.entries.push(...changed, ...bare.map((area) => ({ area, validation: fresh })));
  }

  clear(where: Area): void {
    this.entries = this.entries.flatMap(({ area, validation }) =>
      subtract(area, where).map((piece) => ({ area: piece, validation })),
    );
  }

  /** Rewrites the formulas that say where lists are; lists written out stay. */
  mapSources(change: (formula: string) => string): void {
    this.entries = this.entries.map((entry) => {
      const list = entry.validation.rule['list'] as { readonly source?: unknown } | undefined;
      if (typeof list?.source !== 'string' || !list.source.startsWith('=')) return entry;
      const source = change(list.source);
      return { ...entry, validation: { ...entry.validation, rule: { list: { ...list, source } } } };
    });
  }

  shift(shift: Shift): void {
    this.entries = this.entries.flatMap(({ area, validation }) => {
      const moved = shifted(area, shift);
      return moved ? [{ area: moved, validation }] : [];
    });
  }
}

/** One conditional format: a custom formula or a text looked for, and the look it gives. */
export interface ConditionalFormat {
  readonly id: string;
  readonly type: 'Custom' | 'ContainsText';
  areas: Area[];
  formula: string;
  text: { operator: string; text: string };
  fill: string | null;
  fontColor: string | null;
  bold: boolean;
}

/** The formats left when every rectangle has gone through `change`. */
export function changeAreas(formats: ConditionalFormat[], change: (area: Area) => Area[]): ConditionalFormat[] {
  for (const format of formats) format.areas = format.areas.flatMap(change);
  return formats.filter((format) => format.areas.length > 0);
}
