/** The one secret from which everything on disk is sealed. It is held as a `KeyObject`, which never prints its bytes. */
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Stats } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import {
  keyFileNotRegular,
  keyFileReadableByOthers,
  keyFileUnusable,
  keyNotEncoded,
  keyTooSimple,
  keyWrongLength,
} from '../../shared/messages/fr/storage.ts';
import { createFile, makeFolder, reasonOf } from '../sealed/durableFile.ts';
import { parseKey, type KeyTextError } from './keyText.ts';

/** Any right of the group or of everyone. Windows keeps rights elsewhere. */
const OTHERS = 0o077;

/** Why the service must not start. `sentence` is French, names the source, never the key. */
export interface MasterKeyError {
  readonly code: KeyTextError['code'] | 'notRegular' | 'readableByOthers' | 'unusable';
  readonly sentence: string;
}

export interface MasterKeySource {
  /** `PASSERELLE_KEY`, base64 or hexadecimal; blank or undefined: the file is used. */
  readonly environmentKey: string | undefined;
  /** Created at the first start, mode 0600. */
  readonly keyFile: string;
}

/** The key of the environment, else of the file, which is created with a random key when there is none. */
export async function loadMasterKey(source: MasterKeySource): Promise<Result<KeyObject, MasterKeyError>> {
  const given = source.environmentKey?.trim();
  if (given) return keyFrom(given, 'PASSERELLE_KEY');
  try {
    return await keyOfFile(source.keyFile);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === undefined) throw error;
    return fail({ code: 'unusable', sentence: keyFileUnusable(source.keyFile, reason) });
  }
}

async function keyOfFile(file: string): Promise<Result<KeyObject, MasterKeyError>> {
  const found = (await kindOf(file)) ?? (await createKeyFile(file));
  if (!found.isFile()) return fail({ code: 'notRegular', sentence: keyFileNotRegular(file) });
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    return fail({ code: 'readableByOthers', sentence: keyFileReadableByOthers(file) });
  }
  return keyFrom(await readFile(file, 'utf8'), `« ${file} »`);
}

/** Null when there is none. A key that is there may lie in a folder where nothing can be written. */
async function kindOf(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Two first starts at once end up with one key: the file of the slower one is not made. */
async function createKeyFile(file: string): Promise<Stats> {
  await makeFolder(dirname(file));
  await createFile(file, `${randomBytes(32).toString('base64')}\n`);
  return stat(file);
}

function keyFrom(text: string, source: string): Result<KeyObject, MasterKeyError> {
  const parsed = parseKey(text);
  if (parsed.ok) return ok(createSecretKey(parsed.value));
  return fail({ code: parsed.error.code, sentence: sentenceOf(parsed.error, source) });
}

function sentenceOf(error: KeyTextError, source: string): string {
  switch (error.code) {
    case 'notEncoded':
      return keyNotEncoded(source);
    case 'wrongLength':
      return keyWrongLength(source, error.bytes);
    case 'tooSimple':
      return keyTooSimple(source);
  }
}
