import type { ReactElement, ReactNode } from 'react';
import { Subtitle2, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ title: { margin: 0 } });

/** What the screen is about, under the name of the product. */
export function ScreenTitle({
  as = 'h2',
  children,
}: {
  readonly as?: 'h2' | 'h3';
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Subtitle2 as={as} className={useStyles().title}>
      {children}
    </Subtitle2>
  );
}
