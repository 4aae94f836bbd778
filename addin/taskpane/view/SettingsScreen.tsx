import { useState, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { automaticAction } from '../../../shared/messages/fr/employees/automatic.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { useEvening } from './evening/useEvening.ts';
import { useLook } from './look.ts';
import { run, usePane, usePaneState } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

export function SettingsScreen(): ReactElement {
  const pane = usePane();
  const look = useLook();
  const start = useEvening();
  const { connection, health, book } = usePaneState();
  const mailbox = health?.demo?.mailbox;
  const [sure, setSure] = useState(false);
  return (
    <>
      <ScreenTitle>{text.connectionTitle}</ScreenTitle>
      <Text>{connection?.host}</Text>
      <div className={look.actions}>
        <Button onClick={() => start((tasks) => tasks.openForm())}>{text.eveningEntry}</Button>
        <Button onClick={() => start((tasks) => tasks.openRuns())}>{text.runsEntry}</Button>
        {book?.origin ? (
          <Button onClick={() => run(pane.people().then((people) => people.automatic()))}>{automaticAction}</Button>
        ) : null}
        {mailbox === undefined ? null : (
          <Button onClick={() => pane.ports.download(mailbox)}>{text.mailboxEntry}</Button>
        )}
        <Button onClick={() => run(pane.template())}>{text.templateAction}</Button>
      </div>
      <Text>{text.disconnectHint}</Text>
      <div>
        <Button onClick={() => (sure ? run(pane.access.disconnect()) : setSure(true))}>
          {sure ? text.disconnectConfirm : text.disconnectAction}
        </Button>
      </div>
      <Text size={200}>
        {text.versionLabel} {health?.version}
      </Text>
    </>
  );
}
