/** `npm run excel`: the same service over https, where `manifest.xml` says that the pane is, and how to show it to Excel. */
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ensureCertificatesAreInstalled } from 'office-addin-dev-certs';
import { LOCAL_ORIGIN } from './manifest/derive.ts';
import { orSayWhy, serve } from './run/service.ts';
import { root } from './run/tools.ts';

/** Where the tool of Microsoft keeps the certificate of `localhost`. */
const authority = join(homedir(), '.office-addin-dev-certs', 'ca.crt');
const certificate = join(homedir(), '.office-addin-dev-certs', 'localhost.crt');
const key = join(homedir(), '.office-addin-dev-certs', 'localhost.key');

await orSayWhy(async () => {
  console.log('Passerelle se prépare pour Excel : environ une minute la première fois, quelques secondes ensuite.');
  await haveCertificate();
  await serve({
    PASSERELLE_DEMO: '1',
    ...process.env,
    PORT: new URL(LOCAL_ORIGIN).port,
    PASSERELLE_HTTPS_CERT: certificate,
    PASSERELLE_HTTPS_KEY: key,
  });
  console.log(howToLoad(join(root, 'manifest.xml')));
});

/** Makes the certificate and asks the system to trust it. Without that trust Excel refuses the pane, a browser only warns. */
async function haveCertificate(): Promise<void> {
  try {
    await ensureCertificatesAreInstalled();
  } catch {
    if (!existsSync(certificate) || !existsSync(key)) {
      throw new Error("Le certificat de développement n'a pas pu être créé : Excel exige https.");
    }
    console.log(
      `Le certificat n'est pas encore reconnu par ce système : faites confiance à la main à son autorité (${authority}).`,
    );
  }
  // The tool leaves it open to every user of the machine, and whoever has it may pass for this service.
  await chmod(key, 0o600);
}

/** What to do once, by system. `manifest` is the absolute path of the file. */
function howToLoad(manifest: string): string {
  const developer = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
  const folder = '~/Library/Containers/com.microsoft.Excel/Data/Documents/wef';
  return `
Pour montrer Passerelle à Excel, une seule fois :

  Windows          dans une invite de commandes, Excel fermé :
                   reg add ${developer} /v Passerelle /d "${manifest}" /f
  Mac              dans le Terminal, Excel fermé :
                   mkdir -p ${folder} && cp "${manifest}" ${folder}/
  Excel sur le web Accueil, Compléments, Plus de compléments, Mes compléments, Charger mon complément :
                   choisissez ${manifest}

Ouvrez ensuite Excel : onglet « Passerelle », bouton « Ouvrir ».`;
}
