import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import {
  wizardSteps,
  type RegulationAnswers,
  type WizardField,
  type WizardStep,
} from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import { draftRegulation } from '../../../../../shared/flows/vouchers/wizard/draft.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import type { VoucherScreen } from '../../../model/vouchersState.ts';
import {
  firstWrong,
  goTo,
  isUntouched,
  nextStep,
  postponedStep,
  previousStep,
  toldFindings,
  type Move,
  type WizardState,
} from '../../../model/wizardState.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { Confirm } from '../../Confirm.tsx';
import { useLook } from '../../look.ts';
import { useVouchers } from '../useVouchers.ts';
import { IdentityStep } from './IdentityStep.tsx';
import { ImpactsStep } from './ImpactsStep.tsx';
import { PeriodsStep } from './PeriodsStep.tsx';
import { RecapStep } from './RecapStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { StartStep } from './StartStep.tsx';
import { useEscape } from '../useEscape.ts';
import { ValueStep } from './ValueStep.tsx';
import { WizardContext } from './wizardContext.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px', flexGrow: 1 },
  step: { display: 'flex', flexDirection: 'column', rowGap: '12px', flexGrow: 1 },
  count: { display: 'block', color: tokens.colorNeutralForeground2 },
  footer: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
  },
  moves: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

function stepBody(step: WizardStep, onEdit: (step: WizardStep) => void): ReactElement {
  switch (step) {
    case 'identity':
      return <IdentityStep />;
    case 'value':
      return <ValueStep />;
    case 'periods':
      return <PeriodsStep />;
    case 'rules':
      return <RulesStep />;
    case 'accounts':
    case 'natures':
      return <ImpactsStep key={step} subject={step} />;
    case 'start':
      return <StartStep />;
    case 'recap':
      return <RecapStep onEdit={onEdit} />;
  }
}

const CONTROLS = 'input:not(:disabled), select:not(:disabled), button:not(:disabled)';

/** The first control of the step, or of the question that must be answered; of impacts, the first that is undecided. */
function controlOf(step: HTMLElement, field: WizardField | null): HTMLElement | null {
  if (field === null) return step.querySelector<HTMLElement>(CONTROLS);
  const place = `[data-field="${field}"]`;
  const undecided = step.querySelector<HTMLElement>(`${place} [data-undecided="true"] select`);
  const isWrong = step.querySelector<HTMLElement>(`${place} [aria-invalid="true"]`);
  return undecided ?? isWrong ?? step.querySelector<HTMLElement>(`${place} :is(${CONTROLS})`);
}

/** A few short steps that write the same sheets as an accountant would. What is typed stays, back and forth. */
export function WizardScreen({
  screen,
}: {
  readonly screen: Extract<VoucherScreen, { name: 'voucherWizard' }>;
}): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const start = useVouchers();
  const { base } = screen;
  const [state, setState] = useState<WizardState>({
    answers: screen.answers,
    step: screen.step,
    tried: isUntouched(screen.answers) ? new Set() : new Set(wizardSteps),
  });
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ readonly field: WizardField | null }>({ field: null });
  const { answers, step } = state;
  const draft = useMemo(() => draftRegulation(base, answers), [base, answers]);
  const told = toldFindings(state, draft);

  useEffect(() => {
    if (place.current) controlOf(place.current, focus.field)?.focus();
  }, [focus]);
  const move = (to: Move) => {
    setState(to.state);
    setFocus({ field: to.focus });
  };
  const answer = (part: Partial<RegulationAnswers>) =>
    setState((before) => ({ ...before, answers: { ...before.answers, ...part } }));
  const submit = () => {
    if (step !== 'recap') {
      move(nextStep(state, draft));
      return;
    }
    const wrong = firstWrong(state, draft);
    if (wrong) move(wrong);
    else start((tasks) => tasks.wizard.create(base, answers));
  };
  const leave = () => {
    if (isUntouched(answers)) start((tasks) => tasks.wizard.leave());
    else setAsking(true);
  };
  const stay = () => {
    setAsking(false);
    setFocus({ field: null });
  };
  useEscape(form, () => {
    if (!asking) leave();
  });
  const number = wizardSteps.indexOf(step) + 1;
  const isUndecided = (step === 'accounts' || step === 'natures') && told.length > 0;
  return (
    <WizardContext value={{ base, answers, draft, told, answer }}>
      <form
        className={styles.form}
        noValidate
        aria-label={text.wizardTitle}
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div>
          <ScreenTitle>{text.stepNames[step]}</ScreenTitle>
          <Text size={200} className={styles.count}>
            {text.wizardTitle} · {text.stepOf(number, wizardSteps.length)}
          </Text>
        </div>
        <div role="status" aria-live="polite" className={look.heard}>
          {text.stepOf(number, wizardSteps.length)} : {text.stepNames[step]}
        </div>
        <div ref={place} className={styles.step}>
          {stepBody(step, (wanted) => move(goTo(state, wanted)))}
        </div>
        <div className={styles.footer}>
          {isUndecided ? <Text size={200}>{text.decideLaterMeans}</Text> : null}
          {asking ? (
            <Confirm
              question={text.abandonQuestion}
              action={text.abandon}
              onConfirm={() => start((tasks) => tasks.wizard.leave())}
              onGiveUp={stay}
            >
              <Text>{text.abandonMeans}</Text>
            </Confirm>
          ) : (
            <div className={styles.moves}>
              {step === 'identity' ? null : <Button onClick={() => move(previousStep(state))}>{text.back}</Button>}
              <Button type="submit" appearance="primary">
                {step === 'recap' ? text.create : text.next}
              </Button>
              {isUndecided ? <Button onClick={() => move(postponedStep(state))}>{text.decideLater}</Button> : null}
              <Button appearance="subtle" onClick={leave}>
                {text.abandon}
              </Button>
            </div>
          )}
        </div>
      </form>
    </WizardContext>
  );
}
