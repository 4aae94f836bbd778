/** The reading of the evening, its mail and the history of readings, in the pane. */
import type { RunMail, RunTrigger } from '../../../contracts/schemas.ts';
import { counted } from '../words.ts';

/* The form */
export const eveningTitle = 'Lecture du soir et messages';
export const enabledLabel = 'Lire Lucca chaque soir';
export const timeLabel = 'Heure';
export const timeHint = (zone: string) => `Heures et minutes, par exemple 20:00 (${zone}).`;
export const recipientsLabel = 'Destinataires des messages';
export const recipientsHint = 'Une adresse par ligne. Personne : laissez vide.';
export const onlyChangesLabel = "Ne rien envoyer quand rien n'a changé";
export const onlyChangesHint = 'Un échec est toujours envoyé.';
export const saveAction = 'Enregistrer';
export const trialAction = "Envoyer un message d'essai";
export const nextRun = (date: string, time: string) => `Prochaine lecture : le ${date} à ${time}.`;
export const noNextRun = "Aucune lecture n'est prévue.";
export const missedMeans =
  'Si cet ordinateur dort ou si le service est arrêté à cette heure, la lecture se fait une fois, au réveil.';
export const savedNotice = 'Enregistré.';
export const sentNotice = (recipients: number) =>
  `Message d'essai envoyé à ${counted(recipients, 'adresse', 'adresses')}.`;
export const toMailbox =
  "Compte fictif : les messages arrivent dans la boîte aux lettres d'essai et ne quittent pas cet ordinateur.";
export const noServer =
  "Aucun serveur de courrier n'est indiqué : rien ne sera envoyé. À régler par qui a installé le service (PASSERELLE_SMTP_URL et PASSERELLE_MAIL_FROM).";

/* What is wrong in it */
export const badTime = "Cette heure n'existe pas : écrivez-la de 00:00 à 23:59, par exemple 20:00.";
export const badRecipient = (line: number) =>
  `Ligne ${line} : ce n'est pas une adresse e-mail complète, comme paie@exemple.fr.`;
export const twiceRecipient = (line: number) => `Ligne ${line} : cette adresse est déjà plus haut.`;
export const tooManyRecipients = (most: number) => `${most} adresses au plus.`;

/* History */
export const runsTitle = 'Historique des lectures';
export const noRuns = "Lucca n'a pas encore été lu pour ce compte.";
export const runTitle = (date: string, time: string) => `${date} à ${time}`;
export const runStates = {
  running: 'En cours',
  done: 'Terminée',
  failed: 'Échouée',
  cancelled: 'Annulée',
  interrupted: 'Interrompue',
} as const;

const triggers: Readonly<Record<RunTrigger, string>> = {
  first: 'Première lecture, à la connexion',
  evening: 'Lecture du soir',
  catchUp: 'Rattrapage',
  retry: 'Nouvel essai de la lecture du soir',
};

export function runOrigin(trigger: RunTrigger | undefined, evenings: number, startedBy: string): string {
  if (trigger === undefined) return `Lancée par ${startedBy}`;
  return trigger === 'catchUp'
    ? `${triggers.catchUp} de ${counted(evenings, 'soir manqué', 'soirs manqués')}`
    : triggers[trigger];
}

/** `75` → `1 min 15 s` */
export function durationText(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export const runCounts = (f: { employees: number; halfDays: number; changes: number; requests: number }) =>
  [
    counted(f.employees, 'personne', 'personnes'),
    counted(f.halfDays, "demi-journée d'absence", "demi-journées d'absence"),
    counted(f.changes, 'changement', 'changements'),
    counted(f.requests, 'demande à Lucca', 'demandes à Lucca'),
  ].join(', ');

const mails: Readonly<Record<RunMail['state'], string>> = {
  waiting: 'Message : pas encore parti, un nouvel essai suit.',
  sent: 'Message : envoyé.',
  quiet: "Message : aucun, rien n'avait changé.",
  nobody: 'Message : aucun, faute de destinataire ou de serveur.',
  failed: "Message : l'envoi a échoué.",
};

export const mailLine = ({ state, reason }: RunMail) => `${mails[state]}${reason === null ? '' : ` ${reason}`}`;

/* Many people missing at once */
export const departuresTitle = (disappeared: number, rows: number) =>
  `${counted(disappeared, 'personne a disparu', 'personnes ont disparu')} de Lucca, sur ${rows}`;
export const departuresBody =
  "La dernière lecture n'a rien changé. Vérifiez dans Lucca les droits de la clé et ses établissements : si ces départs sont réels, acceptez-la, elle sera relue.";
export const acceptReading = 'Accepter cette lecture';
export const acceptQuestion = (disappeared: number) =>
  `Accepter le départ de ${counted(disappeared, 'personne', 'personnes')} ?`;
export const acceptMeans = 'Lucca est relu, puis chaque départ vous est montré avant toute écriture dans le classeur.';
