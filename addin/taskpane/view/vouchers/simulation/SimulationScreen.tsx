import type { ReactElement } from 'react';
import type { VoucherScreen } from '../../../model/vouchersState.ts';
import { SimulationForm } from './SimulationForm.tsx';
import { SimulationResults } from './SimulationResults.tsx';

/** « Simuler »: the question, then both sides. */
export function SimulationScreen({
  screen: { base, asked, result },
}: {
  readonly screen: Extract<VoucherScreen, { name: 'voucherSimulation' }>;
}): ReactElement {
  return result ? <SimulationResults base={base} result={result} /> : <SimulationForm base={base} opening={asked} />;
}
