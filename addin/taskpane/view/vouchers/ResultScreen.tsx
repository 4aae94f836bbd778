import { useMemo, type ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { personLines, regulationTotals } from '../../model/vouchersResult.ts';
import type { VoucherScreen } from '../../model/vouchersState.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { ResultTabs } from '../ResultTabs.tsx';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { RegulationTotals } from './RegulationTotals.tsx';
import { useVouchers } from './useVouchers.ts';
import { VoucherPeople } from './VoucherPeople.tsx';
import { WhyButton } from './WhyButton.tsx';

export function ResultScreen({
  screen: { computation, from, filter },
}: {
  readonly screen: Extract<VoucherScreen, { name: 'voucherResult' }>;
}): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const totals = useMemo(() => regulationTotals(computation), [computation]);
  const lines = useMemo(() => personLines(computation), [computation]);
  const { findings, month } = computation;
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.resultTitle(month)}</ScreenTitle>
        <WhyButton size="small" />
      </div>
      <ResultTabs
        name="vouchers"
        first={from ? 'people' : 'totals'}
        views={[
          {
            id: 'totals',
            name: text.totalsTab,
            shown: () =>
              totals.map((total) => (
                <RegulationTotals
                  key={total.name}
                  total={total}
                  month={month}
                  onValidate={() => start((tasks) => tasks.life.validate(computation, total.name))}
                  onSimulate={() => start((tasks) => tasks.simulation.begin(total.name, computation))}
                />
              )),
          },
          {
            id: 'people',
            name: text.peopleTab(lines.length),
            shown: () => (
              <VoucherPeople
                lines={lines}
                from={from}
                filter={filter}
                onOpen={(person, left) => start((tasks) => tasks.person(computation, person, left))}
                onBack={() => start((tasks) => tasks.back())}
              />
            ),
          },
          {
            id: 'findings',
            name: text.findingsTab(findings.length),
            shown: () => (findings.length === 0 ? <Text>{text.noFinding}</Text> : <FindingList findings={findings} />),
          },
        ]}
      />
    </>
  );
}
