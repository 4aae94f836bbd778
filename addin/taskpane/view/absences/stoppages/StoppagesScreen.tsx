import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { stoppagesLeft } from '../../../../../shared/flows/absences/stoppages/stoppagesLeft.ts';
import * as text from '../../../../../shared/messages/fr/absences/stoppagesPane.ts';
import type { StoppagesScreen as Screen } from '../../../model/absences/stoppages/stoppagesState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { StoppageList } from './StoppageList.tsx';
import { SupportCard, WaitingBadge } from './SupportCard.tsx';

function Support({ screen: { reading, ticking } }: { readonly screen: Screen }): ReactElement {
  const look = useLook();
  const { toHandOver } = stoppagesLeft(reading);
  const waitingFirst = [...reading.support].sort((a, b) => Number(a.state === 'sent') - Number(b.state === 'sent'));
  return (
    <section className={look.boxes} aria-label={text.supportTitle}>
      <div className={look.head}>
        <ScreenTitle as="h3">{text.supportTitle}</ScreenTitle>
        <WaitingBadge count={toHandOver} />
      </div>
      <Text size={200}>{text.supportIntro}</Text>
      <ul className={look.plain}>
        {waitingFirst.map((entry) => (
          <SupportCard key={entry.key} entry={entry} isTicking={ticking.has(entry.key)} />
        ))}
      </ul>
    </section>
  );
}

/** The stoppages that payroll types by hand, then those that its support changes. */
export function StoppagesScreen({ screen }: { readonly screen: Screen }): ReactElement {
  const look = useLook();
  const { reading } = screen;
  const isEmpty = reading.stoppages.length === 0;
  return (
    <>
      <ScreenTitle>{text.stoppagesTitle}</ScreenTitle>
      {isEmpty ? (
        <Text>{text.noStoppage}</Text>
      ) : (
        <>
          <div role="status">
            <ScreenTitle as="h3">{text.toDoText(stoppagesLeft(reading).toType)}</ScreenTitle>
          </div>
          <Text size={200} className={look.quiet}>
            {text.intro}
          </Text>
        </>
      )}
      <FindingList findings={reading.findings} />
      {isEmpty ? null : <StoppageList screen={screen} />}
      {reading.support.length === 0 ? null : <Support screen={screen} />}
    </>
  );
}
