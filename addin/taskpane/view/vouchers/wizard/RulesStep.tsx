import type { ReactElement } from 'react';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import * as more from '../../../../../shared/messages/fr/vouchers/wizardMore.ts';
import { LongField, RadioField, SelectField, TypedField } from './fields.tsx';
import { More } from './More.tsx';
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
      <More fields={['mealStage', 'payroll', 'payCode', 'complement']} now={more.rulesShort(answers)}>
        <SelectField
          field="mealStage"
          label={more.mealStageLabel}
          names={more.mealStageNames}
          value={answers.mealStage}
          onChoose={(mealStage) => answer({ mealStage })}
        />
        <SelectField
          field="payroll"
          label={more.payrollLabel}
          names={more.payrollNames}
          value={answers.payroll}
          onChoose={(payroll) => answer({ payroll })}
        />
        <TypedField
          field="payCode"
          label={more.payCodeLabel}
          hint={more.payCodeHint}
          value={answers.payCode}
          onType={(payCode) => answer({ payCode })}
        />
        <LongField
          field="complement"
          label={more.complementLabel}
          hint={more.complementHint}
          value={answers.complement}
          onType={(complement) => answer({ complement })}
        />
      </More>
    </>
  );
}
