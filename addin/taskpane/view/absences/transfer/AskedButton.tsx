import type { ReactElement, ReactNode } from 'react';
import { Button, type ButtonProps } from '@fluentui/react-components';
import type { AbsenceTasks } from '../../../model/absences/absenceTasks.ts';
import { Confirm } from '../../Confirm.tsx';
import { useLook } from '../../look.ts';
import { useQuestion } from '../../useQuestion.ts';
import { useAbsences } from '../useAbsences.ts';

interface AskedButtonProps {
  readonly label: string;
  readonly look?: Pick<ButtonProps, 'appearance' | 'icon' | 'size'>;
  /** Why it cannot be asked now: told beside the button, which stays within reach. */
  readonly locked?: { readonly id: string } | undefined;
  readonly question: string;
  /** What the answer is called, where it is not the label. */
  readonly answer?: string;
  readonly onYes: (tasks: AbsenceTasks) => Promise<void>;
  /** What it does. */
  readonly children: ReactNode;
}

/** A button that asks before it does anything. */
export function AskedButton(props: AskedButtonProps): ReactElement {
  const { label, locked, question, answer = label, onYes, children } = props;
  const look = useLook();
  const start = useAbsences();
  const { asking, ask, giveUp, place } = useQuestion();
  if (asking)
    return (
      <Confirm question={question} action={answer} onConfirm={() => start(onYes)} onGiveUp={giveUp}>
        {children}
      </Confirm>
    );
  return (
    <span ref={place} className={look.same}>
      <Button
        {...props.look}
        disabledFocusable={locked !== undefined}
        aria-describedby={locked?.id}
        onClick={locked ? undefined : ask}
      >
        {label}
      </Button>
    </span>
  );
}
