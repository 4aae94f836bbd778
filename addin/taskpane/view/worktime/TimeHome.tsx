import type { ReactElement } from 'react';
import { Badge, Button, Link, Text, type BadgeProps } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  ArrowUndoRegular,
  CalculatorRegular,
  CheckmarkRegular,
  CopyRegular,
  DocumentTextRegular,
  ScalesRegular,
  SubtractRegular,
  TableCheckerRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import { showCell } from '../../../../shared/messages/fr/pane.ts';
import * as text from '../../../../shared/messages/fr/worktime/pane.ts';
import { simulateAction } from '../../../../shared/messages/fr/worktime/simulation.ts';
import type { TimeBoard, TimeRegulationLine, TimeScreen } from '../../model/worktime/timeState.ts';
import { FindingList } from '../FindingList.tsx';
import { useLook } from '../look.ts';
import { MonthField } from '../MonthField.tsx';
import { run, usePane } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { TimeWhyButton } from './TimeWhyButton.tsx';
import { useTime } from './useTime.ts';

const looks: Readonly<
  Record<TimeRegulationLine['state'], { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  valid: { color: 'success', icon: <CheckmarkRegular /> },
  invalid: { color: 'danger', icon: <WarningRegular /> },
  other: { color: 'subtle', icon: <SubtractRegular /> },
};

/** A regulation, whether it can be computed with, and everything that it lacks. */
function RegulationCard({ regulation }: { readonly regulation: TimeRegulationLine }): ReactElement {
  const look = useLook();
  const pane = usePane();
  const { name, set, state, place, findings } = regulation;
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{name}</h3>
        <Badge appearance="tint" {...looks[state]}>
          {text.stateNames[state]}
        </Badge>
      </div>
      <Text size={200} className={look.quiet}>
        {text.setOf(set)}{' '}
        <Link as="button" inline onClick={() => run(pane.showPlace(place))}>
          {showCell}
        </Link>
      </Text>
      <FindingList findings={findings} />
    </li>
  );
}

function Regulations({ regulations }: Pick<TimeBoard, 'regulations'>): ReactElement {
  const look = useLook();
  if (regulations.length === 0) return <Text>{text.noRegulation}</Text>;
  return (
    <ul className={look.plain} aria-label={text.regulationsLabel}>
      {regulations.map((each) => (
        <RegulationCard key={`${each.name} ${each.place.address ?? ''}`} regulation={each} />
      ))}
    </ul>
  );
}

/** What can be done, the next thing first. */
function Actions({ board }: { readonly board: TimeBoard }): ReactElement {
  const look = useLook();
  const start = useTime();
  const isPrepared = board.missing.length === 0;
  const isFirst = board.regulations.length === 0;
  const copy = (
    <Button
      appearance={isPrepared && isFirst ? 'primary' : 'secondary'}
      icon={<CopyRegular />}
      onClick={() => start((tasks) => tasks.sheets.sets())}
    >
      {text.setsAction}
    </Button>
  );
  return (
    <div className={look.actions}>
      {isPrepared && isFirst ? copy : null}
      {isPrepared ? (
        <Button
          appearance={isFirst ? 'secondary' : 'primary'}
          icon={<CalculatorRegular />}
          onClick={() => start((tasks) => tasks.computing.calculate())}
        >
          {text.calculateAction}
        </Button>
      ) : null}
      <Button
        appearance={isPrepared ? 'secondary' : 'primary'}
        icon={<TableCheckerRegular />}
        onClick={() => start((tasks) => tasks.sheets.prepare())}
      >
        {isPrepared ? text.checkAction : text.prepareAction}
      </Button>
      {isPrepared ? (
        <Button icon={<ArrowSyncRegular />} onClick={() => start((tasks) => tasks.computing.readAgain())}>
          {text.readAgainAction}
        </Button>
      ) : null}
      {isPrepared && isFirst ? null : copy}
      {isPrepared && !isFirst ? <TimeWhyButton /> : null}
      {isPrepared && !isFirst ? (
        <Button icon={<ScalesRegular />} onClick={() => start((tasks) => tasks.simulation.begin())}>
          {simulateAction}
        </Button>
      ) : null}
      {board.exports.length > 0 ? (
        <Button icon={<DocumentTextRegular />} onClick={() => start((tasks) => tasks.exports())}>
          {text.exportsAction}
        </Button>
      ) : null}
      {board.canUndo ? (
        <Button icon={<ArrowUndoRegular />} onClick={() => start((tasks) => tasks.undo())}>
          {text.undoAction}
        </Button>
      ) : null}
    </div>
  );
}

export function TimeHome({
  screen: { board, findings },
}: {
  readonly screen: Extract<TimeScreen, { name: 'worktime' }>;
}): ReactElement {
  const start = useTime();
  const isPrepared = board.missing.length === 0;
  return (
    <>
      <ScreenTitle>{text.timeTitle}</ScreenTitle>
      <MonthField label={text.monthLabel} onChoose={(month) => start((tasks) => tasks.chooseMonth(month))} />
      {isPrepared ? null : <Text>{text.missingSheets(board.missing)}</Text>}
      <FindingList findings={[...findings, ...board.findings]} />
      {isPrepared || board.regulations.length > 0 ? <Regulations regulations={board.regulations} /> : null}
      <Actions board={board} />
    </>
  );
}
