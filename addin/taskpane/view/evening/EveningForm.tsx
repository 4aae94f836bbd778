import { useState, type ReactElement } from 'react';
import { Button, Checkbox, Field, Input, MessageBar, MessageBarBody, Text, Textarea } from '@fluentui/react-components';
import type { Evening } from '../../../../shared/contracts/eveningSchemas.ts';
import { frenchDate, wallClock } from '../../../../shared/domain/calendar/plainDate.ts';
import * as text from '../../../../shared/messages/fr/employees/eveningPane.ts';
import { draftOf } from '../../model/evening/eveningDraft.ts';
import type { EveningDraft, EveningFormScreen } from '../../model/evening/eveningState.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { useEvening } from './useEvening.ts';

function nextText({ nextAt, zone }: Evening): string {
  if (nextAt === null) return text.noNextRun;
  const { date, time } = wallClock(nextAt, zone);
  return text.nextRun(frenchDate(date), time);
}

/** Where messages go, when that is not a server. */
function Route({ mail }: Pick<Evening, 'mail'>): ReactElement | null {
  if (mail === 'server') return null;
  return (
    <MessageBar intent={mail === 'none' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{mail === 'none' ? text.noServer : text.toMailbox}</MessageBarBody>
    </MessageBar>
  );
}

const wrong = (sentence: string | undefined) => (sentence === undefined ? {} : { validationMessage: sentence });

export function EveningForm({ screen }: { readonly screen: EveningFormScreen }): ReactElement {
  const look = useLook();
  const start = useEvening();
  const { evening, errors, busy } = screen;
  const [draft, setDraft] = useState(() => draftOf(evening));
  const change = (part: Partial<EveningDraft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className={look.actions}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start((tasks) => tasks.save(draft));
      }}
    >
      <ScreenTitle>{text.eveningTitle}</ScreenTitle>
      <Text>{nextText(evening)}</Text>
      <Checkbox
        label={text.enabledLabel}
        checked={draft.enabled}
        onChange={(_, { checked }) => change({ enabled: checked === true })}
      />
      <Field label={text.timeLabel} hint={text.timeHint(evening.zone)} {...wrong(errors.time)}>
        <Input
          value={draft.time}
          autoComplete="off"
          disabled={!draft.enabled}
          onChange={(_, { value }) => change({ time: value })}
        />
      </Field>
      <Text size={200} className={look.quiet}>
        {text.missedMeans}
      </Text>
      <Route mail={evening.mail} />
      <Field label={text.recipientsLabel} hint={text.recipientsHint} {...wrong(errors.recipients)}>
        <Textarea
          value={draft.recipients}
          rows={3}
          spellCheck={false}
          autoComplete="off"
          onChange={(_, { value }) => change({ recipients: value })}
        />
      </Field>
      <Field hint={text.onlyChangesHint}>
        <Checkbox
          label={text.onlyChangesLabel}
          checked={draft.onlyChanges}
          onChange={(_, { checked }) => change({ onlyChanges: checked === true })}
        />
      </Field>
      <div className={look.row}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {text.saveAction}
        </Button>
        <Button disabled={busy} onClick={() => start((tasks) => tasks.trial(draft))}>
          {text.trialAction}
        </Button>
      </div>
    </form>
  );
}
