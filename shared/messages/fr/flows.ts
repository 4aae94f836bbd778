/** Sentences of the steps of a task: review, apply, undo. */

/** Above the tables that came from Lucca. */
export function dataAsOf(date: string, time: string): string {
  return `Données Lucca du ${date} à ${time}`;
}

/** What a plan was, in « Journal ». */
export function planName(kind: 'refresh' | 'undo'): string {
  return kind === 'undo' ? 'Annulation de la dernière mise à jour' : 'Mise à jour depuis Lucca';
}

/** How a plan ended, in « Journal ». */
export function planOutcome(state: 'open' | 'done' | 'abandoned'): string {
  return state === 'abandoned' ? 'abandonnée' : 'faite';
}
