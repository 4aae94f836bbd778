import { useEffect, useState, type ReactElement } from 'react';
import { MessageBar, MessageBarActions, MessageBarBody, Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { FaultControls } from '../faultControls.ts';
import { close } from '../messages.ts';
import { CellStrip } from './CellStrip.tsx';
import { useDesk } from './deskContext.ts';
import { Grid } from './Grid.tsx';
import { PaneFrame } from './PaneFrame.tsx';
import { goToNextRegion } from './regions.ts';
import { TopBar } from './TopBar.tsx';
import './workbench.css';

export function Workbench(): ReactElement {
  const desk = useDesk();
  const [controls] = useState(() => new FaultControls(desk));
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (desk.isUnsaved) event.preventDefault();
    };
    const walk = (event: KeyboardEvent): void => {
      if (event.key !== 'F6') return;
      event.preventDefault();
      goToNextRegion(event.shiftKey);
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('keydown', walk, true);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('keydown', walk, true);
    };
  }, [desk]);
  return (
    <div className="wb">
      <TopBar controls={controls} />
      <main className="wb-main">
        <div className="wb-book">
          <Notice />
          <Grid />
          <CellStrip />
        </div>
        <PaneFrame />
      </main>
    </div>
  );
}

function Notice(): ReactElement {
  const desk = useDesk();
  const { notice } = desk;
  return (
    <div className="wb-notice" role="status">
      {notice && (
        <MessageBar key={notice.id} intent="info" politeness="polite">
          <MessageBarBody>{notice.text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={close}
                onClick={() => desk.say(undefined)}
              />
            }
          />
        </MessageBar>
      )}
    </div>
  );
}
