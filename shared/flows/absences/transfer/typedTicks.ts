/** What a person typed under « Fait en paie » of any line of any import: followed as if the pane had done it, or told at its cell. */
import type { Finding } from '../../../domain/finding.ts';
import { fail, ok, type Result } from '../../../domain/result.ts';
import { blank, canonical, isBlank } from '../../../domain/review/cell.ts';
import type { RecordedImport } from '../../../tables/absences/readImports.ts';
import type { ApplyPorts } from '../../apply.ts';
import type { BookRow } from '../../book.ts';
import { stamp } from '../../stamp.ts';
import { textOf } from '../../vouchers/regulationReadings.ts';
import { heldLines, spoken, type HeldImport, type HeldLine } from './heldLines.ts';
import {
  heldTransfer,
  importIn,
  isApplied,
  isClosed,
  isDeletion,
  isRefused,
  isTicked,
  type HeldTransfer,
  type TransferError,
  type TransferOptions,
} from './heldTransfer.ts';
import { laterOn } from './laterLines.ts';
import { lineFinding } from './lineFindings.ts';
import { appliedLines, written, type LineChange } from './tickLines.ts';

const anyState = ['prepared', 'confirmed', 'abandoned', 'cancelled'] as const;
const isEnded = ({ state }: RecordedImport) => state === 'abandoned' || state === 'cancelled';

/** Whether the line is done, as its cell says; undefined where it says nothing of it: a line to import that is not confirmed. */
function askedOf(own: RecordedImport | undefined, row: BookRow): boolean | undefined {
  if (row.cells['done'] === undefined) return undefined;
  if (!isDeletion(row) && own?.state === 'prepared') return undefined;
  if (isTicked(row)) return true;
  if (isDeletion(row) || isRefused(row) || (own && isEnded(own))) return false;
  return own?.state === 'confirmed' ? true : undefined;
}

function isUnreadable({ cells }: BookRow): boolean {
  const typed = cells['done'] ?? blank;
  return !isBlank(typed) && !['OUI', 'NON'].includes(canonical('boolean', typed));
}

/** What the cell said before, to be put back. */
function saidBefore(own: RecordedImport | undefined, row: BookRow, isDone: boolean): string {
  if (isDone) return 'oui';
  return isDeletion(row) || (own && isEnded(own)) ? '' : 'non';
}

interface Typed {
  /** What is followed. */
  readonly changes: readonly LineChange[];
  /** What cannot be, and why. */
  readonly findings: readonly Finding[];
}

/** Why what a cell asks is not followed; undefined where it is. */
function hindrance(
  held: HeldTransfer,
  line: HeldLine,
  own: RecordedImport | undefined,
  laterThan: ReturnType<typeof laterOn>,
): Pick<Finding, 'code' | 'facts'> | undefined {
  const row = spoken(line);
  if (!line.prepared || !own) return { code: 'absenceTickEdited', facts: {} };
  const { month, state } = own;
  if (isClosed(held.register, month)) return { code: 'absenceTickClosed', facts: { month } };
  if (isEnded(own) && askedOf(own, row)) return { code: 'absenceTickEnded', facts: { state } };
  const later = laterThan(row);
  return later && { code: 'absenceTickFollowed', facts: { later: later.number, state: later.state } };
}

function typedIn(held: HeldTransfer, only?: string): Typed {
  const lines = heldLines(held);
  const laterThan = laterOn(held, lines);
  const changes: LineChange[] = [];
  const findings: Finding[] = [];
  for (const line of lines) {
    const row = spoken(line);
    const own = importIn(held.register, textOf(row, 'run'), anyState);
    if (only !== undefined && own?.number !== only) continue;
    const isOdd = own !== undefined && isUnreadable(row);
    if (isOdd) findings.push(lineFinding(held, line, { code: 'absenceTickUnreadable', key: 'done' }));
    const [asked, isDone] = [askedOf(own, row), isApplied(held.register, row)];
    if (isOdd || asked === undefined || asked === isDone) continue;
    const why = hindrance(held, line, own, laterThan);
    const facts = { ...why?.facts, before: saidBefore(own, row, isDone) };
    if (why) findings.push(lineFinding(held, line, { code: why.code, key: 'done', facts }));
    else if (own) changes.push({ line, own, isDone: asked });
  }
  return { changes, findings };
}

/** Lines to import of an import that waits, which a cell says that payroll took. */
export function takenLines(lines: readonly HeldLine[]): HeldLine[] {
  return lines.filter((line) => !isDeletion(spoken(line)) && isTicked(spoken(line)));
}

/** Those that would be forgotten if it were abandoned: it can still be confirmed, or nobody knows what they were. */
export function takenFindings(held: HeldTransfer, { lines, isSound }: HeldImport): Finding[] {
  return takenLines(lines)
    .filter(({ prepared }) => isSound || !prepared)
    .map((line) => {
      const code = line.prepared ? 'absenceTickTaken' : 'absenceTickEdited';
      return lineFinding(held, line, { code, key: 'done', facts: { before: '' } });
    });
}

/** What one tick frees, the next reading follows: no more readings than that. */
const READINGS = 5;

/**
 * The register follows the cells. What cannot be followed is an error at its cell, once the rest was.
 * @param only the import whose cells are read; of every import when it is not said.
 */
export async function adoptTyped(
  ports: ApplyPorts,
  options: TransferOptions = {},
  only?: string,
): Promise<Result<null, TransferError>> {
  for (let reading = 1; ; reading += 1) {
    const read = await heldTransfer(ports);
    if (!read.ok) return read;
    const held = read.value;
    const { changes, findings } = typedIn(held, only);
    const [first] = changes;
    if (!first || reading > READINGS) {
      return findings.length > 0 ? fail({ code: 'unsound', open: false, findings }) : ok(null);
    }
    const about = { by: options.by ?? '', at: stamp(ports.clock.now()) };
    const done = await written(ports, first.own, appliedLines(held, changes, about), options);
    if (!done.ok) return done;
  }
}

/** The register follows what it can; the rest is told where an import is prepared, and keeps nothing from being undone. */
export async function adoptWhatCan(ports: ApplyPorts, options: TransferOptions): Promise<Result<null, TransferError>> {
  const typed = await adoptTyped(ports, options);
  return typed.ok || typed.error.code !== 'unsound' ? typed : ok(null);
}
