import type { AbsenceTasks } from '../../model/absences/absenceTasks.ts';
import { run, usePane } from '../paneContext.ts';

/** Answers what starts a task of « Absences » from an event handler. */
export function useAbsences(): (task: (absences: AbsenceTasks) => Promise<void> | void) => void {
  const pane = usePane();
  return (task) => run(pane.absences().then(task));
}
