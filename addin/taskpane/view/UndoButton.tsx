import { lazy, Suspense, type ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { frenchDate, wallClock } from '../../../shared/domain/calendar/plainDate.ts';
import type { PlanHeader } from '../../../shared/flows/planHistory.ts';
import * as text from '../../../shared/messages/fr/undo.ts';
import { useLook } from './look.ts';
import { run, usePane } from './paneContext.ts';
import { useQuestion } from './useQuestion.ts';

/** Rare at home. */
const Confirm = lazy(async () => ({ default: (await import('./Confirm.tsx')).Confirm }));

const ZONE = 'Europe/Paris';

interface UndoButtonProps {
  /** Of the plan that it takes back. */
  readonly header: PlanHeader;
  /** Another one was taken back just now: a second click must not take this one too before anybody read which it is. */
  readonly isAgain: boolean;
}

export function UndoButton({ header, isAgain }: UndoButtonProps): ReactElement {
  const look = useLook();
  const pane = usePane();
  const { asking, ask, giveUp, place } = useQuestion();
  const { date, time } = wallClock(header.at, ZONE);
  const action = text.undoAction(header.kind, frenchDate(date), time);
  const undo = () => run(pane.updates.undo());
  if (asking)
    return (
      <Suspense fallback={null}>
        <Confirm question={text.undoQuestion(action)} action={text.undoAgain} onConfirm={undo} onGiveUp={giveUp}>
          <Text size={200}>{text.undoneJustNow}</Text>
        </Confirm>
      </Suspense>
    );
  return (
    <span ref={place} className={look.same}>
      <Button icon={<ArrowUndoRegular />} onClick={isAgain ? ask : undo}>
        {action}
      </Button>
    </span>
  );
}
