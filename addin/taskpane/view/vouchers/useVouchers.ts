import type { VoucherTasks } from '../../model/vouchers.ts';
import { run, usePane } from '../paneContext.ts';

/** Answers what starts a task of titres-restaurant from an event handler. */
export function useVouchers(): (task: (vouchers: VoucherTasks) => Promise<void> | void) => void {
  const pane = usePane();
  return (task) => run(pane.vouchers().then(task));
}
