import type { TableDeclaration } from '../declaration.ts';
import { eurosFormat, sheetColumn as column, signedFormat } from '../sheetColumn.ts';

export const resultStates = {
  computed: 'calculé',
  incomplete: 'incomplet',
  settlement: 'solde de tout compte',
} as const;

/** Wide enough for its heading: a number whose name is cut says nothing. */
const wide = (heading: string) => Math.max(10, heading.length + 2);
const euros = (key: string, heading: string, note: string) =>
  column(key, heading, 'decimal', Math.max(14, wide(heading)), note, { format: eurosFormat });
const number = (key: string, heading: string, note: string) => column(key, heading, 'integer', wide(heading), note);
const signed = (key: string, heading: string, note: string) =>
  column(key, heading, 'integer', wide(heading), note, { format: signedFormat });

/** « Titres-restaurant »: what is to be ordered for each person and month, as last computed. Written by Passerelle alone. */
export const resultTable: TableDeclaration = {
  name: 'Passerelle_TR',
  title: 'Titres-restaurant',
  description:
    'Le dernier calcul : une ligne par personne, mois et réglementaire. Récrit à chaque calcul ; vos colonnes sont conservées.',
  visibility: 'visible',
  key: 'month',
  alsoKey: ['regulation', 'luccaId'],
  columns: [
    column('month', 'Mois', 'identifier', 10, 'Mois de la commande, par exemple 2026-10.', { required: true }),
    column('regulation', 'Réglementaire', 'text', 18, 'Réglementaire qui commande.', { required: true }),
    column('employeeNumber', 'Matricule', 'identifier', 13, 'Matricule de la personne.'),
    column('lastName', 'Nom', 'text', 18, 'Nom de la personne.'),
    column('firstName', 'Prénom', 'text', 16, 'Prénom de la personne.'),
    column('establishment', 'Établissement', 'text', 20, 'Établissement pour lequel la personne est commandée.'),
    number('days', 'Jours', 'Jours qui donnent un titre dans la période des jours travaillés.'),
    number('absences', 'Absences', "Titres retirés par des absences dans la période d'absence."),
    number('meals', 'Repas', 'Titres retirés par des repas remboursés ou offerts.'),
    signed('corrections', 'Régularisations', 'Corrections des commandes déjà faites.'),
    signed('manual', 'Ajustements', 'Somme des « Ajustements TR » du mois.'),
    signed('carriedIn', 'Report reçu', "Titres que la commande d'avant n'a pas pu reprendre."),
    number(
      'ordered',
      'À commander',
      'Jours − absences − repas + régularisations + ajustements + report, jamais négatif.',
    ),
    signed('carriedOut', 'Report laissé', 'Titres à reprendre sur la commande suivante.'),
    signed(
      'settlement',
      'Solde de tout compte',
      'Personne sortie : titres à rendre (positif) ou à récupérer (négatif).',
    ),
    number('returned', 'Titres rendus', 'Part salariale remboursée ; rien n’est commandé.'),
    euros('face', 'Valeur faciale', "Valeur d'un titre, en euros."),
    euros('employer', 'Part patronale', "Part de l'employeur par titre, en euros."),
    euros('cse', 'Part CSE', 'Part du CSE par titre, en euros.'),
    euros('employee', 'Part salariale', 'Part retenue par titre, en euros.'),
    euros('totalFace', 'Montant total', 'Titres commandés × valeur faciale.'),
    euros('totalEmployer', 'Total part patronale', 'Titres commandés × part patronale.'),
    euros('totalEmployee', 'Total part salariale', 'Titres commandés × part salariale.'),
    euros('totalReintegrated', 'Réintégré', 'Part patronale et CSE soumise à cotisations.'),
    column('support', 'Support', 'choice', 9, 'carte ou papier.', { choices: ['carte', 'papier'] }),
    column('state', 'État', 'choice', 18, '« incomplet » : il manque le planning, rien n’est commandé.', {
      choices: Object.values(resultStates),
    }),
    column('sum', 'Calcul', 'text', 44, 'La somme écrite : 22 jours − 3 absences − 2 repas = 17.'),
    column('luccaId', 'Identifiant Lucca', 'identifier', 18, 'Numéro de la personne dans Lucca.', { required: true }),
  ],
};
