import type { ReactElement } from 'react';
import { MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import { firstWindows } from '../../../../../shared/flows/vouchers/wizard/draft.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { SelectField, TypedField } from './fields.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

/** Which month each thing is taken from, with what the first order would take. */
export function PeriodsStep(): ReactElement {
  const { answers, draft, told, answer } = useWizard();
  const isOff = toldOf(told, 'startDay').length > 0;
  const windows = isOff ? undefined : firstWindows(draft, answers.firstMonth);
  return (
    <>
      <Text>{text.usualPeriods}</Text>
      <SelectField
        field="days"
        label={text.daysLabel}
        names={text.shiftNames}
        value={answers.days}
        onChoose={(days) => answer({ days })}
      />
      <SelectField
        field="absences"
        label={text.absencesLabel}
        names={text.shiftNames}
        value={answers.absences}
        onChoose={(absences) => answer({ absences })}
      />
      <SelectField
        field="expenses"
        label={text.expensesLabel}
        names={text.shiftNames}
        value={answers.expenses}
        onChoose={(expenses) => answer({ expenses })}
      />
      <TypedField
        field="startDay"
        label={text.startDayLabel}
        hint={text.startDayHint}
        numeric
        value={answers.startDay}
        onType={(startDay) => answer({ startDay })}
      />
      <div role="status" aria-live="polite">
        {windows ? (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{text.periodsExample(answers.firstMonth, windows)}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
    </>
  );
}
