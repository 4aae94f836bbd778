import { afterEach, expect, test } from '@jest/globals';
import { storedToken } from '../../addin/taskpane/browserPorts.ts';

function browserWith(storage: () => Partial<Storage>): void {
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: storage });
}

afterEach(() => {
  storedToken.clear();
  Reflect.deleteProperty(globalThis, 'localStorage');
});

function useToken(): (string | null)[] {
  const seen = [storedToken.get()];
  storedToken.set('token');
  seen.push(storedToken.get());
  storedToken.clear();
  return [...seen, storedToken.get()];
}

test('the token is kept by the browser, and nothing else is', () => {
  const kept = new Map<string, string>();
  browserWith(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
  storedToken.set('token');
  expect([...kept]).toEqual([['passerelle.token', 'token']]);
  storedToken.clear();
  expect(kept.size).toBe(0);
  expect(useToken()).toEqual([null, 'token', null]);
});

test('a browser that forbids storage in a frame does not stop the pane: the token lasts as long as the page', () => {
  browserWith(() => {
    throw new Error('SecurityError');
  });
  expect(useToken()).toEqual([null, 'token', null]);
});
