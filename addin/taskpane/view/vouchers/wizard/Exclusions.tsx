import type { ReactElement } from 'react';
import { Button, Field, Input, Select, Text } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import type { ExclusionAnswer } from '../../../../../shared/flows/vouchers/wizard/answers.ts';
import { exclusionCriteria } from '../../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import * as more from '../../../../../shared/messages/fr/vouchers/wizardMore.ts';
import { useLook } from '../../look.ts';
import { More } from './More.tsx';
import { noteProps } from './Notes.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

interface ExclusionProps {
  readonly at: number;
  readonly exclusion: ExclusionAnswer;
  readonly onChange: (part: Partial<ExclusionAnswer>) => void;
  readonly onRemove: () => void;
}

function Exclusion({ at, exclusion, onChange, onRemove }: ExclusionProps): ReactElement {
  const look = useLook();
  const { base, told } = useWizard();
  return (
    <div className={look.card} role="group" aria-label={text.exclusionName(at + 1)}>
      <Field label={text.criterionLabel}>
        <Select value={exclusion.criterion} onChange={(_, { value }) => onChange({ criterion: value })}>
          {exclusionCriteria(base).map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={text.valueLabel} required data-field="exclusions" {...noteProps(toldOf(told, 'exclusions', at))}>
        <Input value={exclusion.value} autoComplete="off" onChange={(_, { value }) => onChange({ value })} />
      </Field>
      <Field label={text.commentLabel} hint={text.commentHint}>
        <Input value={exclusion.comment} autoComplete="off" onChange={(_, { value }) => onChange({ comment: value })} />
      </Field>
      <More fields={[]} now={[more.exclusionDates(exclusion.from, exclusion.to)]}>
        <Field label={more.fromLabel}>
          <Input type="date" value={exclusion.from} onChange={(_, { value }) => onChange({ from: value })} />
        </Field>
        <Field label={more.toLabel}>
          <Input type="date" value={exclusion.to} onChange={(_, { value }) => onChange({ to: value })} />
        </Field>
      </More>
      <div>
        <Button size="small" icon={<DeleteRegular />} onClick={onRemove}>
          {text.removeExclusion(at + 1)}
        </Button>
      </div>
    </div>
  );
}

/** Everybody benefits, but for whoever is named here. */
export function Exclusions(): ReactElement {
  const look = useLook();
  const { base, answers, answer } = useWizard();
  const { exclusions } = answers;
  const change = (at: number, part: Partial<ExclusionAnswer>) =>
    answer({ exclusions: exclusions.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  const add = () => {
    const [criterion = ''] = exclusionCriteria(base);
    answer({ exclusions: [...exclusions, { criterion, value: '', from: '', to: '', comment: '' }] });
  };
  return (
    <section className={look.boxes} aria-label={text.exclusionsTitle}>
      <h3 className={look.title}>{text.exclusionsTitle}</h3>
      <Text>{text.everybody}</Text>
      {exclusions.map((each, at) => (
        <Exclusion
          // Rows have no name of their own until they are written.
          key={at}
          at={at}
          exclusion={each}
          onChange={(part) => change(at, part)}
          onRemove={() => answer({ exclusions: exclusions.filter((_, index) => index !== at) })}
        />
      ))}
      <div>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          {text.addExclusion}
        </Button>
      </div>
    </section>
  );
}
