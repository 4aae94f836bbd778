import type { ReactElement } from 'react';
import { Badge, type BadgeProps } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, HourglassRegular } from '@fluentui/react-icons';
import type { ImportView } from '../../../../../shared/flows/absences/transfer/transferBoard.ts';
import { importStates, type ImportState } from '../../../../../shared/tables/absences/importsTable.ts';

const looks: Readonly<
  Record<ImportState, { readonly color: NonNullable<BadgeProps['color']>; readonly icon: ReactElement }>
> = {
  prepared: { color: 'brand', icon: <HourglassRegular /> },
  confirmed: { color: 'success', icon: <CheckmarkRegular /> },
  abandoned: { color: 'subtle', icon: <DismissRegular /> },
  cancelled: { color: 'subtle', icon: <DismissRegular /> },
};

function since({ state, preparedAt, confirmedAt, endedAt }: ImportView): string {
  return state === 'prepared' ? preparedAt : state === 'confirmed' ? confirmedAt : endedAt;
}

/** `préparé 26/10/2026 20:12` */
export function StateBadge({ view }: { readonly view: ImportView }): ReactElement {
  return (
    <Badge appearance="tint" {...looks[view.state]}>
      {importStates[view.state]} {since(view)}
    </Badge>
  );
}
