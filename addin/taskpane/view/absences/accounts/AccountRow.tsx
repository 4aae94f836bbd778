import type { ReactElement } from 'react';
import { Badge, Text, makeStyles, type BadgeProps } from '@fluentui/react-components';
import {
  CheckmarkRegular,
  EditRegular,
  KeyboardRegular,
  LightbulbRegular,
  SubtractRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { Finding } from '../../../../../shared/domain/finding.ts';
import type { AccountReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { findingText } from '../../../../../shared/messages/fr/findings.ts';
import { stateOf, treatmentText } from '../../../model/absences/accounts/accountsState.ts';
import { useLook } from '../../look.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexDirection: 'column', rowGap: '2px', padding: '6px 10px', overflowWrap: 'anywhere' },
});

const looks: Readonly<
  Record<text.AccountState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  open: { color: 'warning', icon: <EditRegular /> },
  ambiguous: { color: 'danger', icon: <WarningRegular /> },
  proposed: { color: 'informative', icon: <LightbulbRegular /> },
  transferred: { color: 'success', icon: <CheckmarkRegular /> },
  stoppage: { color: 'success', icon: <KeyboardRegular /> },
  outside: { color: 'subtle', icon: <SubtractRegular /> },
};

interface AccountRowProps {
  readonly reading: AccountReading;
  readonly findings: readonly Finding[];
}

/** An account of Lucca: what payroll does with it, what waits, and what is wrong in its row. */
export function AccountRow({ reading, findings }: AccountRowProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { account, waiting } = reading;
  const state = stateOf(reading);
  const treatment = treatmentText(reading);
  const details = [...(treatment === '' ? [] : [treatment]), text.accountNumber(account.id)];
  return (
    <div className={styles.line}>
      <div className={look.head}>
        <Text weight="semibold">{account.name}</Text>
        <Badge appearance="tint" {...looks[state]}>
          {text.stateNames[state]}
        </Badge>
      </div>
      <Text size={200}>{details.join(' · ')}</Text>
      {waiting === 0 ? null : <Text size={200}>{text.halfDaysWaiting(waiting)}</Text>}
      {findings.map((finding) => (
        <Text size={200} key={finding.code}>
          {findingText(finding)}
        </Text>
      ))}
    </div>
  );
}
