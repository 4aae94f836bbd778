import type { ReactElement } from 'react';
import { Button, Subtitle2, Text } from '@fluentui/react-components';
import type { ServiceError } from '../../../shared/contracts/service.ts';
import * as text from '../../../shared/messages/fr/pane.ts';
import { run, usePane } from './paneContext.ts';

/** The service does not answer, something else does, or the browser stands in between. */
export function OfflineScreen({ error }: { readonly error: ServiceError }): ReactElement {
  const pane = usePane();
  const unexpected = error.code === 'unexpected';
  return (
    <>
      <Subtitle2 as="h2">{unexpected ? text.unexpectedTitle : text.offlineTitle}</Subtitle2>
      <Text>{unexpected ? text.unexpectedBody(error.status) : text.offlineBody}</Text>
      {unexpected ? null : (
        <>
          <Subtitle2 as="h3">{text.blockedTitle}</Subtitle2>
          <Text>{text.blockedBody}</Text>
        </>
      )}
      <div>
        <Button appearance="primary" onClick={() => run(pane.start())}>
          {text.retry}
        </Button>
      </div>
    </>
  );
}
