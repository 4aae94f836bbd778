import { useEffect, useRef, type ReactElement } from 'react';
import { Button, ProgressBar, Text, makeStyles, tokens } from '@fluentui/react-components';
import * as text from '../../../shared/messages/fr/pane.ts';
import type { Screen } from '../model/state.ts';
import { usePane } from './paneContext.ts';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  count: { color: tokens.colorNeutralForeground2, minHeight: tokens.lineHeightBase300 },
});

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancelling: boolean;
}

/** Long work, wherever it happens: what is being done, how far, and a way to stop it. */
function ProgressPanel({ label, done, total, cancelling }: ProgressProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const actions = useRef<HTMLDivElement>(null);
  useEffect(() => actions.current?.querySelector('button')?.focus(), []);
  const sentence = cancelling ? text.cancelling : label;
  return (
    <div className={styles.panel}>
      <Text role="status">{sentence}</Text>
      <ProgressBar aria-label={sentence} max={1} {...(total > 0 ? { value: Math.min(done / total, 1) } : {})} />
      <Text size={200} className={styles.count}>
        {text.doneOf(done, total)}
      </Text>
      <div ref={actions}>
        <Button disabledFocusable={cancelling} onClick={() => pane.cancel()}>
          {text.cancel}
        </Button>
      </div>
    </div>
  );
}

export function PullingScreen({ screen }: { readonly screen: Extract<Screen, { name: 'pulling' }> }): ReactElement {
  const { run, cancelling } = screen;
  return (
    <ProgressPanel
      label={run ? text.runStep(run) : text.flowStep('connect')}
      done={run?.done ?? 0}
      total={run?.total ?? 0}
      cancelling={cancelling}
    />
  );
}

export function WorkingScreen({ screen }: { readonly screen: Extract<Screen, { name: 'working' }> }): ReactElement {
  const { progress, cancelling } = screen;
  return (
    <ProgressPanel
      label={text.flowStep(progress.step)}
      done={progress.done}
      total={progress.total}
      cancelling={cancelling}
    />
  );
}
