import type { ReactElement } from 'react';
import { Button, Link, Text, makeStyles } from '@fluentui/react-components';
import type { StartingPoint } from '../../../../../shared/tables/absences/readStartingPoint.ts';
import {
  firstRun,
  kept,
  leftAside,
  refiled,
  stoppagesAside,
} from '../../../../../shared/messages/fr/absences/transfer.ts';
import * as text from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { startingPointTable } from '../../../../../shared/tables/absences/startingPointTable.ts';
import { periodTopics } from '../../../../../shared/tables/periodsTable.ts';
import type { AbsenceTasks } from '../../../model/absences/absenceTasks.ts';
import type { Aside } from '../../../model/absences/transfer/transferState.ts';
import { useLook } from '../../look.ts';
import { run, usePane } from '../../paneContext.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', display: 'flex', flexDirection: 'column', rowGap: '4px' },
});

type Fate = keyof typeof leftAside;

/** Where something is to be done about it. */
const ways: Partial<
  Readonly<Record<Fate, { readonly label: string; readonly open: (tasks: AbsenceTasks) => Promise<void> }>>
> = {
  unbound: { label: text.toAccounts, open: (tasks) => tasks.accounts.open() },
  stoppage: { label: text.toStoppages, open: (tasks) => tasks.stoppages.open() },
};

/** From when absences are handled here, with the place to change it. */
function FirstRun({ from }: Pick<StartingPoint, 'from'>): ReactElement {
  const look = useLook();
  const pane = usePane();
  const place = { table: startingPointTable.name, key: periodTopics.absences, column: 'from' };
  return (
    <div className={look.card}>
      <Text>{firstRun(from)}</Text>
      <div className={look.row}>
        <Button size="small" onClick={() => run(pane.showPlace(place))}>
          {text.startingPlace}
        </Button>
      </div>
    </div>
  );
}

function textOf(fate: Fate, count: number, toType: number): string {
  return fate === 'stoppage' ? stoppagesAside(count, toType) : leftAside[fate](count);
}

function Fates({ aside, toType }: { readonly aside: Aside; readonly toType: number }): ReactElement {
  const styles = useStyles();
  const start = useAbsences();
  const fates = (Object.keys(leftAside) as Fate[]).filter(
    (fate) => (aside.fates[fate] ?? 0) > 0 || (fate === 'stoppage' && toType > 0),
  );
  const notes = [
    ...(aside.refiled === 0 ? [] : [refiled(aside.refiled)]),
    ...(aside.kept === 0 ? [] : [kept(aside.kept)]),
  ];
  if (fates.length + notes.length === 0) return <Text size={200}>{text.nothingAside}</Text>;
  return (
    <ul className={styles.list}>
      {fates.map((fate) => {
        const way = ways[fate];
        return (
          <li key={fate}>
            <Text size={200}>{textOf(fate, aside.fates[fate] ?? 0, toType)} </Text>
            {way ? (
              <Link as="button" inline onClick={() => start(way.open)}>
                <Text size={200}>{way.label}</Text>
              </Link>
            ) : null}
          </li>
        );
      })}
      {notes.map((note) => (
        <li key={note}>
          <Text size={200}>{note}</Text>
        </li>
      ))}
    </ul>
  );
}

interface AsideCardProps {
  readonly aside: Aside | null;
  /** Lines of « Arrêts à saisir » that ask something of the person. */
  readonly toType: number;
  readonly start: Pick<StartingPoint, 'from'>;
}

/** What the preparation left out, and why. */
export function AsideCard({ aside, toType, start }: AsideCardProps): ReactElement {
  const look = useLook();
  return (
    <section className={look.boxes} aria-label={text.asideTitle}>
      {aside?.isFirst ? <FirstRun from={start.from} /> : null}
      <ScreenTitle as="h3">{text.asideTitle}</ScreenTitle>
      {aside ? <Fates aside={aside} toType={toType} /> : <Text size={200}>{text.asideUnknown}</Text>}
    </section>
  );
}
