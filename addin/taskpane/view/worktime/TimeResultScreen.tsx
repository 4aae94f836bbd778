import { useMemo, useState, type ReactElement } from 'react';
import { Tab, TabList, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { controlLines, otherFindings, timePersonLines } from '../../model/worktime/timeResult.ts';
import type { TimeScreen } from '../../model/worktime/timeState.ts';
import { FindingList } from '../FindingList.tsx';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { ControlList } from './ControlList.tsx';
import { TimePeople } from './TimePeople.tsx';
import { TimeTotals } from './TimeTotals.tsx';
import { TimeWhyButton } from './TimeWhyButton.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  tabs: { flexShrink: 0, flexWrap: 'wrap', marginLeft: '-10px', marginRight: '-10px' },
  panel: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: '12px' },
});

const views = ['totals', 'people', 'controls', 'findings'] as const;
type View = (typeof views)[number];

/** A month of working time: what accounts got, whose they are, the limits passed, and what is to be known of the sheets. */
export function TimeResultScreen({
  screen: { computation, from },
}: {
  readonly screen: Extract<TimeScreen, { name: 'worktimeResult' }>;
}): ReactElement {
  const styles = useStyles();
  const [view, setView] = useState<View>(from === null ? 'totals' : 'people');
  const people = useMemo(() => timePersonLines(computation), [computation]);
  const controls = useMemo(() => controlLines(computation), [computation]);
  const findings = useMemo(() => otherFindings(computation), [computation]);
  const names: Readonly<Record<View, string>> = {
    totals: text.totalsTab,
    people: text.peopleTab(people.length),
    controls: text.controlsTab(controls.length),
    findings: text.findingsTab(findings.length),
  };
  return (
    <>
      <div className={styles.head}>
        <ScreenTitle>{text.resultTitle(computation.month)}</ScreenTitle>
        <TimeWhyButton size="small" />
      </div>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(views.find((each) => each === value) ?? 'totals')}
      >
        {views.map((each) => (
          <Tab key={each} id={`worktime-${each}`} value={each}>
            {names[each]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.panel} role="tabpanel" aria-labelledby={`worktime-${view}`}>
        {view === 'totals' ? <TimeTotals computation={computation} /> : null}
        {view === 'people' ? <TimePeople computation={computation} lines={people} from={from} /> : null}
        {view === 'controls' ? <ControlList lines={controls} /> : null}
        {view === 'findings' && findings.length === 0 ? <Text>{text.noFinding}</Text> : null}
        {view === 'findings' ? <FindingList findings={findings} /> : null}
      </div>
    </>
  );
}
