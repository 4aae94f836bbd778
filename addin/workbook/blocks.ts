import type { PlanLine } from '../../shared/domain/review/plan.ts';
import type { Signal } from '../../shared/flows/ports.ts';
import type { Conversation } from './conversation.ts';
import { BookFailure, isTooLarge, type Where } from './failure.ts';

/** True while what a look was for still stands. Called once the look is answered. */
export type Check = () => boolean;

/** One request's worth of work. */
export interface Block {
  readonly where: Where;
  /** The plan lines it writes. */
  readonly lines: readonly PlanLine[];
  /**
   * Queues what must be known before `act`, twice: with the block before, so that nothing is written where somebody changed the place
   * meanwhile; and just ahead of `act` in its own request, so that a change in that last moment is never passed over in silence.
   */
  readonly look?: () => Check;
  /** Queues the work, on what the last check saw. */
  readonly act: () => void;
  /** The work was answered. */
  readonly done?: () => void;
  /** The same work in smaller blocks, when Excel finds it too large; none when it cannot be cut. */
  readonly smaller?: () => readonly Block[];
}

export interface BlockOptions {
  readonly signal?: Signal;
  /** Called before each `act`. */
  readonly before?: () => void;
  readonly onDone?: (block: Block) => void;
}

/**
 * Runs blocks in order, one round trip each, plus one for the first look. The signal is looked at between two blocks.
 * Answers `moved` when a block no longer holds: what came before it is done, it and what follows are not.
 */
export async function runBlocks(
  talk: Conversation,
  blocks: readonly Block[],
  options: BlockOptions = {},
): Promise<'done' | 'moved'> {
  const { context } = talk;
  const waiting = [...blocks];
  let ready = waiting[0]?.look ? undefined : waiting.shift();
  while (ready ?? waiting.length > 0) {
    if (options.signal?.aborted) throw new BookFailure('cancelled', {});
    talk.where = (ready ?? waiting[0])?.where ?? {};
    if (ready) options.before?.();
    const stillHolds = ready?.look?.();
    ready?.act();
    const holds = waiting[0]?.look?.();
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a block is one request by design: Excel refuses 5 MB
      await talk.answered(context.sync());
    } catch (cause) {
      const pieces = isTooLarge(cause) ? cut(ready, waiting[0]) : [];
      if (pieces.length === 0) throw cause;
      if (waiting[0]?.look) waiting.shift();
      waiting.unshift(...pieces);
      ready = pieces[0]?.look ? undefined : waiting.shift();
      continue;
    }
    if (stillHolds?.() === false) throw new BookFailure('hostRefused', { ...talk.where, reason: 'Conflict' });
    ready?.done?.();
    if (ready) options.onDone?.(ready);
    ready = waiting.shift();
    if (holds?.() === false) return 'moved';
  }
  return 'done';
}

/** A request too large, in smaller blocks: the one that was written and the one that was looked at. Nothing when neither can be cut. */
function cut(ready: Block | undefined, next: Block | undefined): Block[] {
  const asked = [ready, next?.look ? next : undefined].filter((block) => block !== undefined);
  const pieces = asked.map((block) => block.smaller?.() ?? []);
  if (pieces.every((each) => each.length === 0)) return [];
  return asked.flatMap((block, index) => (pieces[index]?.length ? pieces[index] : [block]));
}

/** Two blocks in one request, the first one first. */
export function together(first: Block, second: Block): Block {
  return {
    where: second.where,
    lines: [...first.lines, ...second.lines],
    look: () => {
      const checks = [first.look?.(), second.look?.()];
      return () => checks.every((check) => check?.() !== false);
    },
    act: () => {
      first.act();
      second.act();
    },
    smaller: () => (second.smaller?.() ?? []).map((piece, index) => (index === 0 ? together(first, piece) : piece)),
  };
}
