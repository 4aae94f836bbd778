/** Title, file, fictional account, accidents. */
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Link, Tooltip } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentAddRegular, FolderOpenRegular, OpenRegular } from '@fluentui/react-icons';
import { demoPage } from '../demoPage.ts';
import type { FaultControls } from '../faultControls.ts';
import * as say from '../messages.ts';
import { useDesk } from './deskContext.ts';
import { FaultsMenu } from './FaultsMenu.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { download } from './download.ts';

export function TopBar({ controls }: { readonly controls: FaultControls }): ReactElement {
  const desk = useDesk();
  const file = useRef<HTMLInputElement>(null);
  const [afterLeaving, setAfterLeaving] = useState<(() => void) | undefined>();
  const save = (): void => {
    const name = `${desk.open.name}.xlsx`;
    download(name, desk.save());
    if (!desk.notice) desk.say(say.savedBook(name));
  };
  /** At once, or after asking what becomes of what is not saved. */
  const leaving = (act: () => void): void => (desk.isUnsaved ? setAfterLeaving(() => act) : act());
  const openChosen = async (chosen: File | undefined): Promise<void> => {
    if (chosen) desk.openFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
  };
  return (
    <header className="wb-top">
      <h1>
        {say.title} <span className="wb-subtitle">— {say.subtitle}</span>
      </h1>
      <nav className="wb-actions" aria-label={say.actions}>
        <Action label={say.newBook} icon={<DocumentAddRegular />} onAct={() => leaving(() => desk.newBook())} />
        <Action label={say.openBook} icon={<FolderOpenRegular />} onAct={() => leaving(() => file.current?.click())} />
        <Action label={say.saveBook} icon={<ArrowDownloadRegular />} onAct={save} />
        <DemoLink />
        <FaultsMenu controls={controls} />
      </nav>
      <p className="wb-name" title={say.bookState(desk.open.name, desk.isUnsaved)}>
        {say.bookState(desk.open.name, desk.isUnsaved)}
      </p>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={say.openBook}
        accept=".xlsx"
        onChange={({ target }) => {
          void openChosen(target.files?.[0]);
          target.value = '';
        }}
      />
      {afterLeaving && (
        <LeaveDialog
          onSave={() => {
            save();
            afterLeaving();
          }}
          onLeave={afterLeaving}
          onClose={() => setAfterLeaving(undefined)}
        />
      )}
    </header>
  );
}

interface ActionProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onAct: () => void;
}

function Action({ label, icon, onAct }: ActionProps): ReactElement {
  return (
    <Button appearance="subtle" size="small" icon={icon} onClick={onAct}>
      {label}
    </Button>
  );
}

/** The page where things are made to happen in the fictional account; absent when the service has none. */
function DemoLink(): ReactElement | null {
  const [address, setAddress] = useState<string | undefined>();
  useEffect(() => {
    let isGone = false;
    void demoPage().then((found) => !isGone && setAddress(found));
    return () => {
      isGone = true;
    };
  }, []);
  if (address === undefined) return null;
  return (
    <Tooltip content={say.opensInNewTab} relationship="description">
      <Link className="wb-demo" href={address} target="_blank" rel="noopener">
        {say.demoAccount} <OpenRegular aria-hidden />
      </Link>
    </Tooltip>
  );
}
