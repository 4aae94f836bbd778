import { useState, type ReactElement } from 'react';
import {
  Button,
  Checkbox,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  accountChoices,
  decided,
  natureChoices,
  proposals,
  withProposals,
  type ImpactGroup,
} from '../../../../../shared/flows/vouchers/wizard/impactChoices.ts';
import * as text from '../../../../../shared/messages/fr/vouchers/wizard.ts';
import { useLook } from '../../look.ts';
import { ImpactRows } from './ImpactRows.tsx';
import { Notes } from './Notes.tsx';
import { toldOf, useWizard } from './wizardContext.ts';

const useStyles = makeStyles({
  tools: {
    position: 'sticky',
    top: '-12px',
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 8px',
    padding: '4px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

function idsOf(groups: readonly ImpactGroup[]): string[] {
  return groups.flatMap(({ choices }) => choices.map(({ id }) => id));
}

/** « Impact des absences », « Impact des frais »: nothing is decided unless somebody does. */
export function ImpactsStep({ subject }: { readonly subject: 'accounts' | 'natures' }): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const { base, answers, told, answer } = useWizard();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const given = answers[subject];
  const choices = (subject === 'accounts' ? accountChoices : natureChoices)(base, answers);
  const all = idsOf(choices.groups);
  const offered = proposals(choices);
  const [deducted, spared] = [true, false].map((side) => [...offered.values()].filter((each) => each === side).length);
  const decide = (ids: readonly string[], deducts: boolean) => answer({ [subject]: decided(given, ids, deducts) });
  const select = (ids: readonly string[], isSelected: boolean) =>
    setSelected(isSelected ? new Set([...selected, ...ids]) : new Set([...selected].filter((id) => !ids.includes(id))));
  const decideSelection = (deducts: boolean) => {
    decide([...selected], deducts);
    setSelected(new Set());
  };
  const rows = { selected, onSelect: select, onDecide: decide };
  const notes = toldOf(told, subject);
  if (all.length === 0 && choices.apart.length === 0) return <Text>{text.noImpacts[subject]}</Text>;
  return (
    <div className={look.boxes} data-field={subject}>
      <Text>{text.impactIntro[subject]}</Text>
      {offered.size === 0 ? null : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{text.proposalSentence(deducted ?? 0, spared ?? 0)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => answer({ [subject]: withProposals(given, offered) })}>
              {text.fillProposals(offered.size)}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {all.length === 0 ? <Text>{text.noImpacts[subject]}</Text> : null}
      <div className={styles.tools} role="group" aria-label={text.selectionActions}>
        <Checkbox
          label={text.selectAll(all.length)}
          checked={
            selected.size > 0 && all.every((id) => selected.has(id)) ? true : selected.size > 0 ? 'mixed' : false
          }
          onChange={(_, { checked }) => select(all, checked === true)}
        />
        <Button size="small" disabled={selected.size === 0} onClick={() => decideSelection(true)}>
          {text.impactNames.deducts}
        </Button>
        <Button size="small" disabled={selected.size === 0} onClick={() => decideSelection(false)}>
          {text.impactNames.spares}
        </Button>
      </div>
      <div role="alert" className={styles.wrong}>
        <Notes notes={notes} />
      </div>
      <ImpactRows groups={choices.groups} isWrong={notes.length > 0} {...rows} />
      {choices.apart.length === 0 ? null : (
        <details>
          <summary>{text.apartTitle(idsOf(choices.apart).length)}</summary>
          <Text size={200}>{text.apartMeans}</Text>
          <ImpactRows groups={choices.apart} isWrong={false} {...rows} />
        </details>
      )}
    </div>
  );
}
