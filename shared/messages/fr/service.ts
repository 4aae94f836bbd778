/** What the service says to a person, in French: one function per sentence. Never a key, a token or a value of a person. */
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { ofMonth } from './words.ts';

export const hostRefused = () =>
  "Cette adresse n'est pas celle de Passerelle : ouvrez l'adresse affichée au démarrage, dans la fenêtre où Passerelle tourne.";

export const originRefused = () =>
  "Cette demande ne vient pas d'une page de Passerelle : elle a été refusée. Ouvrez le volet dans Excel, ou l'adresse affichée au démarrage.";

export const tokenMissing = () =>
  "Ce volet n'est pas, ou n'est plus, associé au service : saisissez le code affiché dans la fenêtre où Passerelle tourne.";

export const pairingRefused = () =>
  "Ce code n'est pas, ou n'est plus, valable : chaque code sert une fois et peu de temps. Le code à jour est affiché dans la fenêtre où Passerelle tourne.";

export const pairingTooOften = (f: { seconds: number }) =>
  `Trop d'essais. Attendez ${f.seconds} s avant de saisir un autre code.`;

export const routeUnknown = () =>
  "Cette adresse n'existe pas dans Passerelle. Ouvrez le volet dans Excel, ou l'adresse affichée au démarrage.";

export const bodyInvalid = (f: { field: string; why: string }) =>
  f.field === '' ? `Demande incorrecte. ${f.why}` : `Demande incorrecte, champ « ${f.field} ». ${f.why}`;

/** Fields that a person fills in, as their form names them. */
const typedFields: ReadonlyMap<string, string> = new Map([
  ['account', 'Compte Lucca'],
  ['apiKey', "Clé d'API"],
  ['oauth.clientId', "Identifiant de l'application"],
  ['oauth.clientSecret', "Secret de l'application"],
  ['code', "Code d'association"],
]);

/** Undefined for a field that no person fills in. */
export function typedSize(f: { field: string; size: 'short' | 'long' }): string | undefined {
  const name = typedFields.get(f.field);
  const what = f.size === 'short' ? 'il manque des caractères' : 'il y a trop de caractères';
  return name === undefined ? undefined : `« ${name} » : ${what}. Recopiez la valeur en entier, sans rien d'autre.`;
}

export const unknownKey = (name: string | undefined) =>
  name === undefined ? 'Elle contient un champ inconnu.' : `Elle contient un champ inconnu, « ${name} ».`;
export const bodyNotJson = () => 'Demande incorrecte : le contenu doit être du JSON lisible.';

export const bodyTooLarge = () => 'Demande trop volumineuse : 100 ko au plus, 6 Mo pour un fichier.';

export const bodyType = () => 'Le contenu doit être annoncé comme application/json, en UTF-8.';

export const internal = () =>
  'Passerelle a rencontré une erreur imprévue. Réessayez ; si elle revient, redémarrez le service.';

export const connectionUnknown = () => "Cette connexion n'existe plus : connectez de nouveau le compte Lucca.";

export const runUnknown = () => "Cette actualisation n'est plus connue du service : lancez-en une nouvelle.";

export const mirrorMissing = () => "Rien n'a encore été lu dans Lucca pour cette connexion : lancez une actualisation.";

export const ticketUnknown = () => 'Ce lien sert une seule fois, pendant une minute. Demandez de nouveau le fichier.';

export const runInProgress = (f: { startedBy: string; since: string }) =>
  `Une actualisation est déjà en cours, lancée par ${f.startedBy} à ${f.since}. Suivez-la, ou attendez qu'elle se termine.`;

export const receiptTaken = (f: {
  topic: 'vouchers' | 'time' | 'absences';
  scope: string;
  month: PlainMonth;
  step: 'validated' | 'ordered' | 'confirmed';
  by: string;
  since: string;
}) => {
  const what =
    f.topic === 'absences'
      ? `L'import d'absences ${ofMonth(f.month)} est déjà confirmé, ou ce mois clos,`
      : f.step === 'confirmed'
        ? `L'export de temps ${ofMonth(f.month)} est déjà confirmé`
        : `La commande ${ofMonth(f.month)} de « ${f.scope} » est déjà ${f.step === 'ordered' ? 'passée' : 'validée'}`;
  return `${what} dans une autre copie de ce classeur, depuis ${f.by}, le ${f.since}.`;
};

export const credentialsMissing = () =>
  "La clé d'API de cette connexion n'est plus enregistrée : connectez de nouveau le compte.";

export const accountMoved = (f: { account: string; host: string }) =>
  `Le compte « ${f.account} » ne désigne plus ${f.host}, où la clé a été vérifiée : rien n'a été envoyé. Connectez de nouveau le compte par son adresse complète.`;

export const runCancelled = () => "Actualisation annulée. Les données d'avant sont intactes.";

export const runStopped = () =>
  "Le service a été arrêté pendant l'actualisation. Les données d'avant sont intactes ; relancez l'actualisation.";

export const runFailedInside = () =>
  "L'actualisation a échoué dans Passerelle, pas dans Lucca. Les données d'avant sont intactes ; réessayez.";

export const runNotSaved = (f: { why: string }) => `L'actualisation n'a pas pu être enregistrée. ${f.why}`;

export const luccaCancelled = () =>
  "Lecture de Lucca interrompue : annulée, ou trop longue. Rien n'a été repris ; réessayez.";

export const luccaUnreachable = (f: { host: string }) =>
  `Impossible de joindre ${f.host}. Vérifiez l'adresse du compte et la connexion à internet, puis réessayez.`;

export const luccaNotLucca = (f: { host: string }) =>
  `Ce qui répond à l'adresse ${f.host} n'est pas Lucca. Vérifiez l'adresse du compte.`;

export const luccaWrongKey = () =>
  "Lucca refuse la clé d'API. Copiez-la de nouveau depuis Lucca ; une clé supprimée ou expirée ne sert plus.";

export const luccaWrongClient = () =>
  "Lucca refuse l'identifiant ou le secret de l'application (données personnelles). Copiez-les de nouveau depuis Lucca.";

export const luccaForbidden = (f: { call: string; right: string | undefined }) =>
  f.right === undefined
    ? `La clé ne permet pas de lire : ${f.call}. Demandez ce droit à l'administrateur Lucca.`
    : `La clé ne permet pas de lire : ${f.call}. Droit à demander à l'administrateur Lucca : ${f.right}.`;

export const luccaRateLimited = (f: { call: string; seconds: number | undefined }) =>
  f.seconds === undefined
    ? `Lucca limite le nombre de demandes (${f.call}). Réessayez dans une minute.`
    : `Lucca limite le nombre de demandes (${f.call}). Réessayez dans ${f.seconds} s.`;

export const luccaTimeout = (f: { call: string }) => `Lucca a mis trop de temps à répondre (${f.call}). Réessayez.`;

export const luccaServerError = (f: { call: string; status: number | undefined }) =>
  f.status === undefined
    ? `Lucca a répondu une erreur (${f.call}). Réessayez plus tard.`
    : `Lucca a répondu une erreur ${f.status} (${f.call}). Réessayez plus tard.`;

export const luccaBadReply = (f: { call: string }) =>
  `La réponse de Lucca est illisible ou incomplète (${f.call}). Rien n'a été repris ; réessayez.`;

export const luccaUnstable = (f: { call: string }) =>
  `Lucca changeait pendant la lecture (${f.call}). Réessayez dans quelques minutes.`;

export const waitingPage = () => ({
  title: 'Passerelle se prépare',
  text: "Les pages sont en cours de construction : moins d'une minute la première fois. Cette page s'ouvrira toute seule.",
});

export const servicePage = () => ({
  title: 'Passerelle fonctionne',
  text: "Ouvrez le volet Passerelle dans Excel : cette page n'a rien de plus à montrer.",
});

export const entitlementsOff = () =>
  "Ce service n'écrit rien dans Lucca : importez-y le fichier des repos, ou demandez à qui l'a installé de le permettre (PASSERELLE_LUCCA_WRITE=1).";

export const entitlementsUnsimulated = () =>
  "Ces lignes n'ont pas encore été simulées, ou ont changé depuis : simulez de nouveau, puis envoyez.";

export const entitlementsUncertain = () =>
  "L'envoi est parti et Lucca n'a pas répondu : les compteurs ont pu être crédités. Vérifiez dans Lucca avant de recommencer : un second envoi les créditerait deux fois.";
