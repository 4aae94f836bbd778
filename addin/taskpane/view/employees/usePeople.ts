import type { PeopleTasks } from '../../model/people/peopleTasks.ts';
import { run, usePane } from '../paneContext.ts';

/** Answers what starts a task of « Salariés » from an event handler. */
export function usePeople(): (task: (people: PeopleTasks) => Promise<void> | void) => void {
  const pane = usePane();
  return (task) => run(pane.people().then(task));
}
