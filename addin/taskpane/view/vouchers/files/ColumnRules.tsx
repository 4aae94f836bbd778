import { useState, type ReactElement } from 'react';
import { Checkbox, Field, Input } from '@fluentui/react-components';
import { isDatePattern } from '../../../../../shared/domain/files/figures.ts';
import {
  defaultWords,
  type ColumnFormat,
  type TemplateColumn,
} from '../../../../../shared/domain/vouchers/files/template.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import { unitLabels } from '../../../../../shared/tables/vouchers/ordersTemplatesTable.ts';
import { lengthIn, rulesFor, wordsIn } from '../../../model/templateDraft.ts';
import { Choice } from './Choice.tsx';

interface TypedRuleProps<T> {
  readonly label: string;
  readonly hint?: string;
  readonly initial: string;
  readonly fault: string;
  /** What was typed means; undefined for nothing that can be kept. */
  readonly read: (typed: string) => T | undefined;
  readonly onRead: (value: T) => void;
}

/** A rule that is typed: what cannot be read is told beside it, and the last value that could is kept. */
function TypedRule<T>({ label, hint, initial, fault, read, onRead }: TypedRuleProps<T>): ReactElement {
  const [typed, setTyped] = useState(initial);
  const isWrong = read(typed) === undefined;
  const onType = (value: string) => {
    setTyped(value);
    const meant = read(value);
    if (meant !== undefined) onRead(meant);
  };
  return (
    <Field label={label} {...(isWrong ? { validationMessage: fault } : hint === undefined ? {} : { hint })}>
      <Input value={typed} autoComplete="off" onChange={(_, { value }) => onType(value)} />
    </Field>
  );
}

interface ColumnRulesProps {
  readonly column: TemplateColumn;
  readonly onChange: (format: ColumnFormat) => void;
}

/** The rules that touch what a column holds, and no other. */
export function ColumnRules({ column, onChange }: ColumnRulesProps): ReactElement {
  const { format, binding } = column;
  const set = (change: Partial<ColumnFormat>) => onChange({ ...format, ...change });
  const has = new Set(rulesFor(column));
  const usual = binding.kind === 'field' ? defaultWords(binding.field).join(';') : '';
  return (
    <>
      {has.has('accents') ? (
        <Checkbox
          label={text.accentsLabel}
          checked={format.accents === 'removed'}
          onChange={(_, { checked }) => set({ accents: checked === true ? 'removed' : 'kept' })}
        />
      ) : null}
      {has.has('letters') ? (
        <Checkbox
          label={text.upperLabel}
          checked={format.letters === 'upper'}
          onChange={(_, { checked }) => set({ letters: checked === true ? 'upper' : 'kept' })}
        />
      ) : null}
      {has.has('unit') ? (
        <Choice label={text.unitLabel} names={unitLabels} value={format.unit} onChoose={(unit) => set({ unit })} />
      ) : null}
      {has.has('maxLength') ? (
        <TypedRule
          label={text.maxLengthLabel}
          initial={format.maxLength === null ? '' : String(format.maxLength)}
          fault={text.lengthWrong}
          read={lengthIn}
          onRead={(maxLength) => set({ maxLength })}
        />
      ) : null}
      {has.has('zeros') ? (
        <TypedRule
          label={text.zerosLabel}
          initial={format.zeros === null ? '' : String(format.zeros)}
          fault={text.lengthWrong}
          read={lengthIn}
          onRead={(zeros) => set({ zeros })}
        />
      ) : null}
      {has.has('date') ? (
        <TypedRule
          label={text.dateLabel}
          initial={format.date}
          fault={text.dateWrong}
          read={(typed) => (isDatePattern(typed.toUpperCase()) ? typed.toUpperCase() : undefined)}
          onRead={(date) => set({ date })}
        />
      ) : null}
      {has.has('words') ? (
        <TypedRule
          label={text.wordsLabel}
          hint={text.wordsHint(usual)}
          initial={format.words?.join(';') ?? ''}
          fault={text.wordsWrong}
          read={wordsIn}
          onRead={(words) => set({ words })}
        />
      ) : null}
    </>
  );
}
