import type { BookError } from '../../shared/flows/book.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { BookFailure, refusal, type Where } from './failure.ts';
import { answerWithin, type Patience } from './watchdog.ts';

/** One `Excel.run`: the context, and the way to wait for each of its round trips. */
export interface Conversation {
  readonly context: Excel.RequestContext;
  /** What is being worked on: told when a round trip fails. */
  where: Where;
  /** Waits for `context.sync()` under the watchdog; a refusal becomes a {@link BookFailure}. */
  readonly answered: (sent: Promise<unknown>) => Promise<void>;
}

/**
 * Runs `job` in one Excel batch. Excel holds the requests while a person edits a cell. Expected failures are values;
 * anything else is a bug and is thrown on.
 */
export async function converse<T>(
  patience: Patience,
  job: (talk: Conversation) => Promise<T>,
): Promise<Result<T, BookError>> {
  try {
    return ok(await Excel.run({ delayForCellEdit: true }, async (context) => job(open(context, patience))));
  } catch (cause) {
    if (cause instanceof BookFailure) return fail(cause.error);
    throw cause;
  }
}

function open(context: Excel.RequestContext, patience: Patience): Conversation {
  const talk: Conversation = {
    context,
    where: {},
    answered: async (sent) => {
      try {
        await answerWithin(sent, patience, talk.where);
      } catch (cause) {
        throw refusal(cause, talk.where);
      }
    },
  };
  return talk;
}
