import { format, resolveConfig } from 'prettier';
import type { ValueKind } from '../../shared/domain/review/cell.ts';
import { keyColumns, type ColumnDeclaration, type TableDeclaration } from '../../shared/tables/declaration.ts';
import { everyTable } from '../../shared/tables/tables.ts';

const kinds: Readonly<Record<ValueKind, string>> = {
  text: 'texte',
  identifier: 'texte exact',
  date: 'date',
  integer: 'nombre entier',
  decimal: 'nombre',
  boolean: 'oui ou non',
  choice: 'liste',
};

const sensitivities: Readonly<Record<ColumnDeclaration['sensitivity'], string>> = {
  open: '',
  personal: 'personnel',
  secret: 'confidentiel',
};

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function columnRow(table: TableDeclaration, column: ColumnDeclaration): string {
  const { heading, kind, choices, required, sensitivity, note } = column;
  const isNeeded = required || keyColumns(table).includes(column);
  const values = kind === 'choice' ? `liste : ${(choices ?? []).join(', ')}` : kinds[kind];
  const cells = [heading, values, isNeeded ? 'oui' : '', sensitivities[sensitivity], note];
  return `| ${cells.map(cell).join(' | ')} |`;
}

function visibleTable(table: TableDeclaration): string {
  return [
    `## ${table.title}`,
    '',
    table.description,
    '',
    `Nom Excel : \`${table.name}\`. Clé : ${keyColumns(table)
      .map(({ heading }) => `« ${heading} »`)
      .join(', ')}.`,
    '',
    '| Colonne | Valeurs | Indispensable | Données | Note |',
    '| --- | --- | --- | --- | --- |',
    ...table.columns.map((column) => columnRow(table, column)),
    '',
    ...(table.chart ? [`Graphique dessiné par Excel à côté du tableau : « ${table.chart.title} ».`, ''] : []),
  ].join('\n');
}

function hiddenTable({ title, name, description }: TableDeclaration): string {
  return `| ${[title, `\`${name}\``, description].map(cell).join(' | ')} |`;
}

export const TABLE_PAGE = 'docs/tables.fr.md';

/** The page about the tables, in French, laid out as the rest of the repository. */
export async function tableDocs(): Promise<string> {
  return format(pageText(), { ...(await resolveConfig(TABLE_PAGE)), parser: 'markdown' });
}

function pageText(): string {
  const visible = everyTable.filter(({ visibility }) => visibility === 'visible');
  const hidden = everyTable.filter(({ visibility }) => visibility === 'veryHidden');
  return [
    '# Les tables du classeur',
    '',
    '<!-- Page écrite par « npm run tables » à partir de shared/tables. Ne pas modifier à la main. -->',
    '',
    'Une table est retrouvée par son nom Excel, à défaut par ses titres de colonnes ; une colonne par son titre ; une ligne par sa clé. Vous pouvez ajouter des colonnes, trier, filtrer, changer les formats, renommer ou déplacer les feuilles. Une colonne « indispensable » doit garder son titre ; les autres peuvent être supprimées.',
    '',
    '« Texte exact » : gardé tel quel, zéros de tête compris. « Personnel » et « confidentiel » : masqué dans les aperçus et les journaux.',
    '',
    ...visible.map(visibleTable),
    '## Mémoire du classeur',
    '',
    'Ces tables sont sur des feuilles très masquées. Ne les modifiez pas : elles servent à comparer, à reprendre et à annuler.',
    '',
    '| Feuille | Nom Excel | Contenu |',
    '| --- | --- | --- |',
    ...hidden.map(hiddenTable),
    '',
  ].join('\n');
}
