/** Everything the service keeps on disk, opened together and closed together. */
import { join } from 'node:path';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../shared/domain/calendar/plainDate.ts';
import type { SavedToken, TokenMemory } from '../http/access.ts';
import type { CredentialVault } from '../http/ports.ts';
import { StartError } from '../listen.ts';
import type { LuccaCredentials } from '../lucca/connector.ts';
import { mutationQueue } from '../sealed/mutationQueue.ts';
import { sealedFiles } from '../sealed/sealedFile.ts';
import { subkey } from '../sealed/seal.ts';
import { StoreError } from '../sealed/storeError.ts';
import { openFileStore } from '../store/fileStore.ts';
import type { Store } from '../store/store.ts';
import { loadMasterKey, type MasterKeySource } from '../vault/masterKey.ts';
import { openVault, type Vault } from '../vault/vault.ts';

export interface Memory {
  readonly store: Store;
  readonly vault: CredentialVault;
  readonly credentials: (connectionId: string) => Promise<LuccaCredentials | null>;
  readonly tokens: TokenMemory;
  close(): Promise<void>;
}

export interface MemoryOptions {
  readonly folder: string;
  readonly keySource: MasterKeySource;
  readonly now: () => Instant;
}

const tokensSchema = z.array(z.strictObject({ digest: z.string(), kind: z.enum(['typed', 'page']) }));

/** Throws `StartError` when the key is not good, another process holds the folder, or a file is damaged. */
export async function openMemory({ folder, keySource, now }: MemoryOptions): Promise<Memory> {
  const key = await loadMasterKey(keySource);
  if (!key.ok) throw new StartError(key.error.sentence);
  const store = await openFileStore({ folder: join(folder, 'mirror'), key: key.value, now });
  if (!store.ok) {
    const { code, message } = store.error;
    throw new StartError(message, code === 'locked' ? 'folderInUse' : undefined);
  }
  const vault = await openVault({ folder: join(folder, 'vault'), key: key.value, now });
  if (!vault.ok) {
    await store.value.close();
    throw new StartError(vault.error.message);
  }
  const tokens = tokenMemory(folder, key.value);
  return {
    store: store.value,
    vault: credentialVault(vault.value),
    credentials: (connectionId) => readCredentials(vault.value, connectionId),
    tokens,
    async close() {
      await tokens.close();
      await vault.value.close();
      await store.value.close();
    },
  };
}

function credentialVault(vault: Vault): CredentialVault {
  return {
    save: (connectionId, { apiKey, oauth }) => vault.put(connectionId, { apiKey, ...oauth }),
    remove: (connectionId) => vault.forget(connectionId),
  };
}

async function readCredentials(vault: Vault, connectionId: string): Promise<LuccaCredentials | null> {
  const apiKey = await vault.get(connectionId, 'apiKey');
  const clientId = await vault.get(connectionId, 'clientId');
  const clientSecret = await vault.get(connectionId, 'clientSecret');
  if (apiKey === null) return null;
  return clientId === null || clientSecret === null ? { apiKey } : { apiKey, oauth: { clientId, clientSecret } };
}

/** Digests of tokens, in one sealed file. A damaged one unpairs everybody: a code puts it right, so it never stops a start. */
function tokenMemory(folder: string, masterKey: KeyObject): TokenMemory & { close(): Promise<void> } {
  const path = 'access/tokens';
  const files = sealedFiles(folder, subkey(masterKey, 'store'));
  const writings = mutationQueue();
  return {
    async load(): Promise<readonly SavedToken[]> {
      try {
        const text = await files.read(path);
        return text ? tokensSchema.parse(JSON.parse(text.toString('utf8'))) : [];
      } catch (error) {
        if (error instanceof StoreError && error.code === 'damaged') return [];
        throw error;
      }
    },
    close: () => writings.close(),
    save: (tokens) => writings.run(() => files.write(path, [JSON.stringify(tokens)])),
  };
}
