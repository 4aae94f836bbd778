import type { ReactElement } from 'react';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { RadioField } from './fields.tsx';
import { useWizard } from './wizardContext.ts';

export function RulesStep(): ReactElement {
  const { answers, answer } = useWizard();
  return (
    <>
      <RadioField
        field="partialDays"
        label={text.partialDaysLabel}
        names={text.partialDaysNames}
        value={answers.partialDays}
        onChoose={(partialDays) => answer({ partialDays })}
      />
      <RadioField
        field="hourAbsence"
        label={text.hourAbsenceLabel}
        names={text.hourAbsenceNames}
        value={answers.hourAbsence}
        onChoose={(hourAbsence) => answer({ hourAbsence })}
      />
      <RadioField
        field="support"
        label={text.supportLabel}
        hint={text.supportHint}
        names={text.supportNames}
        value={answers.support}
        onChoose={(support) => answer({ support })}
      />
    </>
  );
}
