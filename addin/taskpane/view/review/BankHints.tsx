import { useEffect, useState, type ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { displayed } from '../../../../shared/domain/review/cell.ts';
import type { Review, ReviewEntry } from '../../../../shared/flows/prepareReview.ts';
import type { BankFacts } from '../../../../shared/flows/recap/bankFacts.ts';
import { stamp } from '../../../../shared/flows/stamp.ts';
import { changedInLucca, unseenInLucca } from '../../../../shared/messages/fr/employees/bank.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { run, usePane, usePaneState } from '../paneContext.ts';

/** One reading for all the accounts of a review. */
const readings = new WeakMap<Review, Promise<BankFacts | undefined>>();

function useBankFacts(): BankFacts | undefined {
  const pane = usePane();
  const { screen } = usePaneState();
  const review = screen.name === 'review' ? screen.review : null;
  const [facts, setFacts] = useState<BankFacts>();
  useEffect(() => {
    if (!review) return undefined;
    let isShown = true;
    const reading = readings.get(review) ?? pane.updates.bankFacts(review);
    readings.set(review, reading);
    run(reading.then((read) => (isShown ? setFacts(read) : undefined)));
    return () => {
      isShown = false;
    };
  }, [pane, review]);
  return facts;
}

/** When Lucca changed an account, and what is odd about it: told before anybody confirms. */
export function BankHints({ entry }: { readonly entry: ReviewEntry }): ReactElement | null {
  const fact = useBankFacts()?.get(entry.item.key);
  if (!fact) return null;
  const { changedAt, findings } = fact;
  return (
    <>
      <Text size={200}>{changedAt ? changedInLucca(displayed(stamp(changedAt))) : unseenInLucca}</Text>
      {findings.map((finding, index) => (
        // Two findings may be alike but for their facts.
        <Text key={`${finding.code} ${index}`} size={200} weight="semibold">
          {findingText(finding)}
        </Text>
      ))}
    </>
  );
}
