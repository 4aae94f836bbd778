import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import type { MatchingScreen } from '../../../model/people/matching/matchingState.ts';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { FileDrop } from './FileDrop.tsx';
import { GivenList } from './GivenList.tsx';

/** The other way: lines pasted in the sheet. */
function Pasting({ isReady }: { readonly isReady: boolean }): ReactElement {
  const look = useLook();
  const start = usePeople();
  return (
    <>
      <Text size={200}>{text.pasteHint}</Text>
      <div className={look.row}>
        {isReady ? (
          <Button appearance="primary" onClick={() => start((people) => people.matching.readSheet())}>
            {text.readSheet}
          </Button>
        ) : null}
        <Button icon={<TableAddRegular />} onClick={() => start((people) => people.matching.prepareSheet())}>
          {isReady ? text.seeSheet : text.prepareSheet}
        </Button>
      </div>
    </>
  );
}

/** A file of payroll: chosen, then its columns, then brought. */
export function ListScreen({
  screen,
}: {
  readonly screen: Extract<MatchingScreen, { name: 'peopleList' }>;
}): ReactElement {
  const { given, fileName } = screen;
  return (
    <>
      <ScreenTitle>{text.matchingAction}</ScreenTitle>
      {given ? null : <Text>{text.listIntro}</Text>}
      {given ? <GivenList given={given} fileName={fileName} /> : <FileDrop label={text.chooseFile} />}
      {given ? <FileDrop label={text.otherFile} /> : <Pasting isReady={screen.pasting === true} />}
    </>
  );
}
