import type { Host } from './host.ts';
import type { Requirements } from './requirements.ts';

/** What the genuine client leaves in the page, as far as the shim touches it. */
export interface ClientScope {
  Office: object;
  readonly OfficeExtension: {
    readonly HostBridge: { init(bridge: Bridge): void };
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
}

/** The seam of the client: it calls `sendMessageToHost` and sets `onMessageFromHost`. */
export interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

const HOST_INFO = { host: 'Excel', platform: 'OfficeOnline', addin: null };

/**
 * Puts `Office.onReady` and `Office.context` around the client, which has neither outside Office, and turns its
 * requirement-set gate on. `context` adds members to `Office.context` (`ui` for the page). `Office` is replaced and
 * not completed: assigning to its `context` is silently ignored.
 */
export function installOffice(scope: ClientScope, requirements: Requirements, context: object = {}): void {
  const { platform } = HOST_INFO;
  scope.Office = Object.create(scope.Office, {
    context: { value: { platform, displayLanguage: 'fr-FR', requirements, ...context } },
    onReady: {
      value: (callback?: (info: typeof HOST_INFO) => unknown) => {
        const ready = Promise.resolve(HOST_INFO);
        if (callback) void ready.then(callback);
        return ready;
      },
    },
    HostType: { value: { Excel: 'Excel' } },
  }) as object;
  scope.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
}

/** Joins the client to a host in the same realm. New contexts talk to this host; the one before hears no more of them. */
export function connectHost(scope: ClientScope, host: Pick<Host, 'receive' | 'onMessage'>): void {
  const bridge: Bridge = { sendMessageToHost: (text) => host.receive(text) };
  host.onMessage = (text) => bridge.onMessageFromHost?.(text);
  scope.OfficeExtension.HostBridge.init(bridge);
}
