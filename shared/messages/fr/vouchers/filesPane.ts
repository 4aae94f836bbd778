/** Sentences of the files of an order in the task pane. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import { euros } from '../euros.ts';
import { counted, grouped, monthName } from '../words.ts';

export const filesAction = 'Fichiers…';
export const filesTitle = (number: string) => `Fichiers de ${number}`;
export const filesOf = (regulation: string, month: PlainMonth, issuer: string) =>
  `${regulation}, ${monthName(month)}, ${issuer}`;
export const kindLabel = 'Fichier';
export const kindNames = {
  order: 'Commande de l’émetteur',
  packs: 'Carnets, à largeur fixe',
  payroll: 'Fichier de paie',
  variables: 'Variables de paie',
  remuneration: 'Variables pour Poplee Rémunération',
  attendance: 'Feuille d’émargement (PDF)',
} as const;
export const templateLabel = 'Modèle';
export const swileRules = 'Règles publiées par Swile';
export const noTemplateChosen = 'Choisissez un modèle';
export const addTemplate = 'Ajouter un modèle…';
export const changeTemplate = 'Modifier ce modèle…';

/* Totals */
export const totalsCaption = 'Totaux';
export const totalsHeadings = ['', 'Personnes', 'Titres', 'Montant'] as const;
export const totalsSheet = 'Commandes TR';
export const totalsPaper = 'Dont sur papier';
export const totalsFiles = 'Fichiers';
export const totalsEqual = 'Les fichiers et la feuille disent la même chose.';
export const figure = grouped;
export const amountOf = euros;

/* One file */
export const fileSize = (lines: number, vouchers: number, amount: number) =>
  `${counted(lines, 'ligne', 'lignes')}, ${counted(vouchers, 'titre', 'titres')}, ${euros(amount)}`;
export const previewOf = (name: string) => `Premières lignes de ${name}`;
export const moreLines = (lines: number) => `… et ${counted(lines, 'autre ligne', 'autres lignes')}.`;
export const downloadAction = 'Télécharger';
export const downloadOf = (name: string) => `Télécharger ${name}`;
export const refusedFiles = 'Corrigez d’abord ce qui est signalé : aucun fichier n’est donné en attendant.';
export const downloaded = (name: string) => `${name} est téléchargé par votre navigateur.`;
export const tooLarge =
  'Ce fichier dépasse 6 Mo : donnez un code client ou un dossier de paie à chaque établissement, il y aura un fichier par code.';
export const orderGone = 'Cette commande n’est plus là, ou elle est annulée : la liste vient d’être relue.';
export const unsoundRegister =
  'Le registre des commandes n’est plus sûr : aucun fichier n’est fait tant que ce qui est signalé n’est pas rétabli.';
