/** Where `manifest.xml`, the one edited by hand, says that the pane is served. */
export const LOCAL_ORIGIN = 'https://localhost:3000';

/**
 * The manifest for a service at another address, `https://paie.exemple.fr`: the same one, with another origin.
 * Throws a French sentence when the address is not an https origin.
 */
export function deriveManifest(source: string, origin: string): string {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin || !origin.startsWith('https://')) {
    throw new Error(
      `« ${origin} » ne convient pas : il faut une adresse https sans chemin, comme https://paie.exemple.fr.`,
    );
  }
  return source.replaceAll(LOCAL_ORIGIN, origin);
}

/** Whether `derived` says what `source` says, its origin apart. */
export function differsOnlyByOrigin(source: string, derived: string, origin: string): boolean {
  return (
    derived.replaceAll(origin, LOCAL_ORIGIN) === source && (origin === LOCAL_ORIGIN || !derived.includes(LOCAL_ORIGIN))
  );
}
