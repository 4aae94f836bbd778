import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import type { MatchingScreen } from '../../../model/people/matching/matchingState.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { FileDrop } from './FileDrop.tsx';
import { GivenList } from './GivenList.tsx';

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
      {given ? <FileDrop label={text.otherFile} /> : <Text size={200}>{text.pasteHint}</Text>}
    </>
  );
}
