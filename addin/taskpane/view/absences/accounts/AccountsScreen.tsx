import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowSyncRegular, ArrowUndoRegular, CheckmarkRegular, TableAddRegular } from '@fluentui/react-icons';
import type { AccountsReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import {
  proposals,
  unboundCounts,
  type AccountsScreen as Accounts,
} from '../../../model/absences/accounts/accountsState.ts';
import { Confirm } from '../../Confirm.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useQuestion } from '../../useQuestion.ts';
import { useAbsences } from '../useAbsences.ts';
import { AccountList } from './AccountList.tsx';

/** « Confirmer les propositions », asked with what it does. */
function ConfirmProposals({ reading }: { readonly reading: AccountsReading }): ReactElement | null {
  const look = useLook();
  const start = useAbsences();
  const { asking, ask, giveUp, place } = useQuestion();
  const { rows, accounts } = proposals(reading);
  if (rows === 0) return null;
  const left = unboundCounts(reading.accounts).accounts - accounts;
  if (asking)
    return (
      <Confirm
        question={text.confirmQuestion(rows)}
        action={text.confirmYes}
        onConfirm={() => start((absences) => absences.accounts.confirm())}
        onGiveUp={giveUp}
      >
        <Text size={200}>{text.confirmMeans(accounts, left)}</Text>
      </Confirm>
    );
  return (
    <span ref={place} className={look.same}>
      <Button appearance="primary" icon={<CheckmarkRegular />} onClick={ask}>
        {text.confirmAction}
      </Button>
    </span>
  );
}

function Actions({ reading }: { readonly reading: AccountsReading }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { isPrepared, canUndo } = reading;
  return (
    <div className={look.row}>
      <ConfirmProposals reading={reading} />
      <Button
        appearance={isPrepared ? 'secondary' : 'primary'}
        size={isPrepared ? 'small' : 'medium'}
        icon={<TableAddRegular />}
        onClick={() => start((absences) => absences.accounts.prepare())}
      >
        {text.prepareAction}
      </Button>
      {canUndo ? (
        <Button size="small" icon={<ArrowUndoRegular />} onClick={() => start((absences) => absences.accounts.undo())}>
          {text.undoAction}
        </Button>
      ) : null}
    </div>
  );
}

export function AccountsScreen({ screen }: { readonly screen: Accounts }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { reading } = screen;
  const { accounts, halfDays } = unboundCounts(reading.accounts);
  const isEmpty = reading.accounts.length === 0;
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.accountsTitle}</ScreenTitle>
        <Button size="small" icon={<ArrowSyncRegular />} onClick={() => start((each) => each.accounts.again())}>
          {text.readAgain}
        </Button>
      </div>
      {isEmpty ? (
        <Text>{text.noAccountInLucca}</Text>
      ) : (
        <>
          <div role="status">
            <ScreenTitle as="h3">{text.unboundCounted(accounts, halfDays)}</ScreenTitle>
          </div>
          {reading.isPrepared ? null : <Text>{text.notPrepared}</Text>}
        </>
      )}
      <FindingList findings={reading.findings} />
      {isEmpty && !reading.isPrepared ? null : <Actions reading={reading} />}
      {isEmpty ? null : <AccountList screen={screen} />}
    </>
  );
}
