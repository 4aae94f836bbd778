import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import { addMonths, parsePlainMonth, type PlainMonth } from '../../../../../shared/domain/calendar/plainDate.ts';
import { firstDayOf } from '../../../../../shared/flows/vouchers/wizard/regulationRow.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { monthName } from '../../../../../shared/messages/fr/words.ts';
import { RadioField, SelectField } from './fields.tsx';
import { useWizard } from './wizardContext.ts';

/** Months before and after the one of the pane. */
const [EARLIER, LATER] = [6, 6];

function monthNames(month: PlainMonth): Readonly<Record<string, string>> {
  const months = Array.from({ length: EARLIER + LATER + 1 }, (_, at) => addMonths(month, LATER - at));
  return Object.fromEntries(months.map((each) => [each, monthName(each)]));
}

export function StartStep(): ReactElement {
  const { base, answers, answer } = useWizard();
  const { firstMonth, before } = answers;
  return (
    <>
      <SelectField
        field="firstMonth"
        label={text.firstMonthLabel}
        hint={text.holdsFrom(firstDayOf(answers))}
        names={monthNames(base.month)}
        value={firstMonth}
        onChoose={(month) => answer({ firstMonth: parsePlainMonth(month) ?? firstMonth })}
      />
      <RadioField
        field="before"
        label={text.beforeLabel}
        required
        names={text.beforeNames}
        value={before}
        onChoose={(value) => answer({ before: value })}
      />
      <div role="status" aria-live="polite">
        {before === null ? null : <Text>{text.beforeMeans[before]}</Text>}
      </div>
    </>
  );
}
