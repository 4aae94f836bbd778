import type { ReactElement } from 'react';
import { Badge, Button, Text } from '@fluentui/react-components';
import {
  AddRegular,
  ArrowSyncRegular,
  ArrowsBidirectionalRegular,
  ArrowUndoRegular,
  CalculatorRegular,
  CheckmarkRegular,
  DocumentTextRegular,
  TableCheckerRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import * as text from '../../../../shared/messages/fr/vouchers/pane.ts';
import { simulateAction } from '../../../../shared/messages/fr/vouchers/simulation.ts';
import { addAction, firstAction } from '../../../../shared/messages/fr/vouchers/wizard.ts';
import type { RegulationState } from '../../../../shared/tables/vouchers/regulationState.ts';
import type { VoucherScreen } from '../../model/vouchersState.ts';
import { FindingList } from '../FindingList.tsx';
import { MonthField } from '../MonthField.tsx';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { useLook } from '../look.ts';
import { useVouchers } from './useVouchers.ts';
import { WhyButton } from './WhyButton.tsx';

/** A regulation, whether it can be ordered with, and everything that it lacks. */
function RegulationCard({ state: { name, state, findings } }: { readonly state: RegulationState }): ReactElement {
  const look = useLook();
  const isValid = state === 'valid';
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{name}</h3>
        <Badge
          appearance="tint"
          color={isValid ? 'success' : 'danger'}
          icon={isValid ? <CheckmarkRegular /> : <WarningRegular />}
        >
          {text.stateNames[state]}
        </Badge>
      </div>
      <FindingList findings={findings} />
      {!isValid && findings.length === 0 ? <Text size={200}>{text.incompleteRegulation}</Text> : null}
    </li>
  );
}

function Regulations({ states }: { readonly states: readonly RegulationState[] }): ReactElement {
  const look = useLook();
  if (states.length === 0) return <Text>{text.noRegulation}</Text>;
  return (
    <ul className={look.plain} aria-label={text.regulationsLabel}>
      {states.map((each) => (
        <RegulationCard key={each.name} state={each} />
      ))}
    </ul>
  );
}

/** The wizard: the first thing to do where there is no regulation yet. */
function NewRegulation({ isFirst }: { readonly isFirst: boolean }): ReactElement {
  const start = useVouchers();
  return (
    <Button
      appearance={isFirst ? 'primary' : 'secondary'}
      icon={<AddRegular />}
      onClick={() => start((tasks) => tasks.wizard.begin())}
    >
      {isFirst ? firstAction : addAction}
    </Button>
  );
}

export function VouchersHome({
  screen: { board, findings },
}: {
  readonly screen: Extract<VoucherScreen, { name: 'vouchers' }>;
}): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const isPrepared = board.missing.length === 0;
  const isFirst = board.states.length === 0;
  return (
    <>
      <ScreenTitle>{text.vouchersTitle}</ScreenTitle>
      <MonthField label={text.monthLabel} onChoose={(month) => start((tasks) => tasks.chooseMonth(month))} />
      {isPrepared ? null : <Text>{text.missingSheets(board.missing)}</Text>}
      <FindingList findings={[...findings, ...board.findings]} />
      {isPrepared || board.states.length > 0 ? <Regulations states={board.states} /> : null}
      <div className={look.actions}>
        {isFirst ? <NewRegulation isFirst /> : null}
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
          appearance={isPrepared || isFirst ? 'secondary' : 'primary'}
          icon={<TableCheckerRegular />}
          onClick={() => start((tasks) => tasks.prepare())}
        >
          {isPrepared ? text.checkAction : text.prepareAction}
        </Button>
        {isPrepared ? (
          <Button icon={<ArrowSyncRegular />} onClick={() => start((tasks) => tasks.computing.readAgain())}>
            {text.readAgainAction}
          </Button>
        ) : null}
        {isPrepared && board.states.length > 0 ? <WhyButton /> : null}
        {board.states.some(({ state }) => state === 'valid') ? (
          <Button icon={<ArrowsBidirectionalRegular />} onClick={() => start((tasks) => tasks.simulation.begin())}>
            {simulateAction}
          </Button>
        ) : null}
        {isFirst ? null : <NewRegulation isFirst={false} />}
        {board.orders.length > 0 ? (
          <Button icon={<DocumentTextRegular />} onClick={() => start((tasks) => tasks.orders())}>
            {text.ordersAction}
          </Button>
        ) : null}
        {board.canUndo ? (
          <Button icon={<ArrowUndoRegular />} onClick={() => start((tasks) => tasks.undo())}>
            {text.undoAction}
          </Button>
        ) : null}
      </div>
    </>
  );
}
