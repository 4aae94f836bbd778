import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Desk } from '../desk.ts';

export const DeskContext = createContext<Desk | null>(null);

/** The desk; who asks is drawn again whenever it changed. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this component');
  useSyncExternalStore(desk.subscribe, desk.version);
  return desk;
}
