import type { ReactElement } from 'react';
import { Input, Text } from '@fluentui/react-components';
import { CheckmarkCircleRegular, SearchRegular } from '@fluentui/react-icons';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { viewOf, type Aside, type ImportScreen as Screen } from '../../../model/absences/transfer/transferState.ts';
import { FindingList } from '../../FindingList.tsx';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';
import { AsideCard } from './AsideCard.tsx';
import { ImportActions } from './ImportActions.tsx';
import { ImportSteps } from './ImportSteps.tsx';
import { StateBadge } from './StateBadge.tsx';

/** Fewer lines than this are read without searching. */
const SEARCHED = 8;

/** What waits may become something to hand over once somebody has said more. */
function isWaiting(aside: Aside | null): boolean {
  return (aside?.fates.unbound ?? 0) + (aside?.fates.unknownPerson ?? 0) > 0;
}

function means(view: ImportView | undefined, aside: Aside | null): string {
  if (view && view.state !== 'prepared') return text.stateMeans[view.state];
  if (!view && isWaiting(aside)) return text.nothingYet;
  return text.outcomeMeans[view?.outcome ?? 'nothing'];
}

interface OutcomeProps {
  readonly view: ImportView | undefined;
  readonly aside: Aside | null;
}

/** What there is to do, in plain words, heard when it changes. */
function Outcome({ view, aside }: OutcomeProps): ReactElement {
  const look = useLook();
  const outcome = view?.outcome ?? 'nothing';
  const isTaken = view?.state === 'confirmed';
  const count = (direction: 'delete' | 'import') =>
    view?.lines.filter((line) => line.direction === direction).length ?? 0;
  const counts = isTaken
    ? text.doneCounts(view.deletionsDone, view.importsDone)
    : text.outcomeCounts(count('delete'), count('import'));
  return (
    <div className={look.boxes} role="status">
      <div className={look.head}>
        {view ? null : <CheckmarkCircleRegular aria-hidden="true" fontSize={20} />}
        <ScreenTitle as="h3">{(isTaken ? text.doneNames : text.outcomeNames)[outcome]}</ScreenTitle>
        {view ? <StateBadge view={view} /> : null}
      </div>
      {counts === '' ? null : <Text weight="semibold">{counts}</Text>}
      <Text>{means(view, aside)}</Text>
    </div>
  );
}

function Search({ search }: Pick<Screen, 'search'>): ReactElement {
  const start = useAbsences();
  return (
    <Input
      type="search"
      aria-label={text.searchLabel}
      placeholder={text.searchHint}
      contentBefore={<SearchRegular />}
      value={search}
      onChange={(_, { value }) => start((absences) => absences.transfer.search(value))}
    />
  );
}

/** What payroll is to be told of the month: one of four outcomes, its lines, and what becomes of them. */
export function ImportScreen({ screen }: { readonly screen: Screen }): ReactElement {
  const view = viewOf(screen);
  const { period } = screen.board;
  const shifted = text.periodText(period);
  const isOpen = !view || view.state === 'prepared';
  return (
    <>
      <ScreenTitle>{text.importTitle(view?.month ?? period.month)}</ScreenTitle>
      {shifted === '' ? null : <Text size={200}>{shifted}</Text>}
      <Outcome view={view} aside={screen.aside} />
      <FindingList findings={screen.aside?.findings ?? []} />
      {view && view.lines.length > SEARCHED ? <Search search={screen.search} /> : null}
      {view ? <ImportSteps screen={screen} view={view} /> : null}
      {view ? <ImportActions screen={screen} view={view} /> : null}
      {isOpen ? <AsideCard aside={screen.aside} toType={screen.toType} start={screen.board.start} /> : null}
      {view ? null : <ImportActions screen={screen} view={view} />}
    </>
  );
}
