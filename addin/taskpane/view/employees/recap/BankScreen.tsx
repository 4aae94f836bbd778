import { useMemo, type ReactElement } from 'react';
import { Badge, Button, Text, type BadgeProps } from '@fluentui/react-components';
import { EyeOffRegular, EyeRegular } from '@fluentui/react-icons';
import type { BankReportRow } from '../../../../../shared/contracts/recapSchemas.ts';
import type { BankState } from '../../../../../shared/domain/people/recap/bankChange.ts';
import { bankLines, otherBankFindings } from '../../../../../shared/flows/recap/recapReports.ts';
import * as bank from '../../../../../shared/messages/fr/employees/bank.ts';
import { monthLabel } from '../../../../../shared/messages/fr/employees/pane.ts';
import { bankStates } from '../../../../../shared/tables/recap/recapTables.ts';
import type { RecapScreen } from '../../../model/people/recap/recapState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { MonthField } from '../../MonthField.tsx';
import { PeopleList } from '../../people/PeopleList.tsx';
import { PersonLine } from '../../people/PersonLine.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { FileCard } from './FileCard.tsx';

const colors: Readonly<Record<BankState, NonNullable<BadgeProps['color']>>> = {
  waiting: 'warning',
  ignored: 'subtle',
  typed: 'informative',
  accepted: 'success',
  unknown: 'warning',
};

function account(iban: string, bic: string): string {
  return [iban, bic].filter((part) => part !== '').join(' · ') || bank.noAccount;
}

function AccountLine({ row }: { readonly row: BankReportRow }): ReactElement {
  const { name, employeeNumber, establishment, state, changedAt, acceptedAt, toCheck } = row;
  const dates = [
    ...(changedAt === '' ? [] : [bank.changedInLucca(changedAt)]),
    ...(acceptedAt === '' ? [] : [bank.acceptedInPayroll(acceptedAt)]),
  ];
  return (
    <PersonLine
      name={name}
      details={[employeeNumber, establishment]}
      figures={
        <Badge appearance="tint" color={colors[state]}>
          {bankStates[state]}
        </Badge>
      }
    >
      <Text size={200}>{bank.accountLine(bank.oldAccount, account(row.ibanBefore, row.bicBefore))}</Text>
      <Text size={200}>{bank.accountLine(bank.newAccount, account(row.ibanAfter, row.bicAfter))}</Text>
      <Text size={200}>{bank.countries(row.countryBefore, row.countryAfter)}</Text>
      {dates.map((each) => (
        <Text key={each} size={200}>
          {each}
        </Text>
      ))}
      {toCheck.map((each) => (
        <Text key={each} size={200} weight="semibold">
          {each}
        </Text>
      ))}
    </PersonLine>
  );
}

/** « RIB modifiés »: what is to be checked with each person before they are paid. */
export function BankScreen({
  screen,
}: {
  readonly screen: Extract<RecapScreen, { name: 'peopleBank' }>;
}): ReactElement {
  const look = useLook();
  const start = usePeople();
  const { recap, upTo } = screen;
  const rows = useMemo(() => bankLines(recap, upTo), [recap, upTo]);
  const isShown = upTo === 'secret';
  return (
    <>
      <ScreenTitle>{bank.bankTitle}</ScreenTitle>
      <MonthField
        label={monthLabel}
        onChoose={(each) => start((tasks) => tasks.recap.chooseMonth('peopleBank', each))}
      />
      <FindingList findings={[...recap.findings, ...otherBankFindings(recap)]} />
      <div className={look.row}>
        <Button
          size="small"
          icon={isShown ? <EyeOffRegular /> : <EyeRegular />}
          disabled={rows.length === 0}
          onClick={() => start((tasks) => tasks.recap.reveal(isShown ? 'open' : 'secret'))}
        >
          {isShown ? bank.hideAccounts : bank.revealAccounts}
        </Button>
      </div>
      {rows.length === 0 ? (
        <Text>{bank.noBank}</Text>
      ) : (
        <PeopleList
          name="bank-accounts"
          people={rows}
          keyOf={({ luccaId, state }) => `${luccaId} ${state}`}
          label={bank.bankListLabel}
          onBack={() => start((tasks) => tasks.back())}
        >
          {(row) => <AccountLine row={row} />}
        </PeopleList>
      )}
      <FileCard />
    </>
  );
}
