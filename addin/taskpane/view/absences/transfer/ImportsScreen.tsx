import type { ReactElement } from 'react';
import { Button, Text } from '@fluentui/react-components';
import type { ImportView, TransferBoard } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import * as text from '../../../../../shared/messages/fr/absences/importsPane.ts';
import { importName } from '../../../../../shared/messages/fr/absences/transferPane.ts';
import { filesAction } from '../../../../../shared/messages/fr/vouchers/filesPane.ts';
import { useLook } from '../../look.ts';
import { ScreenTitle } from '../../ScreenTitle.tsx';
import { useAbsences } from '../useAbsences.ts';
import { StateBadge } from './StateBadge.tsx';

function ImportCard({ view }: { readonly view: ImportView }): ReactElement {
  const look = useLook();
  const start = useAbsences();
  const { number, month, lines, isLocked } = view;
  const isGiven = lines.length > 0;
  const counts = text.journalCounts(view);
  return (
    <li className={look.card}>
      <div className={look.head}>
        <h3 className={look.title}>{importName(number, month)}</h3>
        <StateBadge view={view} />
      </div>
      {counts === '' ? null : <Text size={200}>{counts}</Text>}
      <div className={look.row}>
        <Button
          size="small"
          aria-label={text.openName(number)}
          onClick={() => start((tasks) => tasks.transfer.show(number))}
        >
          {text.openShort}
        </Button>
        {isGiven ? (
          <Button size="small" onClick={() => start((tasks) => tasks.files.open(number, isLocked))}>
            {filesAction}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** Each import of absences that the workbook remembers, the last first. */
export function ImportsScreen({ board: { imports } }: { readonly board: TransferBoard }): ReactElement {
  const look = useLook();
  return (
    <>
      <ScreenTitle>{text.journalTitle}</ScreenTitle>
      {imports.length === 0 ? <Text>{text.noImports}</Text> : null}
      <ul className={look.plain} aria-label={text.journalTitle}>
        {imports.map((each) => (
          <ImportCard key={each.number} view={each} />
        ))}
      </ul>
    </>
  );
}
