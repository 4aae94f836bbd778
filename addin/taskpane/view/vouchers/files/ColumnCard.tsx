import type { ReactElement } from 'react';
import { Checkbox, Field, Input, Select, makeStyles } from '@fluentui/react-components';
import type { TemplateColumn } from '../../../../../shared/domain/vouchers/files/template.ts';
import type { OrderFileInput } from '../../../../../shared/domain/vouchers/files/orderInput.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/templates.ts';
import {
  bindingTo,
  columnChoices,
  columnContent,
  CONSTANT,
  contentOf,
  EMPTY,
  fieldChoices,
} from '../../../model/templateDraft.ts';
import { useLook } from '../../look.ts';
import { ColumnRules } from './ColumnRules.tsx';

const useStyles = makeStyles({
  rules: { display: 'flex', flexDirection: 'column', rowGap: '8px', paddingTop: '4px' },
  summary: { cursor: 'pointer' },
});

interface ColumnCardProps {
  readonly position: number;
  readonly column: TemplateColumn;
  readonly input: OrderFileInput;
  readonly onChange: (change: Partial<TemplateColumn>) => void;
}

/** One column of the file: its title as the issuer wrote it, what it will hold, and under which rules. */
export function ColumnCard({ position, column, input, onChange }: ColumnCardProps): ReactElement {
  const look = useLook();
  const styles = useStyles();
  const { heading, binding } = column;
  return (
    <li className={look.card}>
      <h4 className={look.title}>{text.columnName(position, heading)}</h4>
      <Select
        aria-label={text.contentLabel(position, heading)}
        value={contentOf(column)}
        onChange={(_, { value }) => onChange({ binding: bindingTo(value) })}
      >
        <option value={EMPTY}>{text.emptyContent}</option>
        <option value={CONSTANT}>{text.constantContent}</option>
        {fieldChoices.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
        {columnChoices(column, input).map((each) => (
          <option key={columnContent(each)} value={columnContent(each)}>
            {text.columnContent(each)}
          </option>
        ))}
      </Select>
      {binding.kind === 'constant' ? (
        <Field label={text.constantLabel}>
          <Input
            value={binding.text}
            onChange={(_, { value }) => onChange({ binding: { kind: 'constant', text: value } })}
          />
        </Field>
      ) : null}
      {binding.kind === 'empty' ? null : (
        <details>
          <summary className={styles.summary} aria-label={text.rulesOf(position, heading)}>
            {text.rulesLabel}
          </summary>
          <div className={styles.rules}>
            <Checkbox
              label={text.requiredLabel}
              checked={column.required}
              onChange={(_, { checked }) => onChange({ required: checked === true })}
            />
            {/* Another content has other rules, typed afresh. */}
            <ColumnRules key={contentOf(column)} column={column} onChange={(format) => onChange({ format })} />
          </div>
        </details>
      )}
    </li>
  );
}
