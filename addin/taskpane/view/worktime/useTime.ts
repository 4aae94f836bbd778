import type { TimeTasks } from '../../model/worktime/timeTasks.ts';
import { run, usePane } from '../paneContext.ts';

/** Answers what starts a task of working time from an event handler. */
export function useTime(): (task: (time: TimeTasks) => Promise<void> | void) => void {
  const pane = usePane();
  return (task) => run(pane.worktime().then(task));
}
