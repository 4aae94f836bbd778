import type { ReactElement } from 'react';
import { Button, MessageBar, MessageBarBody, Text, makeStyles } from '@fluentui/react-components';
import type { ImpactAnswers, WizardStep } from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import { blocking, findingsOfStep } from '../../../../../shared/flows/vouchers/wizard/draft.ts';
import {
  accountChoices,
  natureChoices,
  type ImpactChoices,
} from '../../../../../shared/flows/vouchers/wizard/impactChoices.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import * as more from '../../../../../shared/messages/fr/vouchers/wizardMore.ts';
import { useLook } from '../../look.ts';
import { useWizard, type WizardDesk } from './wizardContext.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px' },
  line: { display: 'flex', alignItems: 'flex-start', justifyContent: 'space-between', columnGap: '8px' },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

function impactsOf({ groups }: ImpactChoices, answers: ImpactAnswers): string {
  const choices = groups.flatMap((group) => group.choices);
  const of = (side: boolean | undefined) => choices.filter(({ deducts }) => deducts === side).length;
  const guessed = choices.filter(({ id }) => answers.get(id)?.isProposed === true).length;
  return text.impactCounts(of(true), of(false), of(undefined), guessed);
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What each step holds, in a line. */
function summaries({ base, answers, draft }: WizardDesk): Readonly<Record<Exclude<WizardStep, 'recap'>, string>> {
  const named = base.frame.establishments.value.filter(({ id }) => answers.establishments.includes(id));
  const excluded = answers.exclusions.length === 0 ? [] : [text.excludedCount(answers.exclusions.length)];
  const { name, days, absences, expenses, startDay, partialDays, hourAbsence, support, before, reintegration } =
    answers;
  return {
    identity: [
      [name.trim(), named.map((each) => each.name).join(', '), answers.issuer]
        .filter((part) => part !== '')
        .join(' · '),
      ...excluded,
    ].join('. '),
    value: [
      draft.unit ? text.sharesSentence(draft.unit) : text.notSaid,
      ...(reintegration === 'boss' ? [] : [`${sentence(more.reintegrationShort(reintegration))}.`]),
    ].join(' '),
    periods: text.periodsSummary(days, absences, expenses, startDay),
    rules: [
      `${text.partialDaysLabel} : ${text.partialDaysShort[partialDays]}`,
      `${text.hourAbsenceLabel} : ${text.hourAbsenceNames[hourAbsence]}`,
      `${text.supportLabel} : ${text.supportNames[support]}`,
      ...more.rulesShort(answers).map(sentence),
    ].join('. '),
    accounts: impactsOf(accountChoices(base, answers), answers.accounts),
    natures: impactsOf(natureChoices(base, answers), answers.natures),
    start: before === null ? text.notSaid : text.startSummary(answers.firstMonth, text.beforeNames[before]),
  };
}

/** What will stand in the sheets, and what is still missing for the regulation to be valid. */
export function RecapStep({ onEdit }: { readonly onEdit: (step: WizardStep) => void }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const desk = useWizard();
  const { draft } = desk;
  const lines = Object.entries(summaries(desk)) as [Exclude<WizardStep, 'recap'>, string][];
  const wrong = blocking(draft);
  const left = [...findingsOfStep(draft, 'accounts'), ...findingsOfStep(draft, 'natures')];
  const isValid = draft.state === 'valid' && wrong.length === 0;
  const missing = wrong.length > 0 ? wrong : left;
  const sentence = wrong.length > 0 ? text.notYet : isValid ? text.willBeValid : text.willBeInvalid;
  return (
    <>
      <ul className={look.plain}>
        {lines.map(([step, summary]) => (
          <li key={step} className={styles.line}>
            <span className={styles.words}>
              <Text weight="semibold">{text.stepNames[step]}</Text>
              <Text size={200}>{summary}</Text>
            </span>
            <Button size="small" aria-label={text.edit(text.stepNames[step])} onClick={() => onEdit(step)}>
              {text.editAction}
            </Button>
          </li>
        ))}
      </ul>
      <MessageBar intent={isValid ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          {sentence}
          {isValid ? null : (
            <ul className={styles.list}>
              {missing.map(({ finding }) => (
                <li key={finding.code}>{text.besideField(finding)}</li>
              ))}
            </ul>
          )}
        </MessageBarBody>
      </MessageBar>
      <Text size={200}>{text.writes}</Text>
    </>
  );
}
