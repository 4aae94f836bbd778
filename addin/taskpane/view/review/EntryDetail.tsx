import { Fragment, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ItemChange } from '../../../../shared/domain/review/review.ts';
import { bankCountries, shownValue } from '../../../../shared/flows/entryText.ts';
import type { ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import { decisionOf, type Decisions } from '../../../../shared/flows/reviewEntries.ts';
import { otherPerson, samePerson } from '../../../../shared/messages/fr/employees/doubles.ts';
import { showCell } from '../../../../shared/messages/fr/pane.ts';
import * as text from '../../../../shared/messages/fr/review.ts';
import { column } from '../../../../shared/tables/declaration.ts';
import { tableNamed } from '../../../../shared/tables/tables.ts';
import { run, usePane } from '../paneContext.ts';
import { MatchHint } from './MatchHint.tsx';
import { BankHints } from './BankHints.tsx';
import { placeOf } from './place.ts';

const useStyles = makeStyles({
  detail: {
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  values: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: '8px',
    rowGap: '2px',
    margin: 0,
    fontSize: tokens.fontSizeBase200,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
  problems: { margin: 0, paddingLeft: '18px', color: tokens.colorStatusWarningForeground3 },
  // The foot of the screen stays in sight, over what is scrolled to.
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', '& > button': { scrollMarginBottom: '72px' } },
});

interface Shown {
  readonly entry: ReviewEntry;
  readonly revealed: boolean;
}

function Values({ lines }: { readonly lines: readonly (readonly [term: string, value: string])[] }): ReactElement {
  const styles = useStyles();
  return (
    <dl className={styles.values}>
      {lines.map(([term, value]) => (
        <Fragment key={term}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** A row that comes or goes: its filled cells, heading by heading. */
function WholeRow({ entry, revealed }: Shown): ReactElement {
  const { table, kind, changes } = entry.item;
  const lines = changes.map(({ column: key, before, after }): [string, string] => [
    column(tableNamed(table), key).heading,
    shownValue(table, key, kind === 'removed' ? before : after, revealed ? 'secret' : 'personal'),
  ]);
  return <Values lines={lines} />;
}

/** A cell that changes: what the workbook holds, what was accepted last when it matters, what Lucca holds. */
function Change({ entry, revealed, change }: Shown & { readonly change: ItemChange }): ReactElement {
  const { table } = entry.item;
  const value = (cell: ItemChange['before']) =>
    shownValue(table, change.column, cell, revealed ? 'secret' : 'personal');
  const base: [string, string][] = change.base ? [[text.baseLabel, value(change.base)]] : [];
  return (
    <>
      <Text weight="semibold">{column(tableNamed(table), change.column).heading}</Text>
      <Values lines={[[text.beforeLabel, value(change.before)], ...base, [text.afterLabel, value(change.after)]]} />
    </>
  );
}

function isWholeRow({ item }: ReviewEntry): boolean {
  return item.kind === 'added' || item.kind === 'removed' || item.kind === 'deletedHere';
}

function hasSecret({ item }: ReviewEntry): boolean {
  return item.changes.some((change) => column(tableNamed(item.table), change.column).sensitivity === 'secret');
}

function Hints({ entry, revealed }: { readonly entry: ReviewEntry; readonly revealed: boolean }): ReactElement | null {
  const { item } = entry;
  if (item.kind === 'deletedHere') return <Text size={200}>{text.deletedHereHint}</Text>;
  if (!item.gated) return null;
  const countries = bankCountries(item);
  return (
    <>
      {revealed && countries ? <Text size={200}>{text.bankCountries(...countries)}</Text> : null}
      <BankHints entry={entry} />
      <Text size={200}>{revealed ? text.confirmNow : text.revealFirst}</Text>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }): ReactElement {
  const styles = useStyles();
  return (
    <ul className={styles.problems} aria-label={text.problemsLabel}>
      {problems.map((problem) => (
        <li key={problem}>
          <Text size={200}>{problem}</Text>
        </li>
      ))}
    </ul>
  );
}

/** What accepting and ignoring are called. */
function answersOf({ item, doubles }: ReviewEntry): readonly [accept: string, ignore: string] {
  if (item.kind !== 'conflict') return [text.accept, text.ignore];
  return doubles ? [samePerson, otherPerson] : [text.takeLucca, text.keepMine];
}

export interface EntryDetailProps {
  readonly entry: ReviewEntry;
  /** What is wrong or doubtful in what Lucca would write. */
  readonly problems: readonly string[];
  readonly decisions: Decisions;
  readonly revealed: boolean;
  readonly onReveal: (on: boolean) => void;
}

/** The whole of one difference: values before and after, what is masked on demand, the answers. */
export function EntryDetail({ entry, problems, decisions, revealed, onReveal }: EntryDetailProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const { item } = entry;
  const decision = decisionOf(entry, decisions);
  const [accept, ignore] = answersOf(entry);
  const place = placeOf(entry);
  return (
    <section className={styles.detail} aria-label={entry.person.name}>
      {isWholeRow(entry) ? (
        <WholeRow entry={entry} revealed={revealed} />
      ) : (
        item.changes.map((change) => <Change key={change.column} entry={entry} change={change} revealed={revealed} />)
      )}
      {problems.length === 0 ? null : <Problems problems={problems} />}
      <MatchHint entry={entry} />
      <Hints entry={entry} revealed={revealed} />
      <div className={styles.actions}>
        {hasSecret(entry) ? (
          <Button size="small" onClick={() => onReveal(!revealed)}>
            {revealed ? text.hide : text.reveal}
          </Button>
        ) : null}
        {place ? (
          <Button size="small" onClick={() => run(pane.showPlace(place))}>
            {showCell}
          </Button>
        ) : null}
        <Button
          size="small"
          disabled={item.gated && !revealed}
          aria-pressed={decision === 'accept'}
          onClick={() => pane.updates.decide([item.id], 'accept')}
        >
          {accept}
        </Button>
        <Button
          size="small"
          aria-pressed={decision === 'ignore'}
          onClick={() => pane.updates.decide([item.id], 'ignore')}
        >
          {ignore}
        </Button>
      </div>
    </section>
  );
}
