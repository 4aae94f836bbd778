import type { TableDeclaration } from '../declaration.ts';
import { eurosFormat, sheetColumn as column } from '../sheetColumn.ts';

export const orderStates = { validated: 'validée', ordered: 'commandée', cancelled: 'annulée' } as const;
export type OrderState = keyof typeof orderStates;

/** « Commandes TR »: the life of each order. What it gave and took stands in « Registre TR ». */
export const ordersTable: TableDeclaration = {
  name: 'Passerelle_TR_Commandes',
  title: 'Commandes TR',
  description:
    'Une ligne par commande validée. Une commande annulée reste, avec sa date ; le mois peut alors être validé de nouveau.',
  visibility: 'visible',
  key: 'number',
  columns: [
    column('number', 'Commande', 'identifier', 12, 'Numéro de la commande. Ne pas modifier.', { required: true }),
    column('month', 'Mois', 'identifier', 10, 'Mois de la commande, par exemple 2026-10.', { required: true }),
    column('regulation', 'Réglementaire', 'text', 18, 'Réglementaire de la commande.', { required: true }),
    column('state', 'État', 'choice', 12, 'validée, commandée ou annulée.', {
      required: true,
      choices: Object.values(orderStates),
    }),
    column('issuer', 'Émetteur', 'text', 12, 'Émetteur des titres.'),
    column('lines', 'Lignes', 'integer', 9, 'Lignes de la commande dans « Registre TR ».', { required: true }),
    column('people', 'Salariés', 'integer', 10, 'Personnes de la commande.'),
    column('vouchers', 'Titres', 'integer', 10, 'Titres commandés.'),
    column('face', 'Valeur faciale', 'decimal', 15, "Valeur d'un titre, en euros.", { format: eurosFormat }),
    column('amount', 'Montant', 'decimal', 14, 'Titres × valeur faciale, en euros.', { format: eurosFormat }),
    column('validatedAt', 'Validée le', 'text', 18, 'Date et heure de Paris.'),
    column('orderedAt', 'Commandée le', 'text', 18, 'Date et heure de Paris.'),
    column('cancelledAt', 'Annulée le', 'text', 18, 'Date et heure de Paris.'),
  ],
};
