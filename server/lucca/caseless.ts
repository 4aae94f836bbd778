import { z } from 'zod';

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under `key`, whatever the case of its letters: `valueAt({Data: 1}, 'data')` → 1. */
export function valueAt(value: unknown, key: string): unknown {
  if (!isRecord(value)) return undefined;
  if (key in value) return value[key];
  const word = key.toLowerCase();
  const found = Object.keys(value).find((each) => each.toLowerCase() === word);
  return found === undefined ? undefined : value[found];
}

/**
 * An object as Lucca writes it: the letters' case is the server's (`isAM` or `isAm`, `legalEntityID`), unknown keys are ignored.
 * The result has the keys of `shape`, spelled as there.
 */
export function caseless<const S extends z.ZodRawShape>(shape: S) {
  const spelling = new Map(Object.keys(shape).map((key) => [key.toLowerCase(), key]));
  const respell = (raw: unknown): unknown => {
    if (!isRecord(raw)) return raw;
    const spelled: Record<string, unknown> = {};
    for (const key of Object.keys(raw)) {
      const known = spelling.get(key.toLowerCase());
      if (known !== undefined) spelled[known] = raw[key];
    }
    return spelled;
  };
  return z.preprocess(respell, z.object(shape));
}
