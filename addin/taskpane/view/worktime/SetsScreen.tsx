import { useState, type ReactElement } from 'react';
import {
  Button,
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
  Text,
  makeStyles,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { readyMadeSets, type ReadyMadeSet } from '../../../../shared/domain/worktime/readyMade.ts';
import * as text from '../../../../shared/messages/fr/worktime/setsPane.ts';
import { copyOf, isReady, openedDraft, withSet, type SetDraft } from '../../model/worktime/setDraft.ts';
import type { TimeBoard } from '../../model/worktime/timeState.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { useTime } from './useTime.ts';

const useStyles = makeStyles({
  words: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', paddingTop: '2px' },
});

/** What a set brings, and where its figures come from. */
function SetWords({ set }: { readonly set: ReadyMadeSet }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  return (
    <span className={styles.words}>
      <Text>{set.name}</Text>
      <Text size={200} className={look.quiet}>
        {text.setContents(set.accounts.length, set.rules.length)}
      </Text>
      <Text size={200} className={look.quiet}>
        {text.sourcesLabel} : {set.sources.map(({ title }) => title).join(' ; ')}
      </Text>
    </span>
  );
}

interface PartProps {
  readonly draft: SetDraft;
  readonly onChange: (draft: SetDraft) => void;
}

function Target({ draft, onChange, sets }: PartProps & { readonly sets: readonly string[] }): ReactElement {
  return (
    <>
      <Field label={text.intoLabel}>
        <Select
          value={draft.into ?? ''}
          onChange={(_, { value }) =>
            onChange({ ...draft, into: value === '' ? null : value, withRegulation: value === '' })
          }
        >
          <option value="">{text.newSet}</option>
          {sets.map((each) => (
            <option key={each} value={each}>
              {text.existingSet(each)}
            </option>
          ))}
        </Select>
      </Field>
      {draft.into === null ? (
        <Field
          label={text.nameLabel}
          required
          {...(draft.name.trim() === '' ? { validationMessage: text.nameMissing } : {})}
        >
          <Input
            value={draft.name}
            autoComplete="off"
            onChange={(_, { value }) => onChange({ ...draft, name: value })}
          />
        </Field>
      ) : null}
    </>
  );
}

function Regulation({ draft, onChange }: PartProps): ReactElement {
  const isMissing = draft.regulation.trim() === '';
  return (
    <>
      <Checkbox
        label={text.withRegulation}
        checked={draft.withRegulation}
        onChange={(_, { checked }) => onChange({ ...draft, withRegulation: checked === true })}
      />
      {draft.withRegulation ? (
        <Field
          label={text.regulationLabel}
          required
          {...(isMissing ? { validationMessage: text.regulationMissing } : {})}
        >
          <Input
            value={draft.regulation}
            autoComplete="off"
            onChange={(_, { value }) => onChange({ ...draft, regulation: value })}
          />
        </Field>
      ) : null}
    </>
  );
}

/** The ready-made sets, and where the chosen one goes. */
export function SetsScreen({ board }: { readonly board: TimeBoard }): ReactElement {
  const look = useLook();
  const start = useTime();
  const [draft, setDraft] = useState(openedDraft);
  return (
    <>
      <ScreenTitle>{text.setsTitle}</ScreenTitle>
      <Text>{text.setsIntro}</Text>
      <Field label={text.setLabel}>
        <RadioGroup value={draft.set.key} onChange={(_, { value }) => setDraft(withSet(draft, value))}>
          {readyMadeSets.map((each) => (
            <Radio key={each.key} value={each.key} label={<SetWords set={each} />} />
          ))}
        </RadioGroup>
      </Field>
      <Target draft={draft} onChange={setDraft} sets={board.sets} />
      <Regulation draft={draft} onChange={setDraft} />
      <div className={look.actions}>
        <Button
          appearance="primary"
          icon={<CopyRegular />}
          disabled={!isReady(draft)}
          onClick={() => start((tasks) => tasks.sheets.copy(copyOf(draft)))}
        >
          {text.copyAction}
        </Button>
      </div>
    </>
  );
}
