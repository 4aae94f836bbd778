import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { run, usePane } from './paneContext.ts';
import { ScreenTitle } from './ScreenTitle.tsx';

/** Excel takes a pane over https alone: over http it is the workbench, a page of the service like any other, which no browser bars. */
const mayBeBlocked = () => window.location.protocol === 'https:';

/** The service does not answer, something else does, or the browser stands in between. */
export function OfflineScreen({ error }: { readonly error: ServiceError }): ReactElement {
  const pane = usePane();
  const unexpected = error.code === 'unexpected';
  return (
    <>
      <ScreenTitle>{unexpected ? text.unexpectedTitle : text.offlineTitle}</ScreenTitle>
      <Text>{unexpected ? text.unexpectedBody(error.status) : text.offlineBody}</Text>
      {unexpected || !mayBeBlocked() ? null : <Text>{text.blockedBody}</Text>}
      <div>
        <Button appearance="primary" onClick={() => run(pane.start())}>
          {text.retry}
        </Button>
      </div>
    </>
  );
}
