/** The page's end of the conversation between Microsoft's client, in the pane's frame, and the fake host, in the page. */
import type { Host } from '../host/index.ts';
import { isEnvelope } from './envelope.ts';

/** Joins the frame to the host until the function answered is called. Anything from elsewhere is not listened to. */
export function joinFrame(frame: HTMLIFrameElement, host: Host): () => void {
  const hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || source !== frame.contentWindow) return;
    if (isEnvelope(data) && data.to === 'host') host.receive(data.text);
  };
  host.onMessage = (text) => frame.contentWindow?.postMessage({ to: 'client', text }, location.origin);
  window.addEventListener('message', hear);
  return () => {
    window.removeEventListener('message', hear);
    host.onMessage = undefined;
  };
}
