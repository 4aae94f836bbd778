import type { ReactElement } from 'react';
import { Text, makeStyles, tokens, type FieldProps } from '@fluentui/react-components';
import type { FieldFinding } from '../../../../../shared/flows/vouchers/wizard/draft.ts';
import { besideField } from '../../../../../shared/messages/fr/vouchers/wizard.ts';

const useStyles = makeStyles({
  source: { display: 'block', color: tokens.colorNeutralForeground2 },
  next: { display: 'block', marginTop: '4px' },
});

/** What is said of an answer, one finding under the other. */
export function Notes({ notes }: { readonly notes: readonly FieldFinding[] }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {notes.map(({ finding }, index) => (
        // The first one stands beside the sign of the field.
        <span key={finding.code} {...(index === 0 ? {} : { className: styles.next })}>
          {besideField(finding)}
          {finding.source ? (
            <Text size={200} className={styles.source}>
              {finding.source.title}
            </Text>
          ) : null}
        </span>
      ))}
    </>
  );
}

/** What a field of Fluent says of its answer: every finding, the article beside what the law says. */
export function noteProps(notes: readonly FieldFinding[]): Pick<FieldProps, 'validationMessage' | 'validationState'> {
  if (notes.length === 0) return {};
  const isWrong = notes.some(({ finding }) => finding.severity === 'error');
  return { validationState: isWrong ? 'error' : 'warning', validationMessage: <Notes notes={notes} /> };
}
