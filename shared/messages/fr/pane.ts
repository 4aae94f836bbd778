/** Sentences of the task pane. */
import type { ApplyReport } from '../../flows/apply.ts';
import type { Step } from '../../flows/ports.ts';
import type { Run } from '../../contracts/schemas.ts';
import { counted, grouped } from './words.ts';

export const appName = 'Passerelle';
export const starting = 'Ouverture de Passerelle…';
export const backHome = 'Retour';
export const cancel = 'Annuler';
export const retry = 'Réessayer';
export const settings = 'Réglages';

/* Service out of reach */
export const offlineTitle = 'Le service Passerelle ne répond pas';
export const offlineBody =
  'Vos feuilles restent utilisables. Relancez le service comme vous l’avez démarré (npm start, ou npm run excel pour Excel), puis réessayez.';
export const blockedBody =
  "Si le service tourne bien, le navigateur bloque peut-être l'accès au service local : dans la barre d'adresse, autorisez cette page à joindre les appareils du réseau local, puis réessayez.";
export const unexpectedTitle = 'Autre chose que Passerelle répond à cette adresse';
export function unexpectedBody(status: number): string {
  return `Réponse ${status} inattendue. Vérifiez que le service et le volet sont de la même version, puis réessayez.`;
}

/* Pairing */
export const pairingTitle = 'Relier ce volet au service';
export const pairingBody =
  'Un code est affiché dans la fenêtre où Passerelle tourne. Saisissez-le une fois : ce volet sera reconnu ensuite.';
export const pairingCode = 'Code affiché par le service';
export const pairingAction = 'Relier';

/* First connection */
export const connectTitle = 'Connecter un compte Lucca';
export const connectIntro =
  'Trois étapes : l’adresse de votre Lucca, une clé API, un essai. La clé reste sur cet ordinateur, jamais dans le classeur.';
export const accountLabel = 'Adresse de votre Lucca';
export const accountHint = 'Par exemple acme, ou https://acme.ilucca.net';
export const apiKeyLabel = 'Clé API';
export const apiKeyHint = 'Dans Lucca : Paramètres, Authentification, SSO et API, Clés API.';
export const rightsTitle = 'Ce que la clé doit pouvoir lire';
export const rights = [
  'Collaborateurs : consulter, y compris futurs et anciens collaborateurs',
  'Données personnelles : date de naissance, adresse, nationalité, champs de paie',
  'Contrats de travail et établissements',
  'Timmi Absences : consulter les absences de tous les établissements',
];
export const personalRecordsLabel = 'Application OAuth (facultatif)';
export const personalRecordsHint =
  'Si votre Lucca tient le numéro de sécurité sociale et l’IBAN dans le dossier personnel.';
export const clientIdLabel = 'Identifiant client';
export const clientSecretLabel = 'Secret client';
export const testAction = 'Essayer';
export const connectAction = 'Connecter';
export const demoOffer = 'Un compte fictif tourne sur cet ordinateur : son adresse et sa clé sont déjà saisies.';
export const accountMissing = "Saisissez l'adresse de votre Lucca.";
export const apiKeyMissing = 'Saisissez la clé API.';
export function testedWell(host: string, employees: number): string {
  return `${host} répond : ${counted(employees, 'personne visible', 'personnes visibles')} avec cette clé.`;
}
export function missingRights(names: readonly string[]): string {
  return `La clé ne semble pas pouvoir lire : ${names.join(', ')}. Complétez ses droits dans Lucca, ou continuez sans.`;
}

/* Home */
export const monthLabel = 'Mois de paie';
export const refreshAction = 'Actualiser';
export const reviewAction = 'Revoir';
export const employeesAction = 'Salariés';
export const absencesAction = 'Absences';
export const vouchersAction = 'Titres-restaurant';
export const timeAction = 'Temps de travail';
export const neverUpdated = 'Ce classeur ne contient pas encore de données de Lucca.';
export function dataFrom(date: string, time: string): string {
  return `données du ${date} à ${time}`;
}
export function staleData(days: number): string {
  return `Ces données ont ${counted(days, 'jour', 'jours')}. Actualisez avant de préparer la paie.`;
}
export function changesSince(changes: number): string {
  return changes === 0
    ? 'Aucun changement vu dans Lucca depuis votre dernière mise à jour'
    : `${counted(changes, 'changement', 'changements')} dans Lucca depuis votre dernière mise à jour`;
}
export function undecidedSince(undecided: number): string {
  return counted(undecided, 'différence attend votre décision', 'différences attendent votre décision');
}
export function nothingChanged(people: number): string {
  return `Rien n'a changé : le classeur est à jour (${counted(people, 'ligne comparée', 'lignes comparées')}).`;
}
export function nothingElse(rows: number): string {
  return `Aucune différence à revoir (${counted(rows, 'ligne comparée', 'lignes comparées')}), mais le classeur n'est peut-être pas à jour :`;
}
export function onlyIgnored(ignored: number): string {
  return `Rien de nouveau. ${counted(ignored, 'changement reste ignoré', 'changements restent ignorés')}.`;
}
export function unread(headings: readonly string[]): string {
  return `Non lus dans Lucca (droit absent ou champ non relié) : ${headings.join(', ')}.`;
}
export function runElsewhere(who: string, date: string, time: string): string {
  return `Une lecture de Lucca lancée par ${who} le ${date} à ${time} est en cours.`;
}
export const watchAction = 'La suivre';

/* Pulling and writing */
export const cancelling = 'Arrêt en cours…';
export const runCancelled = 'La lecture de Lucca a été arrêtée à votre demande. Les données précédentes sont intactes.';
export const runInterrupted =
  "La lecture de Lucca a été interrompue par l'arrêt du service. Les données précédentes sont intactes : relancez Actualiser.";
const runSteps: Readonly<Record<Run['step'], string>> = {
  starting: 'Connexion à Lucca…',
  establishments: 'Lecture des établissements…',
  employees: 'Lecture des salariés…',
  contracts: 'Lecture des contrats…',
  records: 'Lecture des dossiers personnels…',
  absences: 'Lecture des absences…',
  planning: 'Lecture des jours travaillés…',
  meals: 'Lecture des repas en note de frais…',
  time: 'Lecture des temps et des feuilles de temps…',
  saving: 'Enregistrement…',
  ended: 'Lecture terminée',
};
export function runStep(run: Run): string {
  if (run.waitingSeconds > 0 && run.waitingFor === 'fault')
    return `Lucca ne répond pas comme il faut : nouvel essai dans ${counted(run.waitingSeconds, 'seconde', 'secondes')}.`;
  if (run.waitingSeconds > 0)
    return `Lucca limite le nombre de lectures : reprise dans ${counted(run.waitingSeconds, 'seconde', 'secondes')}.`;
  return runSteps[run.step];
}
const flowSteps: Readonly<Record<Step, string>> = {
  connect: 'Connexion…',
  pull: 'Lecture de Lucca…',
  read: 'Lecture des données reçues…',
  compare: 'Comparaison avec le classeur…',
  journal: 'Préparation du journal…',
  write: 'Écriture dans les feuilles…',
  compute: 'Calcul du mois…',
  remember: 'Enregistrement de ce qui a été accepté…',
};
export function flowStep(step: Step): string {
  return flowSteps[step];
}
export function doneOf(done: number, total: number): string {
  return total > 0 ? `${grouped(done)} sur ${grouped(total)}` : done > 0 ? grouped(done) : '';
}
export function applied({ added, changed, deleted }: ApplyReport): string {
  const parts = [
    added > 0 ? counted(added, 'ligne ajoutée', 'lignes ajoutées') : '',
    changed > 0 ? counted(changed, 'cellule modifiée', 'cellules modifiées') : '',
    deleted > 0 ? counted(deleted, 'ligne supprimée', 'lignes supprimées') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'Vos choix sont enregistrés.' : `C'est écrit : ${parts.join(', ')}.`;
}
export function abandoned({ refused }: ApplyReport): string {
  return refused.length === 0
    ? 'La mise à jour interrompue est annulée : les feuilles sont revenues comme avant.'
    : 'La mise à jour interrompue est annulée, sauf là où vous avez changé quelque chose depuis.';
}
export const nothingToUndo = "Il n'y a rien à annuler.";
export function leftAlone(lines: number): string {
  return `${counted(lines, 'cellule ou ligne a changé entre-temps et a été laissée', 'cellules ou lignes ont changé entre-temps et ont été laissées')} en l'état.`;
}

/* A plan left open */
export const pendingTitle = 'Une mise à jour est restée inachevée';
export function pendingBody(date: string, time: string): string {
  return `Commencée le ${date} à ${time}, elle n'a pas pu être écrite jusqu'au bout. Reprenez-la, ou annulez-la pour revenir à l'état d'avant.`;
}
export const resumeAction = 'Reprendre';
export const abandonAction = 'Annuler la mise à jour inachevée';
export const otherAccountTitle = 'Ce classeur vient d’un autre compte Lucca';
export function otherAccountBody(account: string): string {
  return `Ses données viennent de ${account}. Ouvrez le classeur de ce compte-ci, ou reconnectez l'autre compte dans les réglages.`;
}
export const otherAccountMeanwhile =
  "Ce classeur a reçu entre-temps les données d'un autre compte Lucca : rien n'a été écrit. Actualisez pour revoir.";
export const tablesTitle = 'Un tableau ne peut pas être lu';

export const showCell = 'Voir dans la feuille';
export function moreFindings(count: number): string {
  return `et ${counted(count, 'autre point', 'autres points')}.`;
}

/* Settings */
export const connectionTitle = 'Compte Lucca';
export const disconnectAction = 'Déconnecter ce compte';
export const disconnectHint = 'La clé et les données lues sont effacées de cet ordinateur. Le classeur reste tel quel.';
export const disconnectConfirm = 'Confirmer la déconnexion';
export const templateAction = 'Télécharger un classeur modèle';
export const eveningEntry = 'Lecture du soir et messages';
export const runsEntry = 'Historique des lectures';
export const mailboxEntry = "Boîte aux lettres d'essai";
export const versionLabel = 'Version';

/* What stopped */
export const comparisonStopped = "La comparaison a été arrêtée à votre demande. Rien n'a été écrit.";
export const mirrorRestless =
  'Les données de Lucca changent pendant la comparaison. Attendez la fin de la lecture en cours, puis recommencez.';
export const lastRunFailed = (date: string, time: string, why: string) =>
  `La lecture de Lucca du ${date} à ${time} a échoué : ${why}`;
export const mailNotSent = (why: string) => `Le message de la dernière lecture n'est pas parti. ${why}`.trim();

export const departuresStopped =
  "Rien n'a été repris de cette lecture : trop de personnes y manquent d'un coup. À décider à l'accueil.";
export const paneActor = 'le volet Excel';
/** Where a line was left alone. */
export function linePlace(table: string, key: string, heading: string | undefined): string {
  return heading === undefined ? `${table}, ligne ${key}` : `${table}, ligne ${key}, colonne ${heading}`;
}

/* Where the pane cannot run */
export const notExcel = 'Cette page est le volet de Passerelle : ouvrez-la depuis Excel.';
export const tooOldExcel =
  'Cette version d’Excel est trop ancienne pour Passerelle. Mettez Office à jour, puis rouvrez le volet.';
