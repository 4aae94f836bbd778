import { useEffect, useRef, type ReactElement } from 'react';
import { Button, ProgressBar, Text, makeStyles } from '@fluentui/react-components';
import { DocumentRegular, SendRegular } from '@fluentui/react-icons';
import type { CreditSimulation } from '../../../../../shared/flows/worktime/simulateCredit.ts';
import { creditMessages } from '../../../../../shared/messages/fr/worktime/credit.ts';
import * as text from '../../../../../shared/messages/fr/worktime/creditPane.ts';
import { exportName } from '../../../../../shared/messages/fr/worktime/exportsPane.ts';
import type { TimeScreen } from '../../../model/worktime/timeState.ts';
import { Confirm } from '../../Confirm.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useQuestion } from '../../useQuestion.ts';
import { useTime } from '../useTime.ts';
import { CreditPeople } from './CreditPeople.tsx';
import { CreditTotals } from './CreditTotals.tsx';

type CreditState = Extract<TimeScreen, { name: 'worktimeCredit' }>;

const useStyles = makeStyles({
  stage: { display: 'flex', flexDirection: 'column', rowGap: '12px', flexGrow: 1, ':focus': { outlineStyle: 'none' } },
});

/** Nothing to cancel: a simulation changes nothing, and what has left cannot be called back. */
function Waiting({ label }: { readonly label: string }): ReactElement {
  return (
    <>
      <Text role="status">{label}</Text>
      <ProgressBar aria-label={label} />
    </>
  );
}

interface SendingProps {
  readonly screen: CreditState;
  readonly simulation: CreditSimulation;
}

/** « Envoyer à Lucca… », asked again with what it does; another export of the month that was sent is told first. */
function Sending({ screen: { number, month }, simulation }: SendingProps): ReactElement {
  const start = useTime();
  const { asking, ask, giveUp, place } = useQuestion();
  const [before] = simulation.sentBefore;
  const isAgain = before !== undefined;
  if (!asking)
    return (
      <span ref={place}>
        <Button appearance="primary" icon={<SendRegular />} onClick={ask}>
          {text.sendAction}
        </Button>
      </span>
    );
  return (
    <Confirm
      question={text.sendQuestion(simulation.people)}
      action={isAgain ? text.insistAction : text.confirmAction}
      onConfirm={() => start((tasks) => tasks.credit.send({ number, month }, simulation, isAgain))}
      onGiveUp={giveUp}
    >
      {isAgain ? <Text weight="semibold">{creditMessages.sentBefore(before)}</Text> : null}
      <Text>{text.sendMeans}</Text>
    </Confirm>
  );
}

function Simulated({ screen, simulation }: SendingProps): ReactElement {
  const { findings, remarks, month } = simulation;
  return (
    <>
      <FindingList findings={findings} />
      {findings.length === 0 ? null : <Again screen={screen} />}
      <FindingList findings={remarks} />
      <Text>{text.dated(month)}</Text>
      <CreditTotals simulation={simulation} />
      <CreditPeople simulation={simulation} />
      {findings.length === 0 ? <Sending screen={screen} simulation={simulation} /> : null}
    </>
  );
}

function Again({ screen: { number, month } }: { readonly screen: CreditState }): ReactElement {
  const start = useTime();
  return (
    <div>
      <Button appearance="primary" onClick={() => start((tasks) => tasks.credit.simulate({ number, month }))}>
        {text.againAction}
      </Button>
    </div>
  );
}

function Off({ screen: { number } }: { readonly screen: CreditState }): ReactElement {
  const start = useTime();
  const open = () => start((tasks) => tasks.files.open(number, 'repos'));
  return (
    <div>
      <Button appearance="primary" icon={<DocumentRegular />} onClick={open}>
        {text.fileAction}
      </Button>
    </div>
  );
}

function Stage({ screen }: { readonly screen: CreditState }): ReactElement {
  const { stage } = screen;
  const start = useTime();
  const pane = usePane();
  const look = useLook();
  switch (stage.is) {
    case 'simulating':
      return <Waiting label={text.simulating} />;
    case 'sending':
      return <Waiting label={text.sending} />;
    case 'off':
      return <Off screen={screen} />;
    case 'simulated':
      return <Simulated screen={screen} simulation={stage.simulation} />;
    case 'ended': {
      const { place, mayRetry } = stage;
      return (
        <div className={look.actions}>
          {mayRetry ? <Again screen={screen} /> : null}
          {place ? <Button onClick={() => run(pane.showPlace(place))}>{text.placeAction}</Button> : null}
          <Button onClick={() => start((tasks) => tasks.exports())}>{text.exportsAction}</Button>
        </div>
      );
    }
  }
}

/** « Envoi à Lucca » of one export: simulated, seen, confirmed, and how it ended. */
export function CreditScreen({ screen }: { readonly screen: CreditState }): ReactElement {
  const styles = useStyles();
  const { number, month, stage } = screen;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed went with its stage: whoever uses the keyboard stays here.
    if (document.hasFocus() && document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [stage.is]);
  return (
    <>
      <ScreenTitle>{text.creditTitle(number)}</ScreenTitle>
      <Text>{exportName(number, month)}</Text>
      <div ref={box} tabIndex={-1} className={styles.stage}>
        <Stage screen={screen} />
      </div>
    </>
  );
}
