/** What goes between the page and the pane's frame: the JSON text of the client or of the host, and who it is for. */
export interface Envelope {
  readonly to: 'host' | 'client';
  readonly text: string;
}

export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { to, text } = message as Partial<Envelope>;
  return (to === 'host' || to === 'client') && typeof text === 'string';
}
