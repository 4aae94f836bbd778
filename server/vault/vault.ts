/** The secrets of connections. Each value is sealed by itself, for its connection and its field, inside a sealed file. */
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import type { Result } from '../../shared/domain/result.ts';
import { removeLeftovers } from '../sealed/durableFile.ts';
import { mutationQueue } from '../sealed/mutationQueue.ts';
import { seal, subkey, unseal } from '../sealed/seal.ts';
import type { SealedFiles } from '../sealed/sealedFile.ts';
import { folderNameOf, openSealedFolder, type SealedFolder, type SealedFolderOptions } from '../sealed/sealedFolder.ts';
import { damagedError, type StoreError } from '../sealed/storeError.ts';

export type CredentialField = 'apiKey' | 'clientId' | 'clientSecret';
export type Credentials = Readonly<Partial<Record<CredentialField, string>>>;

/** Rejects with `StoreError`. Nothing it throws holds a secret. */
export interface Vault {
  /** Replaces all that was kept for the connection, at once. */
  put(connectionId: string, credentials: Credentials): Promise<void>;
  /** Opens that one value; null when it is not kept. */
  get(connectionId: string, field: CredentialField): Promise<string | null>;
  forget(connectionId: string): Promise<void>;
  /** Waits for what is being written and gives the folder back to another process. */
  close(): Promise<void>;
}

/** Sealed values, in base64. */
type SealedCredentials = Partial<Record<CredentialField, string>>;

const CONNECTIONS = 'connections';

/** One process at a time, like the store. */
export function openVault(options: SealedFolderOptions): Promise<Result<Vault, StoreError>> {
  return openSealedFolder(options, 'vault', async (sealed) => {
    await removeLeftovers(join(options.folder, CONNECTIONS));
    return vaultOver(sealed, subkey(options.key, 'credentials'));
  });
}

function vaultOver(sealed: SealedFolder, key: KeyObject): Vault {
  const { files } = sealed;
  const changes = mutationQueue();
  return {
    async put(connectionId, credentials) {
      const values: SealedCredentials = {};
      for (const [field, value] of Object.entries(credentials) as [CredentialField, string][]) {
        values[field] = seal(key, Buffer.from(value), boundTo(connectionId, field)).toString('base64');
      }
      await changes.run(() => files.write(pathOf(connectionId), [JSON.stringify(values)]));
    },
    get: (connectionId, field) => open(files, key, connectionId, field),
    async forget(connectionId) {
      await changes.run(() => files.remove(pathOf(connectionId)));
    },
    async close() {
      await changes.close();
      await sealed.release();
    },
  };
}

async function open(
  files: SealedFiles,
  key: KeyObject,
  connectionId: string,
  field: CredentialField,
): Promise<string | null> {
  const text = await files.read(pathOf(connectionId));
  const sealed = text && (JSON.parse(text.toString('utf8')) as SealedCredentials)[field];
  if (!sealed) return null;
  const opened = unseal(key, Buffer.from(sealed, 'base64'), boundTo(connectionId, field));
  if (!opened.ok) throw damagedError(pathOf(connectionId));
  return opened.value.toString('utf8');
}

/** As JSON, so that no two pairs give the same text. */
function boundTo(connectionId: string, field: CredentialField): string {
  return JSON.stringify([connectionId, field]);
}

function pathOf(connectionId: string): string {
  return `${CONNECTIONS}/${folderNameOf(connectionId)}`;
}
