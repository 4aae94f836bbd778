/** Bytes written straight into a connection: what no client would send by itself. */
import { connect } from 'node:net';

/** Everything the service answered by the time the connection ended; both ends give up after `longestMs`. */
export function talk(origin: string, text: string, longestMs = 3000): Promise<string> {
  return new Promise((resolve) => {
    let answered = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(text));
    const timer = setTimeout(() => socket.destroy(), longestMs);
    socket.on('data', (bytes: Buffer) => (answered += bytes.toString('utf8')));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(answered);
    });
  });
}

/** The status of the first answer; 0 when none came. */
export function statusIn(answered: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(answered)?.[1] ?? 0);
}
