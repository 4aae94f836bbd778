/** What a person may choose for an account, and the cells of its row that say so. */
import type { ProposedBinding } from '../../domain/absences/proposeBinding.ts';
import { payrollTargetKeys, payrollTargets } from '../../domain/absences/targets/targets.ts';
import { defaultCode } from '../../domain/absences/treatment.ts';
import { blank, canonical, textCell, type Cell } from '../../domain/review/cell.ts';
import type { RowCells } from '../../domain/review/plan.ts';
import { bindingStates } from '../../tables/absences/accountBindingsTable.ts';
import { treatmentCells } from '../../tables/absences/treatmentLabels.ts';

/** A category, a stoppage of some kind, or nothing in payroll. `isInHours`: of what Lucca shows, the account is kept in hours. */
export type ChosenTreatment = (ProposedBinding | { readonly is: 'outside' }) & { readonly isInHours?: boolean };

/** « Code paie » and the names that payroll software gives, where there is no choice to make between them. */
function codeCells(chosen: ChosenTreatment | undefined): RowCells {
  const category = chosen?.is === 'transferred' ? chosen.category : undefined;
  const types = payrollTargetKeys.map((key): [string, Cell] => {
    const known: readonly string[] = category ? payrollTargets[key].types[category] : [];
    return [key, textCell(known.length === 1 ? (known[0] ?? '') : '')];
  });
  const code = category ? defaultCode(category, chosen?.isInHours ?? false) : '';
  return { code: textCell(code), ...Object.fromEntries(types) };
}

/** Cells of a new row; undefined: nothing is known of it. */
export function bindingCells(chosen: ChosenTreatment | undefined): RowCells {
  const { treatment, kind } = chosen ? treatmentCells(chosen) : { treatment: '', kind: '' };
  return { treatment: textCell(treatment), kind: textCell(kind), ...codeCells(chosen) };
}

const same = (a: Cell | undefined, b: Cell | undefined) =>
  canonical('choice', a ?? blank) === canonical('choice', b ?? blank);

/** Cells that make a row say `chosen`, confirmed. What it says of the same category stays: its code, its names in payroll software. */
export function confirmedCells(chosen: ChosenTreatment, held: RowCells): RowCells {
  const { treatment, kind, ...codes } = bindingCells(chosen);
  const isSame = chosen.is === 'transferred' && same(held['treatment'], treatment);
  return {
    treatment: treatment ?? blank,
    kind: kind ?? blank,
    ...(isSame ? {} : codes),
    state: textCell(bindingStates.confirmed),
  };
}
