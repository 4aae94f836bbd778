import { bookErrorText } from '../../../shared/messages/fr/book.ts';
import type { PaneDesk } from './desk.ts';

/** True when the workbook was opened for reading only, which is then told where one is. */
export function refusesWriting({ ports, store }: Pick<PaneDesk, 'ports' | 'store'>): boolean {
  if (!ports.readOnly()) return false;
  store.set({ notice: { intent: 'warning', text: bookErrorText({ code: 'readOnly', facts: {} }) } });
  return true;
}
