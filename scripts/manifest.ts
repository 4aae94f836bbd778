/** `npm run manifest -- https://paie.exemple.fr` writes the manifest of a service served from there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deriveManifest } from './manifest/derive.ts';

const [origin] = process.argv.slice(2);
try {
  if (origin === undefined)
    throw new Error("Indiquez l'adresse du service : npm run manifest -- https://paie.exemple.fr");
  const derived = deriveManifest(readFileSync('manifest.xml', 'utf8'), origin);
  mkdirSync('build', { recursive: true });
  writeFileSync('build/manifest.xml', derived);
  console.log('Écrit : build/manifest.xml');
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
