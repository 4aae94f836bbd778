/** The fictional account behind a front that remembers its answers and spoils one of them: many pulls at the price of one. */
import type { ServerResponse } from 'node:http';
import type { Demo } from '../../server/demo/index.ts';
import { serve, type Served } from './support.ts';

export const SPOILS = ['408', '429', '503', 'html', 'truncated', 'cut', 'reset', 'stall'] as const;
export type Spoil = (typeof SPOILS)[number];

export interface Replay extends Served {
  /** From now on, the request that comes `nth` is spoilt, once; zero spoils none. */
  spoil(nth: number, how: Spoil): void;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function send(res: ServerResponse, { status, type, text }: Answer): void {
  res.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

function spoilt(res: ServerResponse, how: Spoil, answer: Answer): void {
  const half = answer.text.slice(0, answer.text.length / 2);
  switch (how) {
    case '408':
    case '429':
    case '503':
      res.writeHead(Number(how), { 'retry-after': '7', 'content-type': 'application/json' }).end('{"Status":0}');
      return;
    case 'html':
      res.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Maintenance</title>');
      return;
    case 'truncated':
      send(res, { ...answer, text: half });
      return;
    case 'cut':
      res.writeHead(200, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.text) });
      res.write(half, () => res.destroy());
      return;
    case 'reset':
      res.socket?.resetAndDestroy();
      return;
    case 'stall':
      return;
  }
}

export async function startReplay(demo: Demo): Promise<Replay> {
  const answers = new Map<string, Promise<Answer>>();
  let left = 0;
  let spoil: Spoil = 'reset';

  async function ask(url: string, method: string, authorization: string, body: Promise<string>): Promise<Answer> {
    const headers = {
      authorization,
      'api-version': '2024-11-01',
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    };
    const response = await fetch(`${demo.origin}${url}`, {
      method,
      headers,
      ...(method === 'POST' ? { body: await body } : {}),
    });
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  }

  const served = await serve((req, res) => {
    const how = (left -= 1) === 0 ? spoil : undefined;
    const { url = '', method = 'GET' } = req;
    const body = new Promise<string>((resolve) => {
      let text = '';
      req.on('data', (chunk: Buffer) => (text += chunk.toString())).on('end', () => resolve(text));
    });
    const known = answers.get(url) ?? ask(url, method, req.headers.authorization ?? '', body);
    answers.set(url, known);
    void known.then((answer) => (how === undefined ? send(res, answer) : spoilt(res, how, answer)));
  });
  return {
    ...served,
    spoil(nth, how) {
      left = nth;
      spoil = how;
    },
  };
}
