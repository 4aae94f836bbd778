/** What the service says of its key and of the folder where it keeps Lucca's data. One function per sentence. */
import { frenchDate, wallClock, type Instant } from '../../domain/calendar/plainDate.ts';

/** After the system's own word, such as EACCES. */
const CHECK_RIGHTS = 'Vérifiez que le compte qui lance Passerelle peut lire et écrire à cet endroit.';
const HOW_TO_MAKE_A_KEY = 'Une bonne clé s’obtient avec « openssl rand -base64 32 ».';

export function keyNotEncoded(source: string): string {
  return `La clé de ${source} doit être écrite en base64 ou en hexadécimal. ${HOW_TO_MAKE_A_KEY}`;
}

export function keyWrongLength(source: string, bytes: number): string {
  return `La clé de ${source} fait ${String(bytes)} octets ; il en faut 32. ${HOW_TO_MAKE_A_KEY}`;
}

export function keyTooSimple(source: string): string {
  return `La clé de ${source} n’est pas tirée au hasard : elle serait facile à deviner. ${HOW_TO_MAKE_A_KEY}`;
}

export function keyFileNotRegular(file: string): string {
  return `La clé « ${file} » n’est pas un fichier ordinaire. Indiquez un fichier, ou déplacez ce qui se trouve à cet endroit.`;
}

export function keyFileReadableByOthers(file: string): string {
  return `Le fichier de clé « ${file} » est ouvert à d’autres comptes de cette machine. Réservez-le au compte du service : « chmod 600 ».`;
}

export function keyFileUnusable(file: string, reason: string): string {
  return `Le fichier de clé « ${file} » ne peut pas être lu ou créé (${reason}). ${CHECK_RIGHTS}`;
}

/** `lockFile`: the file to delete when the process may be gone; undefined when it runs for sure. */
export function folderInUse(since: Instant, pid: number, host: string, lockFile: string | undefined): string {
  const { date, time } = wallClock(since, 'Europe/Paris');
  return (
    `Passerelle utilise déjà ce dossier depuis le ${frenchDate(date)} à ${time} (${host}, processus ${String(pid)}). ` +
    'Arrêtez-la d’abord : Ctrl+C dans la fenêtre où elle tourne.' +
    (lockFile === undefined ? '' : ` Si elle n’y tourne plus, supprimez « ${lockFile} ».`)
  );
}

export function fileDamaged(file: string): string {
  return `Le fichier « ${file} » est abîmé ou a été déplacé : rien n’en a été lu. Remettez-le depuis une sauvegarde.`;
}

export function fileMissing(file: string): string {
  return `Le fichier « ${file} » a disparu du dossier de données. Remettez-le depuis une sauvegarde.`;
}

export function fileUnreadable(file: string, reason: string): string {
  return `Le fichier « ${file} » ne peut pas être lu (${reason}). ${CHECK_RIGHTS}`;
}

export function fileUnwritable(file: string, reason: string): string {
  if (reason === 'ENOSPC')
    return `Le disque est plein : « ${file} » n’a pas été enregistré, l’état précédent est intact. Libérez de la place, puis réessayez.`;
  return `« ${file} » n’a pas pu être enregistré (${reason}) ; l’état précédent est intact. ${CHECK_RIGHTS}`;
}

export function otherKey(folder: string): string {
  return `Les données de « ${folder} » n’ont pas été scellées avec cette clé. Redonnez la clé d’origine : sans elle, elles sont illisibles.`;
}

export function newerFormat(folder: string): string {
  return `Les données de « ${folder} » viennent d’une version plus récente de Passerelle. Mettez le service à jour.`;
}

export function connectionUnknown(): string {
  return 'Cette connexion n’existe plus : connectez de nouveau le compte Lucca.';
}

export function runInterruptedTitle(): string {
  return 'Lecture interrompue';
}

export function runInterrupted(): string {
  return 'Le service s’est arrêté pendant cette lecture. Les données affichées restent celles de la dernière lecture complète ; relancez l’actualisation.';
}
