import { useState, type ReactElement } from 'react';
import { Button, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { Candidate } from '../../../../../shared/domain/people/matching/matchable.ts';
import { displayed } from '../../../../../shared/domain/review/cell.ts';
import type { PayrollMatching } from '../../../../../shared/flows/people/matching/matchPayroll.ts';
import {
  differencesText,
  keysText,
  reasonText,
  secondFileText,
} from '../../../../../shared/messages/fr/employees/matching.ts';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import { hide, reveal } from '../../../../../shared/messages/fr/review.ts';
import { payrollListTable } from '../../../../../shared/tables/people/payrollListTable.ts';
import type { MatchLine } from '../../../model/people/matching/matchingRows.ts';
import { Confirm } from '../../Confirm.tsx';
import { run, usePane } from '../../paneContext.ts';
import { useQuestion } from '../../useQuestion.ts';
import { BothSides } from './BothSides.tsx';

const useStyles = makeStyles({
  detail: {
    flexShrink: 0,
    maxHeight: '45%',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '4px',
    padding: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface MatchDetailProps {
  readonly line: MatchLine;
  readonly compared: PayrollMatching;
  /** The file beside the person; undefined until one is chosen. */
  readonly chosen: string | undefined;
  readonly onChoose: (file: string) => void;
  readonly onConfirm: (file: string) => void;
  readonly onRefuse: (file: string) => void;
  readonly onRefuseAll: () => void;
  readonly onUnlink: () => void;
}

/** What decided, in words; never by colour alone. */
function Why({ candidate }: { readonly candidate: Candidate }): ReactElement {
  const { keys, shared, differences } = candidate;
  return (
    <>
      {keys.length > 0 || shared.length === 0 ? <Text size={200}>{text.agreesOn(keysText(keys))}</Text> : null}
      {shared.length > 0 ? <Text size={200}>{text.sharedOn(keysText(shared))}</Text> : null}
      {differences.length > 0 ? <Text size={200}>{text.differsOn(differencesText(differences))}</Text> : null}
    </>
  );
}

function nameOf({ reading }: PayrollMatching, file: string): string {
  const cells = reading.rows.get(file)?.cells ?? {};
  const parts = ['lastName', 'firstName'].map((key) => displayed(cells[key] ?? { blank: true }));
  return parts.filter((each) => each !== '').join(' ');
}

interface UnlinkProps {
  readonly name: string;
  readonly file: string;
  readonly onUnlink: () => void;
}

/** « Délier », asked once more before it is an answer. */
function Unlink({ name, file, onUnlink }: UnlinkProps): ReactElement {
  const { asking, ask, giveUp, place } = useQuestion();
  if (asking)
    return (
      <Confirm
        question={text.unlinkQuestion(name, file)}
        action={text.unlinkAction}
        onConfirm={onUnlink}
        onGiveUp={giveUp}
      >
        <Text size={200}>{text.unlinkMeans}</Text>
      </Confirm>
    );
  return (
    <span ref={place}>
      <Button size="small" onClick={ask}>
        {text.unlinkAction}
      </Button>
    </span>
  );
}

/** Why a person is where they are, or a file is nobody's. */
function reasonOf({ match, second }: MatchLine, candidate: Candidate | undefined): string {
  if (second) return secondFileText(second.line);
  if (!match) return text.goneInPayroll;
  return match.state === 'create' && !candidate ? text.createdLater : reasonText(match.reason, candidate);
}

/** One person beside the file that they may be: why, both sides, and the two answers. */
export function MatchDetail({ line, compared, chosen, ...on }: MatchDetailProps): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const [revealed, setRevealed] = useState(false);
  const { match, candidates } = line;
  const candidate = candidates.find(({ id }) => id === chosen);
  const mustChoose = candidates.length > 0 && line.proposed === undefined;
  const file = candidate?.id ?? (match ? undefined : line.id);
  const isAsked = match !== null && match.state !== 'linked' && candidate !== undefined;
  return (
    <section className={styles.detail} aria-label={line.name}>
      <Text>{reasonOf(line, candidate ?? candidates[0])}</Text>
      {mustChoose && !candidate ? <Text>{text.chooseFirst}</Text> : null}
      {candidates.length > 1 || mustChoose ? (
        <Select
          aria-label={text.candidateLabel}
          value={candidate?.id ?? ''}
          onChange={(_, { value }) => on.onChoose(value)}
        >
          {candidate ? null : <option value="">{text.noneChosen}</option>}
          {candidates.map((each) => (
            <option key={each.id} value={each.id}>
              {text.candidateName(each.id, nameOf(compared, each.id), keysText([...each.keys, ...each.shared]))}
            </option>
          ))}
        </Select>
      ) : null}
      {candidate ? <Why candidate={candidate} /> : null}
      <div className={styles.actions}>
        {isAsked ? (
          <>
            <Button size="small" onClick={() => on.onConfirm(candidate.id)}>
              {text.samePerson}
            </Button>
            <Button size="small" onClick={() => on.onRefuse(candidate.id)}>
              {text.notHer}
            </Button>
          </>
        ) : null}
        {match?.reason === 'sharedKey' && (candidates.length > 1 || mustChoose) ? (
          <Button size="small" onClick={on.onRefuseAll}>
            {text.noneOfThem}
          </Button>
        ) : null}
        <Button size="small" onClick={() => setRevealed(!revealed)}>
          {revealed ? hide : reveal}
        </Button>
        {file === undefined ? null : (
          <Button size="small" onClick={() => run(pane.showPlace({ table: payrollListTable.name, key: file }))}>
            {text.showLine}
          </Button>
        )}
        {match?.state === 'linked' && file !== undefined ? (
          <Unlink name={line.name} file={file} onUnlink={on.onUnlink} />
        ) : null}
      </div>
      <BothSides
        lucca={compared.reading.lucca.get(match?.luccaId ?? line.second?.luccaId ?? '') ?? {}}
        payroll={file === undefined ? {} : (compared.reading.rows.get(file)?.cells ?? {})}
        upTo={revealed ? 'secret' : 'open'}
      />
    </section>
  );
}
