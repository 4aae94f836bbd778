import { makeTestFolder, opened, removeTestFolder } from './folder.ts';
import { storeContract } from './storeContract.ts';

storeContract('sealed files', async () => {
  const folder = await makeTestFolder();
  return { open: () => opened(folder), dispose: () => removeTestFolder(folder) };
});
