import type { ReactElement } from 'react';
import { Field, Select } from '@fluentui/react-components';
import { parsePayMonth } from '../../../shared/domain/calendar/payMonth.ts';
import { addMonths, type PlainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { monthName } from '../../../shared/messages/fr/words.ts';
import { usePaneState } from './paneContext.ts';

/** Months of pay one may choose: a year back from the proposed one, two ahead. */
function choices(month: PlainMonth): PlainMonth[] {
  return Array.from({ length: 15 }, (_, index) => addMonths(month, 2 - index)).filter(parsePayMonth);
}

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
        {choices(health?.month ?? month).map((each) => (
          <option key={each} value={each}>
            {monthName(each)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
