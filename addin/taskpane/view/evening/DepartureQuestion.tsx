import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { Run } from '../../../../shared/contracts/schemas.ts';
import * as text from '../../../../shared/messages/fr/employees/eveningPane.ts';
import { Confirm } from '../Confirm.tsx';
import { useLook } from '../look.ts';
import { run, usePane } from '../paneContext.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { useQuestion } from '../useQuestion.ts';

/** At home, as long as the last reading lost many people at once: only a person may take it. */
export default function DepartureQuestion({ facts }: Pick<NonNullable<Run['problem']>, 'facts'>): ReactElement {
  const look = useLook();
  const pane = usePane();
  const { asking, ask, giveUp, place } = useQuestion();
  const disappeared = Number(facts['disappeared']);
  return (
    <section className={look.card} aria-label={text.departuresTitle(disappeared, Number(facts['rows']))}>
      <ScreenTitle as="h3">{text.departuresTitle(disappeared, Number(facts['rows']))}</ScreenTitle>
      <Text>{text.departuresBody}</Text>
      {asking ? (
        <Confirm
          question={text.acceptQuestion(disappeared)}
          action={text.acceptReading}
          onConfirm={() => run(pane.refresh(true))}
          onGiveUp={giveUp}
        >
          <Text>{text.acceptMeans}</Text>
        </Confirm>
      ) : (
        <span ref={place}>
          <Button onClick={ask}>{text.acceptReading}</Button>
        </span>
      )}
    </section>
  );
}
