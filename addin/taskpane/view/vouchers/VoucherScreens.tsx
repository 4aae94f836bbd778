import type { ReactElement } from 'react';
import type { VoucherScreen } from '../../model/vouchersState.ts';
import { FilesScreen } from './files/FilesScreen.tsx';
import { TemplateScreen } from './files/TemplateScreen.tsx';
import { OrdersScreen } from './OrdersScreen.tsx';
import { PersonScreen } from './PersonScreen.tsx';
import { ResultScreen } from './ResultScreen.tsx';
import { VouchersHome } from './VouchersHome.tsx';
import { SimulationScreen } from './simulation/SimulationScreen.tsx';
import { WizardScreen } from './wizard/WizardScreen.tsx';

/** Everything of titres-restaurant that is seen: loaded when it is first asked for. */
export default function VoucherScreens({ screen }: { readonly screen: VoucherScreen }): ReactElement {
  switch (screen.name) {
    case 'vouchers':
      return <VouchersHome screen={screen} />;
    case 'voucherResult':
      return <ResultScreen key={screen.computation.month} screen={screen} />;
    case 'voucherPerson':
      return <PersonScreen key={JSON.stringify([screen.computation.month, screen.person])} screen={screen} />;
    case 'voucherOrders':
      return <OrdersScreen board={screen.board} />;
    case 'voucherFiles':
      return <FilesScreen screen={screen} />;
    case 'voucherTemplate':
      return <TemplateScreen key={JSON.stringify(screen.read)} screen={screen} />;
    case 'voucherWizard':
      return <WizardScreen screen={screen} />;
    case 'voucherSimulation':
      return <SimulationScreen screen={screen} />;
  }
}
