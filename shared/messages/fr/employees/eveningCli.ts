/** What `passerelle evening` says. Sentences that it shares with the pane are in `eveningPane.ts`. */
import { counted } from '../words.ts';

export const aTime = 'une heure de 00:00 à 23:59, par exemple 20:00';
export const mailValues = '« changes » ou « always »';
export const badRecipient = (rank: number) =>
  `Option --to, adresse ${rank} : ce n'est pas une adresse e-mail complète, comme paie@exemple.fr.`;
export const twiceRecipient = (rank: number) => `Option --to, adresse ${rank} : elle y est déjà.`;

export const noAccount = "Ce service n'a encore aucun compte Lucca : « passerelle pull » le connecte.";
export const accountUnknown = (account: string) =>
  `Ce service ne connaît pas le compte ${account} : « passerelle pull » le connecte.`;
export const severalAccounts = (accounts: readonly string[]) =>
  `Ce service a plusieurs comptes : ajoutez --account (${accounts.join(', ')}).`;

export const eachEvening = (host: string, time: string, zone: string) =>
  `${host} : lu chaque soir à ${time} (${zone}).`;
export const switchedOff = (host: string) => `${host} : pas de lecture du soir. --enable la rétablit.`;
export const whileServing =
  'La lecture se fait tant que le service tourne : « passerelle serve », sur le même dossier de données.';
/** The addresses are a list under it, which is not for machines. */
export const writtenTo = (recipients: readonly string[]) =>
  recipients.length === 0
    ? ['Personne ne reçoit de message.']
    : [
        `${counted(recipients.length, 'destinataire', 'destinataires')} des messages :`,
        ...recipients.map((address) => `  ${address}`),
      ];
export const whenWritten = (onlyChanges: boolean) =>
  onlyChanges
    ? 'Un message part quand quelque chose a changé dans Lucca, et après un échec.'
    : 'Un message part après chaque lecture.';
