import type { ReactElement, ReactNode } from 'react';
import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { WizardField } from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import { more } from '../../../../../shared/messages/fr/vouchers/wizardMore.ts';
import { toldOf, useWizard } from './wizardContext.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', padding: '4px 0' },
  now: { color: tokens.colorNeutralForeground2 },
  inside: { display: 'flex', flexDirection: 'column', rowGap: '12px', paddingTop: '8px' },
});

interface MoreProps {
  /** Questions inside: what is said of one of them opens it. */
  readonly fields: readonly WizardField[];
  /** What holds as long as nobody opens it. */
  readonly now: readonly string[];
  readonly children: ReactNode;
}

/** « Plus de choix »: what the usual answer suits, closed, with that answer told. */
export function More({ fields, now, children }: MoreProps): ReactElement {
  const styles = useStyles();
  const { told } = useWizard();
  const isTold = fields.some((field) => toldOf(told, field).length > 0);
  return (
    <details {...(isTold ? { open: true } : {})}>
      <summary className={styles.summary}>
        {more}
        <Text size={200} className={styles.now}>
          {' '}
          · {now.join(' · ')}
        </Text>
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
