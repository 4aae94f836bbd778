import { useId, type ReactElement } from 'react';
import { Badge, Button, Text } from '@fluentui/react-components';
import { CheckmarkRegular, LockClosedRegular } from '@fluentui/react-icons';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { deletionsToTick, type ImportScreen } from '../../../model/absences/transfer/transferState.ts';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';
import { AskedButton } from './AskedButton.tsx';
import { TransferLines } from './TransferLines.tsx';

interface StepProps {
  readonly screen: ImportScreen;
  readonly view: ImportView;
  /** Null where there is one step only. */
  readonly number: number | null;
}

const titled = (number: number | null, title: string) => (number === null ? title : text.stepTitle(number, title));

/** What payroll deletes by hand, each line ticked as it is done. */
function DeleteStep({ screen, view, number }: StepProps): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { deletionsTodo: left, deletionsDone: done, number: run } = view;
  const toTick = deletionsToTick(screen.board, view).length;
  const title = titled(number, view.state === 'confirmed' ? text.deletedStep : text.deleteStep);
  return (
    <section className={look.boxes} aria-label={title}>
      <div className={look.head}>
        <ScreenTitle as="h3">{title}</ScreenTitle>
        <Badge
          appearance="tint"
          color={left === 0 ? 'success' : 'warning'}
          {...(left === 0 && { icon: <CheckmarkRegular /> })}
        >
          {text.stepDone(done, done + left)}
        </Badge>
      </div>
      <TransferLines screen={screen} view={view} direction="delete" />
      <div className={look.row}>
        <Button size="small" onClick={() => start((tasks) => tasks.files.open(run, view.isLocked, 'suppressions'))}>
          {text.deletionFilesAction}
        </Button>
        {toTick > 0 ? (
          <AskedButton
            label={text.tickAllAction}
            look={{ size: 'small' }}
            question={text.tickAllQuestion(toTick)}
            answer={text.tickAllYes}
            onYes={(tasks) => tasks.transfer.tickAll()}
          >
            <Text>{text.tickAllMeans}</Text>
          </AskedButton>
        ) : null}
      </div>
    </section>
  );
}

/** What payroll takes, locked until every deletion is done. */
function ImportStep({ screen, view, number }: StepProps): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const why = useId();
  const { isLocked, deletionsTodo, refused, number: run } = view;
  const title = titled(number, view.state === 'confirmed' ? text.importedStep : text.importStep);
  return (
    <section className={look.boxes} aria-label={title}>
      <div className={look.head}>
        <ScreenTitle as="h3">{title}</ScreenTitle>
        {isLocked ? (
          <Badge appearance="tint" color="warning" icon={<LockClosedRegular />}>
            {text.lockedName}
          </Badge>
        ) : null}
      </div>
      {isLocked ? <Text id={why}>{text.lockedWhy(deletionsTodo)}</Text> : null}
      <TransferLines screen={screen} view={view} direction="import" />
      {refused === 0 ? null : <Text size={200}>{text.stepRefused(refused)}</Text>}
      <div className={look.row}>
        <Button
          size="small"
          disabledFocusable={isLocked}
          aria-describedby={isLocked ? why : undefined}
          onClick={() => start((tasks) => tasks.files.open(run, isLocked, 'import'))}
        >
          {text.importFilesAction}
        </Button>
      </div>
    </section>
  );
}

/** What is left to do in payroll, in the order in which it is done. */
export function ImportSteps({ screen, view }: Omit<StepProps, 'number'>): ReactElement {
  const deletes = view.lines.some(({ direction }) => direction === 'delete');
  const imports = view.lines.some(({ direction }) => direction === 'import');
  const isBoth = deletes && imports;
  return (
    <>
      {deletes ? <DeleteStep screen={screen} view={view} number={isBoth ? 1 : null} /> : null}
      {imports ? <ImportStep screen={screen} view={view} number={isBoth ? 2 : null} /> : null}
    </>
  );
}
