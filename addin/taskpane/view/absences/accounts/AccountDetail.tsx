import { useState, type ReactElement } from 'react';
import { Button, Field, Radio, RadioGroup, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { AccountReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import { showCell } from '../../../../../shared/messages/fr/pane.ts';
import { choiceGroups, choiceOf, firstChoice, yearsOf } from '../../../model/absences/accounts/treatmentChoices.ts';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';

const useStyles = makeStyles({
  detail: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '8px 10px 10px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
  // As wide as the pane, whatever its longest choice.
  choice: { minWidth: 0, '& .fui-Select': { minWidth: 0 }, '& select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** Who speaks of the account in the sheet today. */
function spokenFor({ bound, line }: AccountReading): string {
  if (bound.state === 'ambiguous') return text.choiceSettles;
  if (!line) return text.noRowYet;
  return 'pattern' in line.account ? text.byPattern(line.account.pattern) : text.byOwnRow;
}

interface AccountDetailProps {
  readonly reading: AccountReading;
  readonly accounts: readonly AccountReading[];
}

/** One account: what payroll does with it, chosen here and written in the sheet. */
export function AccountDetail({ reading, accounts }: AccountDetailProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const pane = usePane();
  const start = useAbsences();
  const { account, bound, line } = reading;
  const years = yearsOf(reading, accounts);
  const [key, setKey] = useState(() => firstChoice(reading));
  const [everyYear, setEveryYear] = useState(!(line && 'id' in line.account));
  const treatment = choiceOf(key);
  const place = line?.row.place('treatment');
  const bind = () => {
    if (treatment)
      start((absences) =>
        absences.accounts.bind({ account: account.id, treatment, everyYear: years !== undefined && everyYear }),
      );
  };
  return (
    <section className={styles.detail} aria-label={account.name}>
      <div>
        <Text weight="semibold" block>
          {account.name}
        </Text>
        <Text size={200} className={look.quiet}>
          {spokenFor(reading)}
        </Text>
      </div>
      <Field label={text.choiceLabel} className={styles.choice}>
        <Select value={key} onChange={(_, { value }) => setKey(value)}>
          {treatment ? null : <option value="">{text.noneChosen}</option>}
          {choiceGroups.map(({ title, choices }) => (
            <optgroup key={title} label={title}>
              {choices.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.label}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {years ? (
        <Field label={text.scopeLabel}>
          <RadioGroup value={everyYear ? 'years' : 'one'} onChange={(_, { value }) => setEveryYear(value === 'years')}>
            <Radio value="years" label={text.everyYear(years.pattern, years.count)} />
            <Radio value="one" label={text.thisOnly} />
          </RadioGroup>
        </Field>
      ) : null}
      <div className={look.row}>
        <Button size="small" disabled={!treatment} onClick={bind}>
          {bound.state === 'bound' ? text.changeAction : text.bindAction}
        </Button>
        {place ? (
          <Button size="small" onClick={() => run(pane.showPlace(place))}>
            {showCell}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
