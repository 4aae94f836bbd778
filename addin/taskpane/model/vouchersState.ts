/** The screens of titres-restaurant, as values. */
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import type { Finding } from '../../../shared/domain/finding.ts';
import type { VoucherComputation } from '../../../shared/flows/vouchers/computeVouchers.ts';
import type { ReadModel } from '../../../shared/domain/vouchers/files/readModel.ts';
import type { OrderFileRequest, OrderFiles } from '../../../shared/flows/vouchers/orderFiles.ts';
import type { OrderToFile } from '../../../shared/flows/vouchers/orderReading.ts';
import type { RegulationAnswers, WizardStep } from '../../../shared/flows/vouchers/wizard/answers.ts';
import type { WizardBase } from '../../../shared/flows/vouchers/wizard/wizardBase.ts';
import type { OrderState } from '../../../shared/tables/vouchers/ordersTable.ts';
import type { RegulationState } from '../../../shared/tables/vouchers/regulationState.ts';
import type { PeopleFilter } from './search.ts';
import type { SimulationAsked, SimulationResult } from './simulationAsked.ts';

/** One line of « Commandes TR ». Amounts in cents. */
export interface OrderLine {
  readonly number: string;
  readonly month: PlainMonth;
  readonly regulation: string;
  readonly state: OrderState;
  readonly people: number;
  readonly vouchers: number;
  readonly amount: number;
  /** When it came to its state, as the sheet tells it. */
  readonly since: string;
}

/** What the workbook says before anything is computed. */
export interface VoucherBoard {
  readonly month: PlainMonth;
  /** Titles of the sheets that people fill and that are not there. */
  readonly missing: readonly string[];
  readonly states: readonly RegulationState[];
  /** Of no regulation in particular. */
  readonly findings: readonly Finding[];
  readonly orders: readonly OrderLine[];
  /** The last thing written is a computation. */
  readonly canUndo: boolean;
}

/** One person under one regulation. */
export interface PersonId {
  readonly employeeId: string;
  readonly regulation: string;
}

export type VoucherScreen =
  | { readonly name: 'vouchers'; readonly board: VoucherBoard; readonly findings: readonly Finding[] }
  | {
      readonly name: 'voucherResult';
      readonly computation: VoucherComputation;
      readonly from: PersonId | null;
      /** Of the list of people, as it was left. */
      readonly filter: PeopleFilter;
    }
  | {
      readonly name: 'voucherPerson';
      readonly computation: VoucherComputation;
      readonly person: PersonId;
      /** What was computed to explain a row of the sheet was not written: one goes back to where nothing is validated. */
      readonly isWritten: boolean;
      /** Of the list that one comes from. */
      readonly filter: PeopleFilter;
    }
  | { readonly name: 'voucherOrders'; readonly board: VoucherBoard }
  | {
      readonly name: 'voucherFiles';
      readonly order: OrderToFile;
      readonly request: OrderFileRequest;
      readonly made: OrderFiles;
    }
  /** A model of order, tried on `order`; its template null as long as no file was read. */
  | { readonly name: 'voucherTemplate'; readonly order: OrderToFile; readonly read: ReadModel }
  | {
      readonly name: 'voucherWizard';
      readonly base: WizardBase;
      /** As they stand when the screen opens: blank, or given back after a refusal. */
      readonly answers: RegulationAnswers;
      readonly step: WizardStep;
    }
  | {
      readonly name: 'voucherSimulation';
      readonly base: WizardBase;
      readonly asked: SimulationAsked;
      /** Null: the question is being asked. */
      readonly result: SimulationResult | null;
    };
