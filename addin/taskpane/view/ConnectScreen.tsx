import { useState, type ReactElement } from 'react';
import { Button, Field, Input, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import type { ConnectionRequest, ConnectionTest } from '../../../shared/contracts/schemas.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { run, usePane, usePaneState } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  actions: { display: 'flex', columnGap: '8px', flexWrap: 'wrap', rowGap: '8px' },
  list: { margin: '4px 0 0', paddingLeft: '18px' },
  summary: { cursor: 'pointer' },
  optional: { display: 'flex', flexDirection: 'column', rowGap: '12px', paddingTop: '8px' },
});

interface Draft {
  readonly account: string;
  readonly apiKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

function requestOf({ account, apiKey, clientId, clientSecret }: Draft): ConnectionRequest {
  const base = { account: account.trim(), apiKey: apiKey.trim() };
  return clientId.trim() === ''
    ? base
    : { ...base, oauth: { clientId: clientId.trim(), clientSecret: clientSecret.trim() } };
}

function Tested({ tested }: { readonly tested: ConnectionTest }): ReactElement {
  const whole = tested.missingRights.length === 0;
  return (
    <MessageBar intent={whole ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody>
        {text.testedWell(tested.host, tested.employees)} {whole ? null : text.missingRights(tested.missingRights)}
      </MessageBarBody>
    </MessageBar>
  );
}

function Rights(): ReactElement {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{text.rightsTitle}</summary>
      <ul className={styles.list}>
        {text.rights.map((right) => (
          <li key={right}>{right}</li>
        ))}
      </ul>
    </details>
  );
}

function OptionalClient({
  draft,
  change,
}: {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}): ReactElement {
  const styles = useStyles();
  return (
    <details>
      <summary className={styles.summary}>{text.personalRecordsLabel}</summary>
      <div className={styles.optional}>
        <Text>{text.personalRecordsHint}</Text>
        <Field label={text.clientIdLabel}>
          <Input value={draft.clientId} autoComplete="off" onChange={(_, { value }) => change({ clientId: value })} />
        </Field>
        <Field label={text.clientSecretLabel}>
          <Input
            type="password"
            value={draft.clientSecret}
            autoComplete="off"
            onChange={(_, { value }) => change({ clientSecret: value })}
          />
        </Field>
      </div>
    </details>
  );
}

/** First run: address, key, test. What was typed stays whatever the service answers. */
export function ConnectScreen({
  busy,
  tested,
}: {
  readonly busy: 'testing' | 'connecting' | null;
  readonly tested: ConnectionTest | null;
}): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const demo = usePaneState().health?.demo ?? null;
  const [draft, setDraft] = useState<Draft>({
    account: demo?.account ?? '',
    apiKey: demo?.apiKey ?? '',
    clientId: '',
    clientSecret: '',
  });
  const [asked, setAsked] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const ready = draft.account.trim() !== '' && draft.apiKey.trim() !== '';
  const attempt = (action: (request: ConnectionRequest) => Promise<void>) => {
    setAsked(true);
    if (ready) run(action(requestOf(draft)));
  };
  const missing = (value: string, sentence: string) =>
    asked && value.trim() === '' ? { validationMessage: sentence } : {};
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt((request) => pane.access.connect(request));
      }}
    >
      <ScreenTitle>{text.connectTitle}</ScreenTitle>
      <Text>{text.connectIntro}</Text>
      {demo ? <Text>{text.demoOffer}</Text> : null}
      <Field
        label={text.accountLabel}
        hint={text.accountHint}
        required
        {...missing(draft.account, text.accountMissing)}
      >
        <Input
          value={draft.account}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => change({ account: value })}
        />
      </Field>
      <Field label={text.apiKeyLabel} hint={text.apiKeyHint} required {...missing(draft.apiKey, text.apiKeyMissing)}>
        <Input
          type="password"
          value={draft.apiKey}
          autoComplete="off"
          onChange={(_, { value }) => change({ apiKey: value })}
        />
      </Field>
      <Rights />
      <OptionalClient draft={draft} change={change} />
      {tested ? <Tested tested={tested} /> : null}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabled={busy !== null}>
          {text.connectAction}
        </Button>
        <Button disabled={busy !== null} onClick={() => attempt((request) => pane.access.test(request))}>
          {text.testAction}
        </Button>
      </div>
    </form>
  );
}
