import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Pane } from '../model/pane.ts';
import type { PaneState } from '../model/state.ts';

export const PaneContext = createContext<Pane | null>(null);

/** The pane's actions. Outside the provider is a bug and throws. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('usePane outside PaneContext');
  return pane;
}

export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Starts an action from an event handler. A rejection is a bug: it reaches the top handler of the page. */
export function run(action: Promise<void>): void {
  void action;
}
