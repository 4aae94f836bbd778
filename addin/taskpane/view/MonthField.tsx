import type { ReactElement } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { parsePayMonth, payMonthsAround } from '../../../shared/domain/calendar/payMonth.ts';
import type { PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { monthName } from '../../../shared/messages/fr/words.ts';
import { usePaneState } from './paneContext.ts';

interface MonthFieldProps {
  readonly label: string;
  readonly onChoose: (month: PlainMonth) => void;
}

export function MonthField({ label, onChoose }: MonthFieldProps): ReactElement | null {
  const { month, health } = usePaneState();
  if (!month) return null;
  return (
    <Field label={label}>
      <Select value={month} onChange={(_, { value }) => onChoose(parsePayMonth(value) ?? month)}>
        {payMonthsAround(health?.month ?? month).map((each) => (
          <option key={each} value={each}>
            {monthName(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
