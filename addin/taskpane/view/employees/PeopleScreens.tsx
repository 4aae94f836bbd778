import type { ReactElement } from 'react';
import type { PeopleScreen } from '../../model/people/peopleState.ts';
import { AutomaticScreen } from './automatic/AutomaticScreen.tsx';
import { ChecksScreen } from './checks/ChecksScreen.tsx';
import { FieldsScreen } from './fields/FieldsScreen.tsx';
import { ListScreen } from './matching/ListScreen.tsx';
import { MatchingScreen } from './matching/MatchingScreen.tsx';
import { PeopleHome } from './PeopleHome.tsx';
import { BankScreen } from './recap/BankScreen.tsx';
import { ChangesScreen } from './recap/ChangesScreen.tsx';
import { CheckScreen } from './month/CheckScreen.tsx';
import { ControlScreen } from './month/ControlScreen.tsx';
import { MovementsScreen } from './month/MovementsScreen.tsx';
import { RecapScreen } from './recap/RecapScreen.tsx';

/** Everything of « Salariés » that is seen: loaded when it is first asked for. */
export default function PeopleScreens({ screen }: { readonly screen: PeopleScreen }): ReactElement {
  switch (screen.name) {
    case 'people':
      return <PeopleHome />;
    case 'peopleAutomatic':
      return <AutomaticScreen />;
    case 'peopleMovements':
      return <MovementsScreen key={screen.movements.month} screen={screen} />;
    case 'peopleControl':
      return <ControlScreen key={screen.control.month} screen={screen} />;
    case 'peopleCheck':
      return <CheckScreen key={screen.month} screen={screen} />;
    case 'peopleRecap':
      return <RecapScreen key={screen.recap.month} screen={screen} />;
    case 'peopleBank':
      return <BankScreen screen={screen} />;
    case 'peopleChanges':
      return <ChangesScreen screen={screen} />;
    case 'peopleFields':
      return <FieldsScreen screen={screen} />;
    case 'peopleList':
      return <ListScreen screen={screen} />;
    case 'peopleMatching':
      return <MatchingScreen screen={screen} />;
    case 'peopleChecks':
      return <ChecksScreen screen={screen} />;
  }
}
