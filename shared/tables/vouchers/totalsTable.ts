import type { ChartedTable } from '../declaration.ts';
import { eurosFormat, sheetColumn as column } from '../sheetColumn.ts';

const euros = (key: string, heading: string, note: string) =>
  column(key, heading, 'decimal', heading.length + 2, note, { format: eurosFormat });
const required = { required: true };

/**
 * « Totaux TR »: « Titres-restaurant » added up for the month last computed, with its chart. It stands on a sheet of its own: a filter on
 * the result hides rows of its sheet, and would flatten a chart beside it.
 */
export const totalsTable: ChartedTable = {
  name: 'Passerelle_TR_Totaux',
  title: 'Totaux TR',
  description:
    'Le mois calculé en dernier, additionné par réglementaire et établissement. Récrit à chaque calcul, avec son graphique dans Excel. Supprimer le graphique ne le fait pas revenir ; supprimer la feuille le redessine avec elle au calcul suivant.',
  visibility: 'visible',
  key: 'regulation',
  alsoKey: ['establishment'],
  columns: [
    column('month', 'Mois', 'identifier', 10, 'Mois calculé en dernier, par exemple 2026-10.'),
    column('regulation', 'Réglementaire', 'text', 18, 'Réglementaire qui commande.', required),
    column('establishment', 'Établissement', 'text', 20, 'Établissement de la commande.', required),
    column('label', 'Repère', 'text', 24, 'Ce que le graphique écrit sous la barre.', required),
    column('people', 'Salariés', 'integer', 10, 'Personnes pour qui au moins un titre est à commander.'),
    column('ordered', 'À commander', 'integer', 13, 'Titres à commander : ce que montre le graphique.', required),
    euros('totalFace', 'Montant total', 'Titres commandés × valeur faciale.'),
    euros('totalEmployer', 'Total part patronale', 'Titres commandés × part patronale.'),
    euros('totalEmployee', 'Total part salariale', 'Titres commandés × part salariale.'),
  ],
  chart: {
    name: 'Passerelle_TR_Graphique',
    title: 'Titres à commander par établissement',
    category: 'label',
    series: ['ordered'],
  },
};
