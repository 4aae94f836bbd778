/** Which column of a payroll journal fills which of ours: by its heading, or as the person says. */
import { displayed } from '../../review/cell.ts';
import { foldedName } from '../mapping/customField.ts';
import type { Grid, GridRow } from '../payrollList/grid.ts';

export const journalFields = [
  'establishment',
  'employeeNumber',
  'name',
  'code',
  'label',
  'quantity',
  'amount',
  'employee',
  'employer',
] as const;
export type JournalField = (typeof journalFields)[number];

/** Places in the rows of the file, from 0. */
export type JournalColumns = Readonly<Partial<Record<JournalField, number>>>;

export interface MappedJournal {
  readonly grid: Grid;
  readonly headings: readonly string[];
  readonly columns: JournalColumns;
  /** Rows under the headings. */
  readonly rows: readonly GridRow[];
}

/** Headings of the journals and of the pay variables of PayFit, Silae, Sage, Cegid and ours, folded. */
const known: Readonly<Record<JournalField, readonly string[]>> = {
  establishment: ['etablissement', 'code etablissement', 'etab', 'etab.', 'nom etablissement', 'site', 'dossier'],
  employeeNumber: ['matricule', 'matricule salarie', 'matricule paie', 'code salarie', 'numero salarie', 'n° salarie'],
  name: ['salarie', 'nom', 'nom prenom', 'nom et prenom', 'nom du salarie', 'collaborateur', 'employe'],
  code: ['code', 'code rubrique', 'coderubrique', 'rubrique', 'n° rubrique', 'code element', 'code paie', 'constante'],
  label: ['libelle', 'libelle rubrique', 'intitule', 'designation', 'element'],
  quantity: ['quantite', 'nombre', 'nb', 'qte', 'base', 'valeur', 'heures', 'nombre de titres'],
  amount: ['montant', 'montant brut', 'total', 'gain'],
  employee: [
    'part salariale',
    'montant salarial',
    'totalsalarial',
    'total salarial',
    'retenue',
    'retenue salariale',
    'a retenir',
  ],
  employer: [
    'part patronale',
    'montant patronal',
    'totalpatronal',
    'total patronal',
    'charges patronales',
    'cotisation patronale',
  ],
};

const byHeading = new Map<string, JournalField>(
  journalFields.flatMap((field) => known[field].map((heading) => [heading, field] as const)),
);

/** Rows in which headings are looked for: a journal begins with the name of the company and its period. */
const LOOKED_AT = 30;

const folded = (heading: string) => foldedName(heading.replace(/_/g, ' ')).replace(/\s*\([^)]*\)$/, '');

/** The first column of each field; `chosen`: headings that the person bound, which win. */
function columnsOf(
  headings: readonly string[],
  chosen: Readonly<Partial<Record<JournalField, string>>>,
): JournalColumns {
  const columns: Partial<Record<JournalField, number>> = {};
  const wanted = new Map(Object.entries(chosen).map(([field, heading]) => [folded(heading), field as JournalField]));
  const bound = new Set(wanted.values());
  for (const [index, heading] of headings.entries()) {
    const field = wanted.get(folded(heading));
    if (field) columns[field] ??= index;
  }
  const taken = new Set(Object.values(columns));
  for (const [index, heading] of headings.entries()) {
    const field = byHeading.get(folded(heading));
    if (field && !bound.has(field) && !taken.has(index)) columns[field] ??= index;
  }
  return columns;
}

/** The journal under its headings: those of a matricule and of a code must be there. Undefined without them. */
export function mappedJournal(
  grid: Grid,
  chosen: Readonly<Partial<Record<JournalField, string>>> = {},
): MappedJournal | undefined {
  for (const [at, { cells }] of grid.rows.slice(0, LOOKED_AT).entries()) {
    const headings = cells.map(displayed);
    const columns = columnsOf(headings, chosen);
    if (columns.employeeNumber !== undefined && columns.code !== undefined)
      return { grid, headings, columns, rows: grid.rows.slice(at + 1) };
  }
  return undefined;
}

/** The headings of a file in which none was recognised: its widest row of texts, for the person to bind. */
export function likelyHeadings({ rows }: Grid): string[] {
  const texts = rows.slice(0, LOOKED_AT).map(({ cells }) => cells.map(displayed));
  const width = (row: readonly string[]) => row.filter((text) => text !== '' && !/^[\d\s.,-]+$/.test(text)).length;
  const [widest = []] = [...texts].sort((a, b) => width(b) - width(a));
  return widest.filter((text) => text !== '');
}
