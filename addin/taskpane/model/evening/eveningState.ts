/** The screens of the reading of the evening, as values: they are reached from « Réglages ». */
import type { Evening } from '../../../../shared/contracts/eveningSchemas.ts';
import type { Run } from '../../../../shared/contracts/schemas.ts';

/** What is typed in the form. `recipients`: an address on each line. */
export interface EveningDraft {
  readonly enabled: boolean;
  readonly time: string;
  readonly recipients: string;
  readonly onlyChanges: boolean;
}

/** What is wrong, as sentences, by field. */
export interface EveningErrors {
  readonly time?: string;
  readonly recipients?: string;
}

export interface EveningFormScreen {
  readonly name: 'eveningForm';
  readonly evening: Evening;
  readonly errors: EveningErrors;
  readonly busy: boolean;
}

export interface EveningRunsScreen {
  readonly name: 'eveningRuns';
  readonly runs: readonly Run[];
}

export type EveningScreen = EveningFormScreen | EveningRunsScreen;

/** Every one of them has a name that begins so. */
export function isEveningScreen<S extends { readonly name: string }>(screen: S): screen is S & EveningScreen {
  return screen.name.startsWith('evening');
}
