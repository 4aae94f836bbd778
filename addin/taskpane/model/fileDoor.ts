/** The way a file leaves the pane: given to the service for a minute, for a pane inside Excel downloads nothing by itself. */
import type { FileRequest } from '../../../shared/contracts/fileSchemas.ts';
import { LARGEST_FILE_BYTES } from '../../../shared/contracts/fileTicket.ts';
import * as text from '../../../shared/messages/fr/vouchers/filesPane.ts';
import type { PaneDesk } from './desk.ts';
import { serviceNotice } from './notices.ts';

/** Characters given to the browser at once: it takes them as arguments. */
const CHUNK = 8_192;

export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Downloads what the service makes, and tells it where one is. */
export async function downloadFrom({ ports, store }: PaneDesk, name: string, request: FileRequest): Promise<void> {
  const ticket = await ports.service.file(request);
  if (ticket.ok) ports.download(ticket.value.path);
  const notice = ticket.ok
    ? ({ intent: 'success', text: text.downloaded(name) } as const)
    : serviceNotice(ticket.error);
  store.set({ notice });
}

/** Downloads bytes that were made here. */
export async function downloadBytes(desk: PaneDesk, name: string, bytes: Uint8Array): Promise<void> {
  if (bytes.length <= LARGEST_FILE_BYTES)
    return downloadFrom(desk, name, { kind: 'made', name, base64: base64(bytes) });
  desk.store.set({ notice: { intent: 'warning', text: text.tooLarge } });
}
