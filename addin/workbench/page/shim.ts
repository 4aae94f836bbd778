/**
 * Runs in the pane's frame, after Microsoft's client and before the pane: gives the client what Excel gives around it,
 * and carries its messages to the fake host in the page. The pane does not know that it is there.
 */
import { installOffice } from '../host/officeShim.ts';
import type { Bridge, ClientScope } from '../host/officeShim.ts';
import { createRequirements } from '../host/requirements.ts';
import { isEnvelope } from './envelope.ts';

const PAIRING = 'passerelle-pairing';

function bridgeTo(page: Window): Bridge {
  const bridge: Bridge = {
    sendMessageToHost: (text) => page.postMessage({ to: 'host', text }, location.origin),
  };
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
    if (origin !== location.origin || source !== page) return;
    if (isEnvelope(data) && data.to === 'client') bridge.onMessageFromHost?.(data.text);
  });
  return bridge;
}

/** The page carries the pairing code, being the document that was asked for: the pane finds it as it would in its own. */
function takePairingCode(page: Window): void {
  const given = page.document.querySelector(`meta[name="${PAIRING}"]`);
  if (given) document.head.append(given.cloneNode());
}

const ui = {
  openBrowserWindow: (url: string): void => {
    window.open(url, '_blank', 'noopener');
  },
};

/** Keys that belong to the page are handed to it: F6 leaves the pane as it does in Excel. */
function handOver(event: KeyboardEvent): void {
  if (event.key !== 'F6') return;
  event.preventDefault();
  const { key, shiftKey } = event;
  window.parent.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, cancelable: true }));
}

const scope = window as unknown as ClientScope;
window.addEventListener('keydown', handOver, true);
takePairingCode(window.parent);
installOffice(scope, createRequirements(), { ui });
scope.OfficeExtension.HostBridge.init(bridgeTo(window.parent));
