import type { ReactElement } from 'react';
import type { TimeScreen } from '../../../model/worktime/timeState.ts';
import { TimeSimulationForm } from './TimeSimulationForm.tsx';
import { TimeSimulationResults } from './TimeSimulationResults.tsx';

/** « Simuler »: the question, then both sides. */
export function TimeSimulationScreen({
  screen,
}: {
  readonly screen: Extract<TimeScreen, { name: 'worktimeSimulation' }>;
}): ReactElement {
  return screen.result ? (
    <TimeSimulationResults screen={screen} result={screen.result} />
  ) : (
    <TimeSimulationForm screen={screen} />
  );
}
