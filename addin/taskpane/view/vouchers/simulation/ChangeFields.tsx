import type { ReactElement } from 'react';
import { Field, Input, Select, Text } from '@fluentui/react-components';
import type { MonthShift, VoucherRegulation } from '../../../../../shared/domain/vouchers/regulation.ts';
import type { WizardBase } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/simulation.ts';
import * as wizard from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { changeOf, type SimulationAsked } from '../../../model/simulationAsked.ts';
import { namesOf, turned } from './words.ts';

interface ChangeProps {
  readonly base: WizardBase;
  readonly asked: SimulationAsked;
  readonly regulation: VoucherRegulation;
  /** Somebody tried to go on: what is missing is told. */
  readonly isTried: boolean;
  readonly answer: (part: Partial<SimulationAsked>) => void;
}

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly names: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChoose: (value: K) => void;
}

function Choice<K extends string>({ label, names, value, onChoose }: ChoiceProps<K>): ReactElement {
  const keys = Object.keys(names) as K[];
  return (
    <Field label={label}>
      <Select
        value={value}
        onChange={(_, chosen) => {
          const key = keys.find((each) => each === chosen.value);
          if (key !== undefined) onChoose(key);
        }}
      >
        {keys.map((key) => (
          <option key={key} value={key}>
            {names[key]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Amount(props: ChangeProps & { readonly what: 'face' | 'share' | 'cse' }): ReactElement {
  const { base, asked, regulation, isTried, answer, what } = props;
  const isWrong = isTried && changeOf(asked, regulation, base.month) === undefined;
  const isRate = what === 'share' && asked.shareKind === 'rate';
  const labels = { face: wizard.faceLabel, share: wizard.shareLabels[asked.shareKind], cse: wizard.cseLabel };
  return (
    <>
      {what !== 'share' ? null : (
        <Choice
          label={wizard.shareKindLabel}
          names={wizard.shareKinds}
          value={asked.shareKind}
          onChoose={(shareKind) => answer({ shareKind, share: '' })}
        />
      )}
      <Field
        label={labels[what]}
        {...(what === 'cse' ? { hint: wizard.cseHint } : { required: true })}
        {...(isWrong ? { validationMessage: isRate ? text.rateMissing : text.euroMissing } : {})}
      >
        <Input
          inputMode="decimal"
          autoComplete="off"
          value={asked[what]}
          onChange={(_, { value }) => answer({ [what]: value })}
        />
      </Field>
    </>
  );
}

function Windows({ base, asked, regulation, isTried, answer }: ChangeProps): ReactElement {
  const shift = (key: 'days' | 'absences' | 'expenses', label: string) => (
    <Choice<MonthShift>
      label={label}
      names={wizard.shiftNames}
      value={asked[key]}
      onChoose={(value) => answer({ [key]: value })}
    />
  );
  const isWrong = isTried && changeOf(asked, regulation, base.month) === undefined;
  return (
    <>
      {shift('days', wizard.daysLabel)}
      {shift('absences', wizard.absencesLabel)}
      {shift('expenses', wizard.expensesLabel)}
      <Field
        label={wizard.startDayLabel}
        hint={wizard.startDayHint}
        {...(isWrong ? { validationMessage: text.startDayWrong } : {})}
      >
        <Input
          inputMode="numeric"
          autoComplete="off"
          value={asked.startDay}
          onChange={(_, { value }) => answer({ startDay: value })}
        />
      </Field>
    </>
  );
}

function Impact({ base, asked, regulation, answer }: ChangeProps): ReactElement {
  const side = asked.what === 'nature' ? 'nature' : 'account';
  return (
    <>
      <Choice
        label={side === 'account' ? text.accountLabel : text.natureLabel}
        names={namesOf(base, regulation, side)}
        value={asked[side]}
        onChoose={(id) => answer({ [side]: id })}
      />
      <Text>{turned(base, asked, regulation)}</Text>
    </>
  );
}

function Change(props: ChangeProps): ReactElement {
  const { base, asked, regulation } = props;
  switch (asked.what) {
    case 'face':
    case 'share':
    case 'cse':
      return <Amount {...props} what={asked.what} />;
    case 'windows':
      return <Windows {...props} />;
    case 'account':
    case 'nature':
      return <Impact {...props} />;
    case 'partialDays':
    case 'hourAbsence':
      return <Text>{turned(base, asked, regulation)}</Text>;
  }
}

/** Which setting, and what it becomes. */
export function ChangeFields(props: ChangeProps): ReactElement {
  const { asked, answer } = props;
  return (
    <>
      <Choice label={text.whatLabel} names={text.whats} value={asked.what} onChoose={(what) => answer({ what })} />
      <Change {...props} />
    </>
  );
}
