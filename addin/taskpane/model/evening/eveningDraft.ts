/** What is typed in the form of the evening: read, and told where it is wrong. */
import type { Evening } from '../../../../shared/contracts/eveningSchemas.ts';
import {
  MOST_RECIPIENTS,
  recipientSchema,
  type EveningSettings,
} from '../../../../shared/contracts/eveningSettings.ts';
import { isTimeOfDay, timeOfDayIn } from '../../../../shared/domain/calendar/eveningRuns.ts';
import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import * as text from '../../../../shared/messages/fr/employees/eveningPane.ts';
import type { EveningDraft, EveningErrors } from './eveningState.ts';

export function draftOf({ enabled, time, recipients, onlyChanges }: Evening): EveningDraft {
  return { enabled, time, recipients: recipients.join('\n'), onlyChanges };
}

interface Line {
  readonly number: number;
  readonly address: string;
}

/** Lines that hold something; a comma or a semicolon ends an address too. */
function linesIn(typed: string): Line[] {
  return typed.split('\n').flatMap((line, index) =>
    line
      .split(/[,;]/)
      .map((each) => each.trim())
      .filter((address) => address !== '')
      .map((address) => ({ number: index + 1, address })),
  );
}

function wrongIn(lines: readonly Line[]): string | undefined {
  const known = new Set<string>();
  for (const { number, address } of lines) {
    if (!recipientSchema.safeParse(address).success) return text.badRecipient(number);
    if (known.has(address.toLowerCase())) return text.twiceRecipient(number);
    known.add(address.toLowerCase());
  }
  return lines.length > MOST_RECIPIENTS ? text.tooManyRecipients(MOST_RECIPIENTS) : undefined;
}

export function settingsIn({ enabled, onlyChanges, ...typed }: EveningDraft): Result<EveningSettings, EveningErrors> {
  const time = timeOfDayIn(typed.time);
  const lines = linesIn(typed.recipients);
  const recipients = wrongIn(lines);
  if (isTimeOfDay(time) && recipients === undefined)
    return ok({ enabled, time, recipients: lines.map(({ address }) => address), onlyChanges });
  return fail({
    ...(isTimeOfDay(time) ? {} : { time: text.badTime }),
    ...(recipients === undefined ? {} : { recipients }),
  });
}
