import { useState, type ReactElement } from 'react';
import { Input, Select, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { AccountReading } from '../../../../../shared/flows/absences/readAccounts.ts';
import * as text from '../../../../../shared/messages/fr/absences/accountsPane.ts';
import {
  accountFilters,
  filterCounts,
  findingsOf,
  shownAccounts,
  type AccountsScreen,
} from '../../../model/absences/accounts/accountsState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { run, usePane } from '../../paneContext.ts';
import { useAbsences } from '../useAbsences.ts';
import { AccountDetail } from './AccountDetail.tsx';
import { AccountRow } from './AccountRow.tsx';

const useStyles = makeStyles({
  list: { flexBasis: 0, minHeight: '160px' },
  narrowing: { display: 'flex', flexWrap: 'wrap', gap: '8px', flexShrink: 0 },
  half: { flexGrow: 1, flexBasis: '130px', minWidth: 0, '& input': { minWidth: 0 }, '& select': { minWidth: 0 } },
});

/** What narrows the list; kept by the screen, so that it is found again after a writing. */
function Narrowing({ screen: { reading, shown } }: { readonly screen: AccountsScreen }): ReactElement {
  const styles = useStyles();
  const start = useAbsences();
  const counts = filterCounts(reading.accounts);
  return (
    <div className={styles.narrowing}>
      <Input
        className={styles.half}
        type="search"
        aria-label={text.searchLabel}
        placeholder={text.searchHint}
        contentBefore={<SearchRegular />}
        value={shown.search}
        onChange={(_, { value: search }) => start((absences) => absences.accounts.narrow({ ...shown, search }))}
      />
      <Select
        className={styles.half}
        aria-label={text.filterLabel}
        value={shown.filter}
        onChange={(_, { value }) => {
          const filter = accountFilters.find((each) => each === value) ?? 'all';
          start((absences) => absences.accounts.narrow({ ...shown, filter }));
        }}
      >
        {accountFilters
          .filter((each) => each === 'all' || each === shown.filter || counts[each] > 0)
          .map((each) => (
            <option key={each} value={each}>
              {text.filterNames[each](counts[each])}
            </option>
          ))}
      </Select>
    </div>
  );
}

/** The accounts that wait first; each leads to its row. */
export function AccountList({ screen }: { readonly screen: AccountsScreen }): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const start = useAbsences();
  const { reading, shown, at } = screen;
  const [activeId, setActiveId] = useState(at);
  const lines = shownAccounts(reading.accounts, shown);
  const active = lines.find(({ account }) => account.id === activeId) ?? lines[0] ?? null;
  const activate = ({ account }: AccountReading) => setActiveId(account.id);
  const show = (each: AccountReading) => {
    activate(each);
    const place = each.line?.row.place('treatment');
    if (place) run(pane.showPlace(place));
  };
  return (
    <>
      <Narrowing screen={screen} />
      <ArrowList
        name="absence-account"
        className={styles.list}
        lines={lines}
        active={active}
        keyOf={({ account }) => account.id}
        height={64}
        label={text.listLabel}
        hint={text.listKeys}
        whenEmpty={text.noAccount}
        isSelected={(each) => each === active}
        focus={at === null ? 'none' : 'active'}
        onActive={activate}
        onClick={show}
        keys={{ Enter: () => active && show(active), Escape: () => start((absences) => absences.back()) }}
      >
        {(each) => <AccountRow reading={each} findings={findingsOf(reading, each)} />}
      </ArrowList>
      {active ? <AccountDetail key={active.account.id} reading={active} accounts={reading.accounts} /> : null}
    </>
  );
}
