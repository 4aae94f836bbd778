/** The real pane, in a frame of its own, talking to the host of the workbook that is open. */
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { joinFrame } from '../bridge.ts';
import { paneName } from '../messages.ts';
import { useDesk } from './deskContext.ts';

export function PaneFrame(): ReactElement {
  const { host, key } = useDesk().open;
  const frame = useRef<HTMLIFrameElement>(null);
  // Before the frame has loaded anything, so that its first message is heard.
  useLayoutEffect(() => (frame.current ? joinFrame(frame.current, host) : undefined), [host]);
  return (
    <aside className="wb-pane" aria-label={paneName}>
      <iframe key={key} ref={frame} title={paneName} src="/workbench/taskpane.html" />
    </aside>
  );
}
