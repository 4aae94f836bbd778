import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Field, Input, Select, Text, makeStyles } from '@fluentui/react-components';
import * as text from '../../../../../shared/messages/fr/worktime/simulation.ts';
import { hourlyOf, triedChoices, type TriedChoice } from '../../../model/worktime/timeSimulationAsked.ts';
import type { TimeScreen, TimeSimulationAsked } from '../../../model/worktime/timeState.ts';
import { FindingList } from '../../FindingList.tsx';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useTime } from '../useTime.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: '12px' },
  // A field is as wide as the pane, not as the longest of its choices.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  select: { minWidth: 0, '& > select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
});

function Choices({
  label,
  choices,
}: {
  readonly label: string;
  readonly choices: readonly TriedChoice[];
}): ReactElement | null {
  if (choices.length === 0) return null;
  return (
    <optgroup label={label}>
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

interface FormProps {
  readonly screen: Extract<TimeScreen, { name: 'worktimeSimulation' }>;
}

/** What is tried, in whose place, and what an hour costs. */
export function TimeSimulationForm({ screen: { board, asked: opening, findings } }: FormProps): ReactElement {
  const styles = useStyles();
  const start = useTime();
  const [asked, setAsked] = useState(opening);
  const answer = (part: Partial<TimeSimulationAsked>) => setAsked({ ...asked, ...part });
  const choices = triedChoices(board);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const isWrong = hourlyOf(asked) === undefined;
  const names = board.regulations.filter(({ state }) => state === 'valid').map(({ name }) => name);
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) start((tasks) => tasks.simulation.simulate(board, asked));
      }}
    >
      <ScreenTitle>{text.simulationTitle(board.month)}</ScreenTitle>
      <Text>{text.nothingWritten}</Text>
      <FindingList findings={findings} />
      <Field label={text.triedLabel} className={styles.field}>
        <Select className={styles.select} value={asked.tried} onChange={(_, { value }) => answer({ tried: value })}>
          <Choices label={text.ownSets} choices={choices.filter(({ isReady }) => !isReady)} />
          <Choices label={text.readySets} choices={choices.filter(({ isReady }) => isReady)} />
        </Select>
      </Field>
      <Field label={text.regulationLabel} className={styles.field}>
        <Select
          className={styles.select}
          value={asked.regulation}
          onChange={(_, { value }) => answer({ regulation: value })}
        >
          <option value="">{text.everyRegulation}</option>
          {[...new Set(names)].map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={text.rateLabel}
        hint={text.rateHint}
        {...(isWrong ? { validationState: 'error' as const, validationMessage: text.rateWrong } : {})}
      >
        <Input inputMode="decimal" value={asked.rate} onChange={(_, { value }) => answer({ rate: value })} />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabled={isWrong}>
          {text.runAction}
        </Button>
      </div>
    </form>
  );
}
