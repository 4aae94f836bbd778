import type { ReactElement } from 'react';
import { Button, Input, Text } from '@fluentui/react-components';
import { ArrowSyncRegular, CheckmarkCircleRegular, SearchRegular } from '@fluentui/react-icons';
import type { SyncOutcome } from '../../../../../shared/domain/absences/reconcile.ts';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { viewOf, type ImportScreen as Screen } from '../../../model/absences/transfer/transferState.ts';
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

function means(outcome: SyncOutcome, view: ImportView | undefined): string {
  return view && view.state !== 'prepared' ? text.stateMeans[view.state] : text.outcomeMeans[outcome];
}

/** What there is to do, in plain words, heard when it changes. */
function Outcome({ view }: { readonly view: ImportView | undefined }): ReactElement {
  const look = useLook();
  const outcome = view?.outcome ?? 'nothing';
  const count = (direction: 'delete' | 'import') =>
    view?.lines.filter((line) => line.direction === direction).length ?? 0;
  const counts = text.outcomeCounts(count('delete'), count('import'));
  return (
    <div className={look.boxes} role="status">
      <div className={look.head}>
        {view ? null : <CheckmarkCircleRegular aria-hidden="true" fontSize={20} />}
        <ScreenTitle as="h3">{text.outcomeNames[outcome]}</ScreenTitle>
        {view ? <StateBadge view={view} /> : null}
      </div>
      {counts === '' ? null : <Text weight="semibold">{counts}</Text>}
      <Text>{means(outcome, view)}</Text>
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
  const look = useLook();
  const start = useAbsences();
  const view = viewOf(screen);
  const { period } = screen.board;
  const shifted = text.periodText(period);
  const isOpen = !view || view.state === 'prepared';
  return (
    <>
      <div className={look.titled}>
        <ScreenTitle>{text.importTitle(view?.month ?? period.month)}</ScreenTitle>
        {isOpen ? (
          <Button
            size="small"
            icon={<ArrowSyncRegular />}
            onClick={() => start((absences) => absences.transfer.prepare())}
          >
            {text.prepareAgainAction}
          </Button>
        ) : null}
      </div>
      {shifted === '' ? null : <Text size={200}>{shifted}</Text>}
      <Outcome view={view} />
      <FindingList findings={screen.aside?.findings ?? []} />
      {view && view.lines.length > SEARCHED ? <Search search={screen.search} /> : null}
      {view ? <ImportSteps screen={screen} view={view} /> : null}
      <ImportActions screen={screen} view={view} />
      {isOpen ? <AsideCard aside={screen.aside} start={screen.board.start} /> : null}
    </>
  );
}
