import type { ReactElement } from 'react';
import { Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { WizardField } from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import { noteProps } from './Notes.tsx';
import { toldOf, useWizard, type WizardDesk } from './wizardContext.ts';

interface AskedProps {
  /** Null: what is said of the answer is said beside another question. */
  readonly field: WizardField | null;
  readonly label: string;
  readonly hint?: string;
}

function fieldProps(told: WizardDesk['told'], field: WizardField | null) {
  return field === null ? {} : { 'data-field': field, ...noteProps(toldOf(told, field)) };
}

interface TypedProps extends AskedProps {
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly required?: boolean;
  readonly numeric?: boolean;
}

/** A question answered by typing. */
export function TypedField({
  field,
  label,
  hint,
  value,
  onType,
  required = false,
  numeric = false,
}: TypedProps): ReactElement {
  const { told } = useWizard();
  return (
    <Field label={label} required={required} {...fieldProps(told, field)} {...(hint === undefined ? {} : { hint })}>
      <Input
        value={value}
        autoComplete="off"
        {...(numeric ? { inputMode: 'decimal' as const } : {})}
        onChange={(_, typed) => onType(typed.value)}
      />
    </Field>
  );
}

/** A question answered by a few lines. */
export function LongField({ field, label, hint, value, onType }: TypedProps): ReactElement {
  const { told } = useWizard();
  return (
    <Field label={label} {...fieldProps(told, field)} {...(hint === undefined ? {} : { hint })}>
      <Textarea value={value} rows={3} resize="vertical" onChange={(_, typed) => onType(typed.value)} />
    </Field>
  );
}

interface ChosenProps<K extends string> extends AskedProps {
  readonly names: Readonly<Record<K, string>>;
  readonly value: K | null;
  readonly onChoose: (value: K) => void;
  readonly required?: boolean;
}

function keysOf<K extends string>(names: Readonly<Record<K, string>>): K[] {
  return Object.keys(names) as K[];
}

/** A question answered by one of a few sentences. */
export function RadioField<K extends string>(props: ChosenProps<K>): ReactElement {
  const { field, label, hint, names, value, onChoose, required = false } = props;
  const { told } = useWizard();
  return (
    <Field label={label} required={required} {...fieldProps(told, field)} {...(hint === undefined ? {} : { hint })}>
      <RadioGroup
        value={value ?? ''}
        onChange={(_, chosen) => {
          const key = keysOf(names).find((each) => each === chosen.value);
          if (key !== undefined) onChoose(key);
        }}
      >
        {keysOf(names).map((key) => (
          <Radio key={key} value={key} label={names[key]} />
        ))}
      </RadioGroup>
    </Field>
  );
}

/** A question answered by a list. `blank`: what stands first while nothing is chosen. */
export function SelectField<K extends string>(props: ChosenProps<K> & { readonly blank?: string }): ReactElement {
  const { field, label, hint, names, value, onChoose, required = false, blank } = props;
  const { told } = useWizard();
  return (
    <Field label={label} required={required} {...fieldProps(told, field)} {...(hint === undefined ? {} : { hint })}>
      <Select
        value={value ?? ''}
        onChange={(_, chosen) => {
          const key = keysOf(names).find((each) => each === chosen.value);
          if (key !== undefined) onChoose(key);
        }}
      >
        {blank !== undefined && value === null ? <option value="">{blank}</option> : null}
        {keysOf(names).map((key) => (
          <option key={key} value={key}>
            {names[key]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
