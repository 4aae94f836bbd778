import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button, Field, Radio, RadioGroup, Select, Text, makeStyles } from '@fluentui/react-components';
import { addMonths, parsePlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import type { WizardBase } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import { monthName } from '../../../../../shared/messages/fr/words.ts';
import { askedOf, validOnes, variantOf, type SimulationAsked } from '../../../model/simulationAsked.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useVouchers } from '../useVouchers.ts';
import { ChangeFields } from './ChangeFields.tsx';

const useStyles = makeStyles({ form: { display: 'flex', flexDirection: 'column', rowGap: '12px' } });

/** Months back that may be compared with. */
const MONTHS = 13;

interface PartProps {
  readonly base: WizardBase;
  readonly asked: SimulationAsked;
  readonly answer: (part: Partial<SimulationAsked>) => void;
}

function Kind({ asked, answer }: PartProps): ReactElement {
  const kinds = Object.entries(text.kinds) as [SimulationAsked['kind'], string][];
  return (
    <Field label={text.kindLabel}>
      <RadioGroup
        value={asked.kind}
        onChange={(_, { value }) => answer({ kind: kinds.find(([kind]) => kind === value)?.[0] ?? 'change' })}
      >
        {kinds.map(([kind, name]) => (
          <Radio key={kind} value={kind} label={name} />
        ))}
      </RadioGroup>
    </Field>
  );
}

interface NameProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly value: string;
  readonly onChoose: (name: string) => void;
}

function NameField({ label, names, value, onChoose }: NameProps): ReactElement {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, chosen) => onChoose(chosen.value)}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function OtherMonth({ base, asked, answer }: PartProps): ReactElement {
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(base.month, 1 - at));
  return (
    <Field label={text.monthLabel} hint={text.otherMonthHint}>
      <Select value={asked.other} onChange={(_, { value }) => answer({ other: parsePlainMonth(value) ?? asked.other })}>
        {months
          .filter((month) => month !== base.month)
          .map((month) => (
            <option key={month} value={month}>
              {monthName(month)}
            </option>
          ))}
      </Select>
    </Field>
  );
}

/** Of one regulation: which, and what is changed of it. */
function Settings(props: PartProps & { readonly isTried: boolean }): ReactElement {
  const { base, asked, answer } = props;
  const regulations = validOnes(base);
  const names = regulations.map(({ key }) => key);
  const own = regulations.find(({ key }) => key === asked.regulation);
  const others = names.filter((name) => name !== asked.regulation);
  const { kind, what } = asked;
  return (
    <>
      <NameField
        label={text.regulationLabel}
        names={names}
        value={asked.regulation}
        onChoose={(name) => answer({ ...askedOf(base.month, regulations, name), kind, what })}
      />
      {kind === 'like' && others.length === 0 ? <Text>{text.noOther}</Text> : null}
      {kind === 'like' && others.length > 0 ? (
        <NameField label={text.modelLabel} names={others} value={asked.model} onChoose={(model) => answer({ model })} />
      ) : null}
      {kind === 'change' && own ? <ChangeFields {...props} regulation={own} /> : null}
    </>
  );
}

/** What is compared with what. Nothing is preset but the settings of today. */
export function SimulationForm({
  base,
  opening,
}: {
  readonly base: WizardBase;
  readonly opening: SimulationAsked;
}): ReactElement {
  const styles = useStyles();
  const start = useVouchers();
  const [asked, setAsked] = useState(opening);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (isTried) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [isTried]);
  const isWhole = asked.kind === 'months' || variantOf(asked, validOnes(base), base.month) !== undefined;
  const answer = (part: Partial<SimulationAsked>) => {
    setAsked({ ...asked, ...part });
    setTried(false);
  };
  const isImpossible = asked.kind === 'like' && validOnes(base).length < 2;
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) start((tasks) => tasks.simulation.simulate(base, asked));
        else setTried(true);
      }}
    >
      <ScreenTitle>{text.simulationTitle(base.month)}</ScreenTitle>
      <Text>{text.nothingWritten}</Text>
      <Kind base={base} asked={asked} answer={answer} />
      {asked.kind === 'months' ? (
        <OtherMonth base={base} asked={asked} answer={answer} />
      ) : (
        <Settings base={base} asked={asked} answer={answer} isTried={isTried} />
      )}
      <div>
        <Button type="submit" appearance="primary" disabled={isImpossible}>
          {text.simulateAction}
        </Button>
      </div>
    </form>
  );
}
