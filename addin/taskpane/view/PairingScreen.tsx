import { useState, type ReactElement } from 'react';
import { Button, Field, Input, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../shared/messages/fr/pane.ts';
import { run, usePane } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', rowGap: '12px' } });

export function PairingScreen({ busy }: { readonly busy: boolean }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const [code, setCode] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        run(pane.access.pair(code));
      }}
    >
      <ScreenTitle>{text.pairingTitle}</ScreenTitle>
      <Text>{text.pairingBody}</Text>
      <Field label={text.pairingCode}>
        <Input value={code} autoComplete="off" spellCheck={false} onChange={(_, { value }) => setCode(value)} />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabled={busy || code.trim() === ''}>
          {text.pairingAction}
        </Button>
      </div>
    </form>
  );
}
