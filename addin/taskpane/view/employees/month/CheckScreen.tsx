import type { ReactElement } from 'react';
import { Badge, Button, Field, Select, Text } from '@fluentui/react-components';
import { ArrowSyncRegular, TableRegular } from '@fluentui/react-icons';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { sheetLabel } from '../../../../../shared/messages/fr/employees/payrollFile.ts';
import {
  checkStates,
  goneState,
  payrollCheckTable,
  payrollJournalTable,
} from '../../../../../shared/tables/people/payrollCheckTables.ts';
import { isExplained, linesOf, textIn, type MonthLine } from '../../../model/people/month/monthLines.ts';
import type { GivenJournal, MonthScreen } from '../../../model/people/month/monthState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { JournalBinding } from './JournalBinding.tsx';
import { JournalDrop } from './JournalDrop.tsx';
import { MonthList, type MonthFilter } from './MonthList.tsx';

const isEqual = (line: MonthLine) => [checkStates.equal, goneState].includes(textIn(line, 'state'));

const filters: readonly MonthFilter[] = [
  { id: 'toExplain', name: text.toExplain, holds: (line) => !isEqual(line) && !isExplained(line) },
  ...Object.entries(checkStates).map(([id, name]) => ({
    id,
    name,
    holds: (line: MonthLine) => textIn(line, 'state') === name,
  })),
];

function CheckLine({ line }: { readonly line: MonthLine }): ReactElement {
  const look = useLook();
  const what = [textIn(line, 'code'), textIn(line, 'label'), textIn(line, 'measure')];
  return (
    <PersonLine
      name={textIn(line, 'name') || textIn(line, 'employeeNumber')}
      details={[textIn(line, 'employeeNumber'), textIn(line, 'establishment')]}
      figures={
        <Badge appearance="tint" color={isEqual(line) ? 'success' : isExplained(line) ? 'informative' : 'danger'}>
          {isExplained(line) && !isEqual(line) ? text.explainedBadge : textIn(line, 'state')}
        </Badge>
      }
    >
      <Text size={200}>{what.filter((each) => each !== '').join(' · ')}</Text>
      <Text size={200} className={look.quiet}>
        {text.figures(textIn(line, 'expected'), textIn(line, 'found'))}
      </Text>
    </PersonLine>
  );
}

type Screen = Extract<MonthScreen, { name: 'peopleCheck' }>;

function Checked({ check }: { readonly check: NonNullable<Screen['check']> }): ReactElement {
  return (
    <>
      {check.lines.length === 0 ? null : (
        <Text role="status" weight="semibold">
          {text.unexplainedStatus(check.unexplained, check.lines.length)}
        </Text>
      )}
      <FindingList findings={check.findings.filter(({ severity }) => severity !== 'info')} />
      <MonthList
        name="people-check"
        label={text.checkLabel}
        table={payrollCheckTable}
        lines={linesOf(payrollCheckTable, check.rows)}
        filters={filters}
        first="toExplain"
      >
        {(line) => <CheckLine line={line} />}
      </MonthList>
      <FindingList findings={check.findings.filter(({ severity }) => severity === 'info')} />
    </>
  );
}

function Empty({ screen: { month, findings } }: { readonly screen: Screen }): ReactElement {
  const pane = usePane();
  return (
    <>
      <Text>{text.noJournal(month)}</Text>
      <FindingList findings={findings} />
      <div>
        <Button icon={<TableRegular />} onClick={() => run(pane.showPlace({ table: payrollJournalTable.name }))}>
          {text.openJournal}
        </Button>
      </div>
    </>
  );
}

/** The sheet of the file that is read, where there is a choice. */
function Sheets({ given }: { readonly given: GivenJournal }): ReactElement | null {
  const start = usePeople();
  const { grids, sheet = '' } = given;
  if (grids.length < 2) return null;
  return (
    <Field label={sheetLabel} size="small">
      <Select value={sheet} onChange={(_, { value }) => start((people) => people.check.sheet(given, value))}>
        {sheet === '' ? <option value="" /> : null}
        {grids.map((grid) => (
          <option key={grid.sheet} value={grid.sheet ?? ''}>
            {grid.sheet}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** The journal of payroll against what was handed over: what is to be explained before closing. */
export function CheckScreen({ screen }: { readonly screen: Screen }): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { month, check, unbound, given } = screen;
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.checkTitle(month)}</ScreenTitle>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={() => start((people) => people.check.open())}>
          {text.again}
        </Button>
      </div>
      <Text size={200} className={look.quiet}>
        {text.checkIntro}
      </Text>
      <JournalDrop />
      {given ? <Sheets given={given} /> : null}
      {unbound ? <JournalBinding key={`${unbound.given.name} ${unbound.given.sheet ?? ''}`} unbound={unbound} /> : null}
      {unbound ? null : check ? <Checked check={check} /> : <Empty screen={screen} />}
    </>
  );
}
