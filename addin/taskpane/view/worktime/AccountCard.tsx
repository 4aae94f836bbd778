import { Fragment, useId, useState, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import * as text from '../../../../shared/messages/fr/worktime/personPane.ts';
import { hours, hundredthsText } from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { handedOver, lateMinutes, type AccountLine } from '../../../../shared/flows/worktime/accountLines.ts';
import type { AccountChain, ChainLine } from '../../model/worktime/timePerson.ts';
import { useLook } from '../look.ts';

const useStyles = makeStyles({
  sum: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px', rowGap: '2px', margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  figure: { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  total: { fontWeight: tokens.fontWeightSemibold },
  more: { alignSelf: 'flex-start', marginLeft: '-8px' },
  chain: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '10px' },
  movement: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '2px',
    paddingLeft: '10px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
  parts: { margin: 0, paddingLeft: '18px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

const figures = ['before', 'posted', 'corrected', 'late'] as const;

/** The sum of an account: what it had, what it got, what it holds, and what leaves. */
function Sum({ line }: { readonly line: AccountLine }): ReactElement {
  const styles = useStyles();
  const handed = handedOver(line);
  const values = { before: line.before, posted: line.posted, corrected: line.corrected, late: lateMinutes(line) };
  return (
    <dl className={styles.sum}>
      {figures.map((each) =>
        each !== 'posted' && values[each] === 0 ? null : (
          <Fragment key={each}>
            <dt className={styles.term}>{text.figureNames[each]}</dt>
            <dd className={styles.figure}>{hours(values[each])}</dd>
          </Fragment>
        ),
      )}
      <dt className={styles.total}>{text.figureNames.balance}</dt>
      <dd className={styles.figure}>
        <Text weight="semibold">{hours(line.balance)}</Text>
      </dd>
      <dt className={styles.term}>{text.toHandOver}</dt>
      <dd className={styles.figure}>{handed === null ? text.keptOnAccount : hundredthsText(handed)}</dd>
    </dl>
  );
}

function Movement({ line }: { readonly line: ChainLine }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { date, minutes, cause, rule, ruleSentence, parts } = line;
  return (
    <li className={styles.movement}>
      <Text weight="semibold">{text.movementHead(date, minutes)}</Text>
      <Text>{text.movementCause(cause)}</Text>
      {rule === '' ? null : (
        <Text size={200} className={look.quiet}>
          {text.ruleLine(rule, ruleSentence)}
        </Text>
      )}
      {parts.length === 0 ? null : (
        <ul className={styles.parts} aria-label={text.partsLabel}>
          {parts.map(({ date: on, from, to, minutes: size }, index) => (
            <li key={index}>{text.partLine(on, from !== null && to !== null ? { from, to } : null, size)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface AccountCardProps {
  readonly chain: AccountChain;
  readonly isOpened: boolean;
}

/** One account of a person; opened, it tells every movement that made it. */
export function AccountCard({ chain: { line, movements }, isOpened }: AccountCardProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const id = useId();
  const [open, setOpen] = useState(isOpened);
  const { code, name } = line.account.account;
  return (
    <section className={look.card} aria-label={text.accountName(code, name)}>
      <h4 className={look.title}>{text.accountName(code, name)}</h4>
      <Sum line={line} />
      <Button
        className={styles.more}
        appearance="subtle"
        size="small"
        icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        disabled={movements.length === 0}
        onClick={() => setOpen(!open)}
      >
        {text.movementsOf(movements.length)}
      </Button>
      {open ? (
        <ol id={id} className={styles.chain}>
          {movements.map((each, index) => (
            <Movement key={index} line={each} />
          ))}
        </ol>
      ) : null}
    </section>
  );
}
