import type { EveningTasks } from '../../model/evening/eveningTasks.ts';
import { run, usePane } from '../paneContext.ts';

/** Answers what starts a task of the evening from an event handler. */
export function useEvening(): (task: (evening: EveningTasks) => Promise<unknown> | void) => void {
  const pane = usePane();
  return (task) =>
    run(
      pane
        .evening()
        .then(task)
        .then(() => undefined),
    );
}
