/** What the service says of the runs that it starts by itself and of its mail. Never an address, never a value of a person. */
import { counted } from '../words.ts';

/** Who asked for a run that nobody asked for. */
export const firstActor = 'Passerelle, à la connexion';
export const eveningActor = 'Passerelle, chaque soir';

export const massDisappearance = (f: { disappeared: number; rows: number }) =>
  `${counted(f.disappeared, 'personne a disparu', 'personnes ont disparu')} de Lucca d'un coup, sur ${counted(f.rows, 'connue', 'connues')} : un droit retiré à la clé, ou un filtre, en ferait autant. Rien n'a été repris. Vérifiez dans Lucca ; si ces départs sont réels, choisissez « Accepter cette lecture » dans le volet, ou relancez « passerelle pull » avec --accept-departures.`;

/** Why a mail did not leave. */
const mailFailures = {
  unreachable: 'Le serveur de courrier ne répond pas : vérifiez son adresse, ou réessayez plus tard.',
  timeout: 'Le serveur de courrier a mis trop de temps à répondre. Réessayez plus tard.',
  refusedLogin: "Le serveur de courrier refuse l'identifiant ou le mot de passe (PASSERELLE_SMTP_URL).",
  insecure: 'Le serveur de courrier ne propose pas de liaison chiffrée valable : rien ne lui a été envoyé.',
  refusedAddress: "Le serveur de courrier refuse l'expéditeur ou tous les destinataires : vérifiez les adresses.",
  refusedMail: 'Le serveur de courrier a refusé le message.',
} as const;

export type MailFailure = keyof typeof mailFailures;

export const mailFailed = (why: MailFailure) => mailFailures[why];

export const someRefused = (addresses: number) =>
  `Envoyé, mais le serveur de courrier a refusé ${counted(addresses, 'adresse', 'adresses')}.`;

export const toldByNext = 'Non envoyé : le message de la lecture suivante dit tout.';

export const noServer =
  'Aucun serveur de courrier : indiquez-le à qui a installé le service (PASSERELLE_SMTP_URL et PASSERELLE_MAIL_FROM).';

export const noRecipient = "Aucune adresse n'est enregistrée : ajoutez-en une, enregistrez, puis essayez.";
