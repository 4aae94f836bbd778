import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import type { TimeBoard } from '../../model/worktime/timeState.ts';
import { useLook } from '../look.ts';
import { ScreenTitle } from '../ScreenTitle.tsx';
import { ExportCard } from './ExportCard.tsx';

/** The life of each export of hours. */
export function ExportsScreen({ board }: { readonly board: TimeBoard }): ReactElement {
  const look = useLook();
  return (
    <>
      <ScreenTitle>{text.exportsTitle}</ScreenTitle>
      {board.exports.length === 0 ? <Text>{text.noExports}</Text> : null}
      <ul className={look.plain} aria-label={text.exportsTitle}>
        {board.exports.map((each) => (
          <ExportCard key={`${each.number} ${each.state}`} line={each} />
        ))}
      </ul>
    </>
  );
}
