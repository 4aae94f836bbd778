import type { ReactElement } from 'react';
import { Field, Select } from '@fluentui/react-components';

interface ChoiceProps<K extends string> {
  readonly label: string;
  /** What each choice is called, in the order of the list. */
  readonly names: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChoose: (value: K) => void;
}

/** One of a few named values. */
export function Choice<K extends string>({ label, names, value, onChoose }: ChoiceProps<K>): ReactElement {
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, chosen) => onChoose(chosen.value as K)}>
        {(Object.keys(names) as K[]).map((key) => (
          <option key={key} value={key}>
            {names[key]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
