import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { giveUp } from '../../../shared/messages/fr/vouchers/ordersPane.ts';
import { useLook } from './look.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface ConfirmProps {
  readonly question: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onGiveUp: () => void;
}

/** A question asked where the button was pressed, with what the answer does. Échap is no. */
export function Confirm({ question, children, action, onConfirm, onGiveUp }: ConfirmProps): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  const onKeyDown = ({ key }: KeyboardEvent) => (key === 'Escape' ? onGiveUp() : undefined);
  return (
    <div ref={box} className={styles.box} role="group" aria-label={question}>
      <Text weight="semibold">{question}</Text>
      {children}
      <div className={look.row}>
        <Button appearance="primary" onClick={onConfirm} onKeyDown={onKeyDown}>
          {action}
        </Button>
        <Button onClick={onGiveUp} onKeyDown={onKeyDown}>
          {giveUp}
        </Button>
      </div>
    </div>
  );
}
