import type { Response } from 'express';
import type { Fault } from './faults.ts';

/** Writes a JSON answer, spoilt by the fault that struck the request when it is one that spoils answers. */
export function answerJson(res: Response, body: unknown, status = 200, type = 'application/json'): void {
  const fault = res.locals.fault as Fault | undefined;
  const text = JSON.stringify(fault === undefined ? body : reshaped(fault, body));
  res.status(status).type(`${type}; charset=utf-8`);
  if (fault?.kind === 'truncated') {
    res.send(text.slice(0, Math.floor(text.length / 2)));
  } else if (fault?.kind === 'cut') {
    cutShort(res, text);
  } else {
    res.send(text);
  }
}

/** The odd envelopes that captures of the real account show. */
function reshaped(fault: Fault, body: unknown): unknown {
  const items = (body as { data?: { items?: unknown } }).data?.items;
  if (items === undefined) return body;
  if (fault.kind === 'dataAsArray') return { data: items };
  return fault.kind === 'itemsAtRoot' ? { items } : body;
}

/** Announces the whole body, sends half of it and drops the connection. */
function cutShort(res: Response, text: string): void {
  const bytes = Buffer.from(text);
  res.set('Content-Length', String(bytes.length));
  res.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => {
    res.destroy();
  });
}

/** Answers, or leaves unanswered, a request struck by a fault that needs no data; false when the request goes on. */
export function strikeDown(res: Response, fault: Fault): boolean {
  switch (fault.kind) {
    case 'status':
      if (fault.retryAfter !== undefined) res.set('Retry-After', fault.retryAfter);
      res.status(fault.status).json({ Status: fault.status, Message: 'Fault on demand' });
      return true;
    case 'rawText':
      res.status(400).set('Content-Type', 'application/json').end('Query parameter is invalid');
      return true;
    case 'html':
      res.status(200).type('html').send('<!doctype html><title>Maintenance</title><p>Maintenance en cours</p>');
      return true;
    case 'reset':
      res.socket?.resetAndDestroy();
      return true;
    case 'stall':
      return true;
    default:
      return false;
  }
}
