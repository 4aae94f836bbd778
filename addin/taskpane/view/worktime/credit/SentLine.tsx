import type { ReactElement } from 'react';
import { Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, WarningRegular } from '@fluentui/react-icons';
import { showCell } from '../../../../../shared/messages/fr/pane.ts';
import { creditMessages, isCreditDoubt } from '../../../../../shared/messages/fr/worktime/credit.ts';
import { sentText } from '../../../../../shared/messages/fr/worktime/creditPane.ts';
import { timeExportsTable } from '../../../../../shared/tables/worktime/timeExportsTable.ts';
import { run, usePane } from '../../paneContext.ts';

const useStyles = makeStyles({
  line: { display: 'flex', columnGap: '6px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, display: 'inline-flex', paddingTop: '2px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  doubt: { color: tokens.colorStatusWarningForeground1 },
});

interface SentLineProps {
  readonly number: string;
  readonly sentAt: string;
}

/** What « Exports de temps » says of the sending; a doubt says what to look at, and leads to the cell. */
export function SentLine({ number, sentAt }: SentLineProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const isDoubt = isCreditDoubt(sentAt);
  const cell = { table: timeExportsTable.name, key: number, column: 'sentAt' };
  return (
    <div className={styles.line}>
      <span className={`${styles.icon} ${isDoubt ? styles.doubt : styles.done}`} aria-hidden>
        {isDoubt ? <WarningRegular /> : <CheckmarkCircleRegular />}
      </span>
      <Text>
        {isDoubt ? creditMessages.sent(sentAt) : sentText(sentAt)}{' '}
        {isDoubt ? (
          <Link as="button" inline onClick={() => run(pane.showPlace(cell))}>
            {showCell}
          </Link>
        ) : null}
      </Text>
    </div>
  );
}
