import { useMemo, useState, type ReactElement } from 'react';
import { Tab, TabList, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { personLines, regulationTotals } from '../../model/vouchersResult.ts';
import type { VoucherScreen } from '../../model/vouchersState.ts';
import { FindingList } from '../FindingList.tsx';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { People } from './People.tsx';
import { RegulationTotals } from './RegulationTotals.tsx';
import { useVouchers } from './useVouchers.ts';
import { WhyButton } from './WhyButton.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  tabs: { flexShrink: 0, marginLeft: '-10px' },
  panel: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

const views = ['totals', 'people', 'findings'] as const;
type View = (typeof views)[number];

export function ResultScreen({
  screen: { computation, from },
}: {
  readonly screen: Extract<VoucherScreen, { name: 'voucherResult' }>;
}): ReactElement {
  const styles = useStyles();
  const start = useVouchers();
  const [view, setView] = useState<View>(from ? 'people' : 'totals');
  const totals = useMemo(() => regulationTotals(computation), [computation]);
  const lines = useMemo(() => personLines(computation), [computation]);
  const { findings, month } = computation;
  const names: Readonly<Record<View, string>> = {
    totals: text.totalsTab,
    people: text.peopleTab(lines.length),
    findings: text.findingsTab(findings.length),
  };
  return (
    <>
      <div className={styles.head}>
        <ScreenTitle>{text.resultTitle(month)}</ScreenTitle>
        <WhyButton size="small" />
      </div>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((each) => each === value) ?? 'totals')}
      >
        {views.map((each) => (
          <Tab key={each} id={`vouchers-${each}`} value={each}>
            {names[each]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`vouchers-${view}`}>
        {view === 'totals'
          ? totals.map((total) => (
              <RegulationTotals
                key={total.name}
                total={total}
                month={month}
                onValidate={() => start((tasks) => tasks.life.validate(computation, total.name))}
                onSimulate={() => start((tasks) => tasks.simulation.begin(total.name, computation))}
              />
            ))
          : null}
        {view === 'people' ? (
          <People
            lines={lines}
            from={from}
            onOpen={(person) => start((tasks) => tasks.person(computation, person))}
            onBack={() => start((tasks) => tasks.back())}
          />
        ) : null}
        {view === 'findings' && findings.length === 0 ? <Text>{text.noFinding}</Text> : null}
        {view === 'findings' ? <FindingList findings={findings} /> : null}
      </div>
    </>
  );
}
