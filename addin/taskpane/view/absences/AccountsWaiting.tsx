import { useEffect, useState, type ReactElement } from 'react';
import { Link } from '@fluentui/react-components';
import { unboundAtHome } from '../../../../shared/messages/fr/absences/accountsPane.ts';
import type { AccountCounts } from '../../model/absences/accounts/accountsState.ts';
import { run, usePane, usePaneState } from '../paneContext.ts';
import { useAbsences } from './useAbsences.ts';

/** One line, where half-days wait for somebody to say what payroll does with their account: it leads there. */
export default function AccountsWaiting(): ReactElement | null {
  const pane = usePane();
  const start = useAbsences();
  const { connection, book } = usePaneState();
  const [counts, setCounts] = useState<AccountCounts | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    const count = async () => {
      const { accounts } = await pane.absences();
      const found = await accounts.unbound(asked.signal);
      if (!asked.signal.aborted) setCounts(found);
    };
    run(count());
    return () => asked.abort();
  }, [pane, connection, book]);
  if (!counts || counts.halfDays === 0) return null;
  return (
    <Link as="button" onClick={() => start((absences) => absences.accounts.open())}>
      {unboundAtHome(counts.accounts, counts.halfDays)}
    </Link>
  );
}
