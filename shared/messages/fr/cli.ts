/** What the command line says, but its help. Sentences it shares with the pane are in `pane.ts`, `book.ts` and `findings.ts`. */
import { counted } from './words.ts';

export const unknownCommand = (command: string) => `Commande inconnue : ${command}. « passerelle --help » les montre.`;
export const unknownOption = (option: string) =>
  `Option inconnue ou mal écrite : ${option}. « passerelle --help » les montre.`;
export const otherCommandOption = (option: string, command: string) =>
  `L'option ${option} ne va pas avec la commande ${command}. « passerelle --help » montre lesquelles.`;
export const optionWithoutValue = (option: string) => `L'option ${option} attend une valeur.`;
export const optionTakesNoValue = (option: string) => `L'option ${option} s'écrit seule, sans valeur.`;
export const optionTwice = (option: string) => `L'option ${option} est donnée deux fois : gardez-en une.`;
export const optionNeeds = (option: string, other: string) => `L'option ${option} ne sert qu'avec ${other}.`;
export const optionsApart = (one: string, other: string) => `Les options ${one} et ${other} ne vont pas ensemble.`;
export const missingOption = (option: string) => `Il manque l'option ${option}.`;
export const wrongOption = (option: string, expected: string) => `L'option ${option} doit être ${expected}.`;
export const oneMonth = 'un seul mois, par exemple 2026-10';
export const aMonth = 'un mois, par exemple 2026-10';
export const aPayMonth = (first: string, last: string) =>
  `un mois de ${first} (premier mois payé en euros) à ${last}, par exemple 2026-10`;
export const acceptValues = '« all » ou « none »';
export const aFile = (extension: string) => `un nom de fichier qui finit par ${extension}`;
export const aPort = 'un numéro de port, de 0 à 65535';
export const tooManyWords = (word: string) =>
  `« ${word} » est de trop. Les noms de fichiers qui ont des espaces s'écrivent entre guillemets.`;

export const keyOnCommandLine =
  'La clé donnée par --key se lit dans la liste des programmes. Préférez PASSERELLE_API_KEY ou --key-file.';
export const keyFileUnreadable = (file: string) => `Le fichier de clé ${file} ne peut pas être lu, ou il est vide.`;
export const askKey = (account: string) => `Clé API Lucca de ${account} (la saisie ne s'affiche pas) : `;
export const keyMissing = (account: string) =>
  `Il manque la clé API de ${account} : donnez-la par PASSERELLE_API_KEY ou --key-file.`;
export const clientSecretMissing = 'Avec --client-id, le secret est attendu dans PASSERELLE_CLIENT_SECRET.';
export const clientForgotten = (account: string) =>
  `Le compte ${account} est connecté avec une application OAuth, que cette clé seule remplacerait : ajoutez --client-id, ou relancez sans clé pour garder la connexion.`;
export const accountUnknown = (account: string) =>
  `Ce service ne connaît pas le compte ${account}. Donnez l'adresse (--service) ou le dossier (--data) de celui avec lequel la commande a été validée.`;
export const accountMissing =
  'Il manque --account : ce classeur ne vient encore d’aucun compte. « --account demo » essaie avec le compte fictif.';

export const serviceAddress = 'une adresse comme http://localhost:3000 (http sur cet ordinateur, https ailleurs)';
export const serviceFolderBusy = (why: string) =>
  `${why}
Vous pouvez aussi passer par elle : ajoutez « --service » et l'adresse qu'elle affiche (« Passerelle : http://localhost:3000/ »).
Ou essayer à part, avec d'autres données : ajoutez « --data essai ».`;
export const codeShown =
  "Le service affiche un code d'association dans la fenêtre où il tourne : relancez avec « --code » suivi de ce code (il sert une fois), ou avec --token-file.";
export const askCode = "Code d'association, affiché dans la fenêtre où le service tourne : ";
export const tokenKept = (file: string) =>
  `Le fichier ${file} existe déjà. S'il garde un jeton, donnez-le sans --code ; sinon, choisissez un autre nom.`;
export const tokenRefused =
  "Le service ne reconnaît pas ce jeton. Donnez --code, avec le code d'association affiché dans la fenêtre où il tourne.";
export const nobodyAt = (address: string) =>
  `Aucun service Passerelle ne répond à l'adresse ${address}. « passerelle serve » en lance un ; sans --service, la commande lance le sien.`;
export const howToPull = (address: string, account: string) =>
  `Ce code sert à « passerelle pull --workbook classeur.xlsx --account ${account} --service ${address} --code … ».`;
export const portByOption = "Avec cette commande, l'option --port le choisit aussi.";

export const andMore = (count: number) => `  … et ${counted(count, 'autre', 'autres')}`;
export const readNow = (people: number) => `Lucca est lu : ${counted(people, 'personne', 'personnes')}.`;
export const created = (file: string) => `Classeur créé : ${file}`;
export const notCreated = (file: string) => `Le classeur ${file} n'a pas été créé.`;
export const isFolder = (path: string, extension: string) =>
  `« ${path} » est un dossier : donnez le nom d'un fichier ${extension}.`;
export const noFolder = (folder: string) =>
  `Le dossier « ${folder} » n'existe pas. Créez-le, ou vérifiez le chemin du fichier.`;
export const noFile = 'Aucun fichier n’est écrit : corrigez d’abord ce qui suit.';
export const saved = (file: string) => `Enregistré : ${file}`;

export const accountForgotten = (account: string) =>
  `Ce classeur ne contient plus de données de Lucca, et ne retient donc plus le compte ${account} : donnez-le de nouveau à la prochaine lecture, avec --account.`;
export const nothingPending = "Il n'y a pas de mise à jour inachevée.";
export const resumed = 'La mise à jour inachevée est écrite.';
export const resumeFirst = '« passerelle resume » la reprend, « passerelle abandon » l’annule.';

export const alreadyThere = (file: string) =>
  `Le fichier ${file} existe déjà : choisissez un autre nom, rien n'a été écrit.`;
const otherFolder = 'donnez un autre dossier avec --out';
/** `mayForce`: the command takes --force. */
export const filesThere = (names: readonly string[], mayForce: boolean) =>
  `${names.length === 1 ? 'Ce fichier existe déjà' : 'Ces fichiers existent déjà'} : ${names.join(', ')}. Rien n'a été écrit : ${mayForce ? `ajoutez --force, ou ${otherFolder}` : otherFolder}.`;
export const notWritable = (file: string) => `Le fichier ${file} ne peut pas être écrit à cet endroit.`;
export const unknownTable = (name: string, names: readonly string[]) =>
  `Il n'y a pas de table « ${name} ». Tables : ${names.join(', ')}.`;
export const tableAbsent = (name: string) => `Le classeur n'a pas encore la table « ${name} ».`;
export const rowsOf = (name: string, rows: number) => `${name} : ${counted(rows, 'ligne', 'lignes')}`;
export const notYet = (name: string) => `${name} : pas encore créée`;
export const allWell = 'Tout se lit. Rien à corriger.';
export const toCorrect = (count: number) => `${counted(count, 'point', 'points')} à voir.`;
export const personFinding = (person: string, sentence: string) => `  ${person} : ${sentence}`;
export const toSee = (count: number) => `${counted(count, 'point', 'points')} à voir :`;
export const findingAt = (sheet: string, address: string, sentence: string) => `  ${sheet}!${address} : ${sentence}`;

export const sheetsCreated = (titles: readonly string[]) =>
  `${titles.length < 2 ? 'Feuille créée' : 'Feuilles créées'} : ${titles.join(', ')}.`;
export const sheetsReady = 'Les feuilles sont prêtes.';
export const rowsBrought = (count: number) => `${counted(count, 'ligne apportée', 'lignes apportées')} de Lucca.`;
export const missingRights = (rights: readonly string[]) => `Il manque à la clé : ${rights.join(', ')}.`;

export const stopping = 'Arrêt en cours… (Ctrl+C encore pour quitter tout de suite)';
export const stoppedAtRequest = 'Arrêté à votre demande.';
export const stopped = `${stoppedAtRequest} Le classeur n'a pas été modifié.`;
export const unexpected = (message: string) => `Erreur imprévue : ${message}`;
export const actor = 'la ligne de commande';
