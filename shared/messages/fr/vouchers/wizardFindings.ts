/** What only the wizard of regulations has to say of an answer; the rest is said by the tables. */
import type { Finding } from '../../../domain/finding.ts';

type Facts = Finding['facts'];

export const wizardSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  voucherNameTaken: (facts) =>
    `Un réglementaire s'appelle déjà « ${facts['name'] ?? ''} ». Choisissez un autre nom ; pour changer une de ses valeurs à une date, ajoutez-lui une ligne dans « Réglementaires TR ».`,
  voucherStartUnsaid: () =>
    'Dites ce qui a été fait du mois précédent : de la réponse dépendent les absences et les repas pris dans la première commande.',
};
