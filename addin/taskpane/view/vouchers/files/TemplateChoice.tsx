import type { ReactElement } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { publishesRules, templateFor, type OrderFileRequest } from '../../../../../shared/flows/vouchers/orderFiles.ts';
import type { OrderToFile } from '../../../../../shared/flows/vouchers/orderReading.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/filesPane.ts';
import { useVouchers } from '../useVouchers.ts';

interface TemplateChoiceProps {
  readonly order: OrderToFile;
  readonly request: OrderFileRequest;
}

/** By which model the order is written: one of the workbook, or the rules that the issuer publishes. */
export function TemplateChoice({ order, request }: TemplateChoiceProps): ReactElement | null {
  const start = useVouchers();
  const names = order.templates.value.map(({ name }) => name);
  const isPublished = publishesRules(order);
  const chosen = templateFor(order, request.template);
  const choose = (name: string) =>
    start((tasks) => tasks.files.choose(order, name === '' ? { kind: 'order' } : { kind: 'order', template: name }));
  if (names.length === 0) return null;
  return (
    <Field label={text.templateLabel}>
      <Select value={chosen?.name ?? ''} onChange={(_, { value }) => choose(value)}>
        {isPublished || !chosen ? (
          <option value="">{isPublished ? text.swileRules : text.noTemplateChosen}</option>
        ) : null}
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
