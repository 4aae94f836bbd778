/** What the service says when it starts, or cannot. */

export const wholeNumber = (name: string, min: number, max: number) =>
  `${name} doit être un nombre entier, de ${min} à ${max}.`;

export const zeroOrOne = (name: string) => `${name} doit être 1 (oui) ou 0 (non).`;

export const month = (name: string, first: string, last: string) =>
  `${name} doit être un mois, de ${first} à ${last}, par exemple 2026-10.`;

export const oneOf = (name: string, values: readonly string[]) => `${name} doit être l'un de : ${values.join(', ')}.`;

export const bothOrNone = (one: string, other: string) =>
  `${one} et ${other} vont ensemble : donnez les deux fichiers, ou aucun.`;

export const bothOrNeither = (one: string, other: string) =>
  `${one} et ${other} vont ensemble : donnez les deux, ou aucun.`;

/** The value may hold a password: it is not repeated. */
export const smtpUrl = (name: string) =>
  `${name} doit être l'adresse d'un serveur de courrier, par exemple smtps://utilisateur:motdepasse@courrier.exemple.fr (un caractère spécial s'y écrit %40 pour @).`;

export const sender = (name: string) => `${name} doit être une adresse e-mail, par exemple paie@exemple.fr.`;

export const recipients = (name: string, most: number) =>
  `${name} doit être une liste d'adresses e-mail séparées par des virgules, ${most} au plus.`;

export const timeZone = (name: string) => `${name} doit être un fuseau horaire, par exemple Europe/Paris.`;

export const portTaken = (port: number) =>
  `Le port ${port} est déjà pris, peut-être par Passerelle elle-même dans une autre fenêtre. ` +
  `Fermez ce programme, ou choisissez un autre port avec la variable PORT, par exemple PORT=${port === 65_535 ? port - 1 : port + 1}.`;

export const portRefused = (port: number, reason: string) =>
  `Impossible d'écouter sur le port ${port} (${reason}). Choisissez un autre port avec la variable PORT.`;

export const certificateUnusable = (cert: string, key: string) =>
  `Le certificat HTTPS ne peut pas servir : vérifiez les fichiers « ${cert} » et « ${key} » (PASSERELLE_HTTPS_CERT, PASSERELLE_HTTPS_KEY).`;

export const tlsUnchecked = () =>
  "NODE_TLS_REJECT_UNAUTHORIZED=0 supprime le contrôle des certificats : la clé d'API pourrait être volée en chemin. " +
  "Retirez cette variable ; pour un certificat d'entreprise, donnez son fichier avec NODE_EXTRA_CA_CERTS.";

export const startFault = () =>
  "Passerelle n'a pas pu démarrer, à cause d'une erreur imprévue. Réessayez ; si elle revient, transmettez les lignes " +
  'affichées au-dessus : elles ne contiennent ni clé ni donnée personnelle.';

/** On a line of its own: programs look for it. */
export const address = (origin: string) => `Passerelle : ${origin}/`;

export const openWorkbench = () =>
  "Ouvrez cette adresse dans un navigateur : le classeur et le volet s'affichent. Cliquez sur « Connecter » : la première lecture part aussitôt.";

export const openExcel = () =>
  "Dans Excel, onglet « Passerelle », bouton « Ouvrir » : saisissez le code d'association dans le volet.";

export const pairingCode = (code: string, minutes: number) =>
  `Code d'association : ${code} (sert une fois, pendant ${minutes} minutes)`;

export const howToStop = () => 'Ctrl+C arrête le service.';

export const stopping = () => 'Arrêt du service…';
