import type { ReactElement } from 'react';
import { Button, Field, Select } from '@fluentui/react-components';
import { publishesRules, templateFor, type OrderFileRequest } from '../../../../../shared/flows/vouchers/orderFiles.ts';
import type { OrderToFile } from '../../../../../shared/flows/vouchers/orderReading.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/filesPane.ts';
import { useLook } from '../../look.ts';
import { useVouchers } from '../useVouchers.ts';

interface TemplateChoiceProps {
  readonly order: OrderToFile;
  readonly request: OrderFileRequest;
}

/** By which model the order is written: one of the workbook, or the rules that the issuer publishes. */
export function TemplateChoice({ order, request }: TemplateChoiceProps): ReactElement {
  const look = useLook();
  const start = useVouchers();
  const names = order.templates.value.map(({ name }) => name);
  const isPublished = publishesRules(order);
  const chosen = templateFor(order, request.template);
  const choose = (name: string) =>
    start((tasks) => tasks.files.choose(order, name === '' ? { kind: 'order' } : { kind: 'order', template: name }));
  return (
    <>
      {names.length === 0 ? null : (
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
      )}
      <div className={look.row}>
        <Button size="small" onClick={() => start((tasks) => tasks.templates.open(order))}>
          {text.addTemplate}
        </Button>
        {chosen ? (
          <Button size="small" onClick={() => start((tasks) => tasks.templates.open(order, chosen))}>
            {text.changeTemplate}
          </Button>
        ) : null}
      </div>
    </>
  );
}
