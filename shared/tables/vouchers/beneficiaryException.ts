import type { PlainDate } from '../../domain/calendar/plainDate.ts';
import type { exceptionLabels } from './beneficiariesTable.ts';
import type { TypedRow } from '../typedRow.ts';

/** Whom a row of « Bénéficiaires TR » speaks of. */
export type Whom =
  | { readonly by: 'person'; readonly employeeId: string }
  | { readonly by: 'establishment'; readonly establishmentId: string }
  /** `field`: heading of a column of « Salariés »; `value` as typed. */
  | { readonly by: 'field'; readonly field: string; readonly value: string };

/** One row. `from` and `to` included; null: from ever, without end. */
export interface BeneficiaryException {
  readonly whom: Whom;
  readonly exception: keyof typeof exceptionLabels;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly row: TypedRow;
}
