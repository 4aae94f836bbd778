/** The screens of working time, as values. */
import type { PlainDate, PlainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import type { Finding, Place } from '../../../../shared/domain/finding.ts';
import type { WorktimeComputation } from '../../../../shared/flows/worktime/computeTimes.ts';
import type { TimeFiles } from '../../../../shared/domain/worktime/files/timeFile.ts';
import type { TimeExportToFile } from '../../../../shared/flows/worktime/exportReading.ts';
import type { TimeFileKind } from '../../../../shared/flows/worktime/timeFiles.ts';
import type { LeftOut } from '../../../../shared/flows/worktime/leftOut.ts';
import type { PreparedLine } from '../../../../shared/flows/worktime/preparedLines.ts';
import type { CreditSimulation } from '../../../../shared/flows/worktime/simulateCredit.ts';
import type { TimeSimulation } from '../../../../shared/flows/worktime/simulateTimes.ts';
import type { ExportState } from '../../../../shared/tables/worktime/timeExportsTable.ts';
import type { PeopleFilter } from '../search.ts';

/** One regulation of « Réglementaires de temps ». `other`: it does not hold in the month. */
export interface TimeRegulationLine {
  readonly name: string;
  readonly set: string;
  readonly state: 'valid' | 'invalid' | 'other';
  readonly place: Place;
  readonly findings: readonly Finding[];
}

/** One line of « Exports de temps », and what stands under it in « Lignes d'export ». */
export interface TimeExportLine {
  readonly number: string;
  readonly month: PlainMonth;
  readonly state: ExportState;
  /** When it came to its state, as the sheet tells it. */
  readonly since: string;
  /** When its rest was credited in Lucca, or « à vérifier », as the sheet tells it; '' when it was not. */
  readonly sentAt: string;
  readonly lines: readonly PreparedLine[];
  /** What it was prepared without; null where it says nothing. */
  readonly leftOut: LeftOut | null;
}

/** What the workbook says before anything is computed. */
export interface TimeBoard {
  readonly month: PlainMonth;
  /** Titles of the sheets that people fill and that are not there. */
  readonly missing: readonly string[];
  readonly regulations: readonly TimeRegulationLine[];
  /** Names of the sets of « Règles de temps ». */
  readonly sets: readonly string[];
  /** Of no regulation in particular. */
  readonly findings: readonly Finding[];
  /** The last one first. */
  readonly exports: readonly TimeExportLine[];
  /** The last thing written is a computation, or a set that was copied. */
  readonly canUndo: boolean;
}

/** What is asked of « Simuler ». `tried`: key of a choice. `regulation`: '' for every one that counts hours. `rate`: as it was typed, '' for no euros. */
export interface TimeSimulationAsked {
  readonly tried: string;
  readonly regulation: string;
  readonly rate: string;
}

/**
 * « Simuler l'envoi à Lucca »: `off`: the service may not write there. `simulated`: seen, to be confirmed where there is no finding. `ended`: nothing
 * more is to be done here, but to look at the `place`, or to simulate again.
 */
export type CreditStage =
  | { readonly is: 'simulating' | 'sending' | 'off' }
  | { readonly is: 'simulated'; readonly simulation: CreditSimulation }
  | { readonly is: 'ended'; readonly place: Place | null; readonly mayRetry: boolean };

export type TimeScreen =
  | { readonly name: 'worktime'; readonly board: TimeBoard; readonly findings: readonly Finding[] }
  | { readonly name: 'worktimeSets'; readonly board: TimeBoard }
  | {
      readonly name: 'worktimeSimulation';
      readonly board: TimeBoard;
      readonly asked: TimeSimulationAsked;
      readonly result: TimeSimulation | null;
      /** Why the set cannot be tried. */
      readonly findings: readonly Finding[];
    }
  /** `from`: the person one comes back from. */
  | {
      readonly name: 'worktimeResult';
      readonly computation: WorktimeComputation;
      readonly from: string | null;
      readonly filter: PeopleFilter;
    }
  | {
      readonly name: 'worktimePerson';
      readonly computation: WorktimeComputation;
      readonly employeeId: string;
      /** The account and the date that are asked about; null when none is. */
      readonly asked: { readonly account: string | null; readonly date: PlainDate | null };
      /** What was computed to explain a row of the sheet was not written. */
      readonly isWritten: boolean;
      /** Of the list that one comes from. */
      readonly filter: PeopleFilter;
    }
  | { readonly name: 'worktimeExports'; readonly board: TimeBoard }
  | {
      readonly name: 'worktimeCredit';
      readonly number: string;
      readonly month: PlainMonth;
      readonly stage: CreditStage;
    }
  | {
      readonly name: 'worktimeFiles';
      readonly held: TimeExportToFile;
      readonly kind: TimeFileKind;
      readonly made: TimeFiles;
    };
