import type { ReactElement } from 'react';
import type { EveningScreen } from '../../model/evening/eveningState.ts';
import { EveningForm } from './EveningForm.tsx';
import { RunsScreen } from './RunsScreen.tsx';

/** The reading of the evening and the history of readings: loaded when they are first asked for. */
export default function EveningScreens({ screen }: { readonly screen: EveningScreen }): ReactElement {
  switch (screen.name) {
    case 'eveningForm':
      return <EveningForm screen={screen} />;
    case 'eveningRuns':
      return <RunsScreen runs={screen.runs} />;
  }
}
