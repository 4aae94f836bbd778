/** What « Arrêts à saisir » and « À transmettre au support » still ask of a person. */
import type { StoppagesReading } from './readStoppages.ts';

export interface StoppagesLeft {
  /** Lines to type, to correct or to take away in payroll. */
  readonly toType: number;
  /** Changes that support is to be told. */
  readonly toHandOver: number;
}

/** Two stoppages, one ticked, and a change that waits for support → `{ toType: 1, toHandOver: 1 }`; a line that is for support is not to be typed. */
export function stoppagesLeft({ stoppages, support }: StoppagesReading): StoppagesLeft {
  return {
    toType: stoppages.filter(({ state }) => state !== 'typed' && state !== 'support').length,
    toHandOver: support.filter(({ state }) => state === 'waiting').length,
  };
}
