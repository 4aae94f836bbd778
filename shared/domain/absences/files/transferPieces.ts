/** Lines cut into what payroll software takes: one absence each, its half-days in order. */
import { compareHalfDates } from '../halfDay.ts';
import { isFollowedBy } from '../spans.ts';
import type { LineHalfDay } from '../transferLines.ts';
import type { TransferFileLine } from './transferFile.ts';
import { isInHours } from './transferValue.ts';

type HalfDays = readonly LineHalfDay[];

/** Half-days put together as long as `isSame` says so of two that follow each other. */
function runsOf(halfDays: HalfDays, isSame: (last: LineHalfDay, next: LineHalfDay) => boolean): HalfDays[] {
  const runs: LineHalfDay[][] = [];
  for (const each of halfDays) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && isSame(last, each)) run.push(each);
    else runs.push([each]);
  }
  return runs;
}

/** A half that a line holds twice is two absences: no span holds a half more than once, and none leaves a weekday out. */
function spansIn(halfDays: HalfDays): HalfDays[] {
  const layers: LineHalfDay[][] = [];
  for (const each of halfDays) {
    const isFree = (layer: HalfDays) => layer.every((other) => compareHalfDates(other, each) !== 0);
    const layer = layers.find(isFree);
    if (layer) layer.push(each);
    else layers.push([each]);
  }
  return layers.flatMap((layer) => runsOf(layer, isFollowedBy));
}

const cut = (line: TransferFileLine, runs: readonly HalfDays[]) => runs.map((halfDays) => ({ ...line, halfDays }));

/** From one moment to another, over week-ends. */
export function momentPieces(line: TransferFileLine): TransferFileLine[] {
  return cut(line, spansIn(line.halfDays));
}

/** Whole days as long as they follow each other; a day by itself where it is not whole, or counted in hours. */
function daysIn(span: HalfDays): HalfDays[] {
  const days = runsOf(span, (last, next) => last.date === next.date);
  const runs: { readonly isWhole: boolean; halfDays: LineHalfDay[] }[] = [];
  for (const day of days) {
    const isWhole = day.length === 2;
    const run = runs.at(-1);
    if (isWhole && run?.isWhole) run.halfDays.push(...day);
    else runs.push({ isWhole, halfDays: [...day] });
  }
  return runs.map(({ halfDays }) => halfDays);
}

/** From one date to another, for software that takes a duration of a single date only. */
export function datePieces(line: TransferFileLine): TransferFileLine[] {
  if (isInHours(line))
    return cut(
      line,
      runsOf(line.halfDays, (last, next) => last.date === next.date),
    );
  return cut(line, spansIn(line.halfDays).flatMap(daysIn));
}
