import { useMemo, useRef, useState, type ReactElement } from 'react';
import { Button, Select, Text, makeStyles, tokens } from '@fluentui/react-components';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import {
  firstFilter,
  matchCounts,
  matchFilters,
  matchLines,
  unlinkedCount,
  type MatchLine,
} from '../../../model/people/matching/matchingRows.ts';
import type { MatchingScreen as Shown } from '../../../model/people/matching/matchingState.ts';
import { ArrowList } from '../../ArrowList.tsx';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { usePeople } from '../usePeople.ts';
import { MatchDetail } from './MatchDetail.tsx';
import { MatchRow } from './MatchRow.tsx';

const useStyles = makeStyles({
  list: { minHeight: '120px' },
  footer: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
  },
});

/** Who is who: what waits for an answer first, both sides side by side, then what is written. */
export function MatchingScreen({
  screen,
}: {
  readonly screen: Extract<Shown, { name: 'peopleMatching' }>;
}): ReactElement {
  const styles = useStyles();
  const look = useLook();
  const pane = usePane();
  const start = usePeople();
  const { compared } = screen;
  const counts = useMemo(() => matchCounts(compared), [compared]);
  const [filter, setFilter] = useState(() => firstFilter(compared));
  const lines = useMemo(() => matchLines(compared, filter), [compared, filter]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const applying = useRef<HTMLDivElement>(null);
  const active = lines.find(({ id }) => id === activeId) ?? lines[0] ?? null;
  const [picked, setPicked] = useState({ line: '', file: '' });
  const chosen =
    active?.candidates.find(({ id }) => picked.line === active.id && picked.file === id)?.id ?? active?.proposed;
  const { links, refusals } = compared.answers;
  const answers = links.size + refusals.length;
  const unlinked = unlinkedCount(compared);

  /** The answered line leaves the list: the next one takes its place. */
  const answer = (line: MatchLine, task: Parameters<typeof start>[0], told?: string) => {
    const at = lines.indexOf(line);
    setActiveId((lines[at + 1] ?? lines[at - 1])?.id ?? null);
    setSaid(told ?? text.answeredText(line.name, lines.length - 1));
    // The list leaves with its last line: the focus goes on to what comes next.
    if (lines.length === 1) applying.current?.querySelector('button')?.focus();
    start(task);
  };
  const confirm = (line: MatchLine, file: string | undefined) => {
    if (!line.match || line.match.state === 'linked') return;
    if (file !== undefined) answer(line, (people) => people.matching.confirm(line.id, file));
    else if (line.candidates.length > 0) setSaid(text.chooseFirst);
  };
  const refuse = (line: MatchLine, file: string | undefined) => {
    if (!line.match || line.match.state === 'linked') return;
    const [only, other] = line.candidates;
    const candidate = line.candidates.find(({ id }) => id === file) ?? (other ? undefined : only);
    if (candidate) answer(line, (people) => people.matching.refuse(line.id, candidate));
    else if (other) setSaid(text.chooseFirst);
  };
  const apply = async () => {
    const people = await pane.people();
    if (await people.matching.apply()) await pane.updates.review(true);
  };
  return (
    <>
      <ScreenTitle>{text.matchingAction}</ScreenTitle>
      <FindingList findings={compared.findings} />
      <Select
        aria-label={text.filterLabel}
        value={filter}
        onChange={(_, { value }) => setFilter(matchFilters.find((each) => each === value) ?? 'toConfirm')}
      >
        {matchFilters.map((each) => (
          <option key={each} value={each}>
            {text.filterNames[each](counts[each])}
          </option>
        ))}
      </Select>
      {lines.length === 0 ? (
        <Text>{text.emptyTexts[filter]}</Text>
      ) : (
        <ArrowList
          name="matching"
          className={styles.list}
          lines={lines}
          active={active}
          keyOf={(line) => line.id}
          height={44}
          label={text.linesLabel}
          hint={text.keysHint}
          whenEmpty=""
          isSelected={(line) => line === active}
          focus="start"
          onActive={(line) => setActiveId(line.id)}
          onClick={(line) => setActiveId(line.id)}
          keys={{
            Enter: () => active && confirm(active, chosen),
            ' ': () => active && confirm(active, chosen),
            Delete: () => active && refuse(active, chosen),
            Escape: () => run(pane.back()),
          }}
        >
          {(line) => <MatchRow line={line} />}
        </ArrowList>
      )}
      {active ? (
        <MatchDetail
          key={`${active.id} ${active.candidates.map(({ id }) => id).join()}`}
          line={active}
          compared={compared}
          chosen={chosen}
          onChoose={(file) => setPicked({ line: active.id, file })}
          onConfirm={(file) => confirm(active, file)}
          onRefuse={(file) => refuse(active, file)}
          onUnlink={() => {
            const { match } = active;
            if (match) answer(active, (people) => people.matching.unlink(match), text.unlinkedText(active.name));
          }}
          onRefuseAll={() => answer(active, (people) => people.matching.refuse(active.id, null))}
        />
      ) : null}
      <span className={look.heard} role="status">
        {said}
      </span>
      <div ref={applying} className={styles.footer}>
        <Text size={200}>{text.toWrite(counts.match + links.size, answers - unlinked, unlinked)}</Text>
        <Button appearance="primary" onClick={() => run(apply())}>
          {counts.match + answers > 0 ? text.applyAction : text.toReviewAction}
        </Button>
        <div className={look.row}>
          {answers > 0 ? (
            <Button size="small" onClick={() => start((people) => people.matching.forgetAnswers())}>
              {text.forgetAnswers}
            </Button>
          ) : null}
          <Button size="small" onClick={() => start((people) => people.matching.chooseFile())}>
            {text.otherFile}
          </Button>
        </div>
      </div>
    </>
  );
}
