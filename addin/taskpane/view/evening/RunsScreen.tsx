import type { ReactElement } from 'react';
import { Badge, Text, type BadgeProps } from '@fluentui/react-components';
import type { Run } from '../../../../shared/contracts/schemas.ts';
import { frenchDate, secondsBetween, wallClock } from '../../../../shared/domain/calendar/plainDate.ts';
import * as text from '../../../../shared/messages/fr/employees/eveningPane.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';

const ZONE = 'Europe/Paris';

const colors: Readonly<Record<Run['state'], NonNullable<BadgeProps['color']>>> = {
  running: 'informative',
  done: 'success',
  failed: 'danger',
  cancelled: 'subtle',
  interrupted: 'warning',
};

function RunCard({ run }: { readonly run: Run }): ReactElement {
  const look = useLook();
  const { date, time } = wallClock(run.startedAt, ZONE);
  const duration = run.endedAt === null ? '' : text.durationText(secondsBetween(run.startedAt, run.endedAt));
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{text.runTitle(frenchDate(date), time)}</h3>
        <Badge appearance="tint" color={colors[run.state]}>
          {text.runStates[run.state]}
        </Badge>
        <Text size={200} className={look.quiet}>
          {duration}
        </Text>
      </div>
      <Text>{text.runOrigin(run.trigger, run.evenings ?? 1, run.startedBy)}</Text>
      <Text size={200}>{text.runCounts(run.counts)}</Text>
      {run.problem ? <Text>{run.problem.detail}</Text> : null}
      {run.mail ? (
        <Text size={200} className={look.quiet}>
          {text.mailLine(run.mail)}
        </Text>
      ) : null}
    </li>
  );
}

/** What every reading came to, the latest first. */
export function RunsScreen({ runs }: { readonly runs: readonly Run[] }): ReactElement {
  const look = useLook();
  return (
    <>
      <ScreenTitle>{text.runsTitle}</ScreenTitle>
      {runs.length === 0 ? <Text>{text.noRuns}</Text> : null}
      <ul className={look.plain} aria-label={text.runsTitle}>
        {runs.map((run) => (
          <RunCard key={run.id} run={run} />
        ))}
      </ul>
    </>
  );
}
