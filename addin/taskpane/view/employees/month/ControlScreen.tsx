import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons';
import * as text from '../../../../../shared/messages/fr/employees/monthPane.ts';
import { monthControlTable, topicLabels } from '../../../../../shared/tables/people/monthControlTable.ts';
import { linesOf, nameIn, textIn, type MonthLine } from '../../../model/people/month/monthLines.ts';
import type { MonthScreen } from '../../../model/people/month/monthState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { MonthList, type MonthFilter } from './MonthList.tsx';

const isTotal = (line: MonthLine) => textIn(line, 'luccaId') === '';

const filters: readonly MonthFilter[] = [
  ...(Object.keys(topicLabels) as (keyof typeof topicLabels)[]).map((topic) => ({
    id: topic,
    name: topicLabels[topic],
    holds: (line: MonthLine) => !isTotal(line) && textIn(line, 'topic') === topicLabels[topic],
  })),
  { id: 'totals', name: text.totalsFilter, holds: isTotal },
];

/** A gap is always seen with its sign. */
function gapOf(line: MonthLine): string {
  const gap = textIn(line, 'gap').replace('-', '−');
  return gap === '' || gap === '0' || gap.startsWith('−') ? gap : `+${gap}`;
}

function ControlRow({ line }: { readonly line: MonthLine }): ReactElement {
  const look = useLook();
  const topic = [textIn(line, 'topic'), textIn(line, 'item')].filter((each) => each !== '').join(' : ');
  const details = isTotal(line) ? [] : [textIn(line, 'employeeNumber'), textIn(line, 'establishment')];
  return (
    <PersonLine
      name={isTotal(line) ? textIn(line, 'establishment') : nameIn(line)}
      details={details}
      figures={<Text weight="semibold">{gapOf(line)}</Text>}
    >
      <Text size={200}>{topic}</Text>
      <Text size={200} className={look.quiet}>
        {isTotal(line)
          ? `${textIn(line, 'before')} → ${textIn(line, 'after')} ${textIn(line, 'unit')}`
          : textIn(line, 'sentence')}
      </Text>
    </PersonLine>
  );
}

/** This month beside the one before: nobody at all first, then the widest gap. */
export function ControlScreen({
  screen: { control },
}: {
  readonly screen: Extract<MonthScreen, { name: 'peopleControl' }>;
}): ReactElement {
  const look = useLook();
  const start = usePeople();
  const lines = linesOf(monthControlTable, control.rows);
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.controlTitle(control.month)}</ScreenTitle>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={() => start((people) => people.month.control())}>
          {text.again}
        </Button>
      </div>
      <Text size={200} className={look.quiet}>
        {text.controlIntro}
      </Text>
      {lines.length === 0 ? (
        <Text>{text.noGap}</Text>
      ) : (
        <MonthList
          name="people-control"
          label={text.controlLabel}
          table={monthControlTable}
          lines={lines}
          filters={filters}
        >
          {(line) => <ControlRow line={line} />}
        </MonthList>
      )}
      <FindingList findings={control.findings} />
    </>
  );
}
