/** Which column of a payroll journal fills which of ours: by its heading, or as the person says. */
import { foldedName } from '../mapping/customField.ts';
import type { Grid, GridRow } from '../payrollList/grid.ts';
import { headingRow, headingText } from '../payrollList/headless.ts';

export const journalFields = [
  'month',
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

/** Fields that are figures; the others identify. */
const figureFields = ['quantity', 'amount', 'employee', 'employer'] as const satisfies readonly JournalField[];

export function isFigureField(field: JournalField): boolean {
  return figureFields.some((each) => each === field);
}

/** Headings that the person bound to fields. */
type JournalHeadings = Readonly<Partial<Record<JournalField, string>>>;

/** Places in the rows of the file, from 0. */
export type JournalColumns = Readonly<Partial<Record<JournalField, number>>>;

export interface MappedJournal {
  readonly grid: Grid;
  readonly headings: readonly string[];
  readonly columns: JournalColumns;
  /** Columns of vague headings that say the same: read where the column of the field is blank, row by row. */
  readonly spares: Readonly<Partial<Record<JournalField, readonly number[]>>>;
  /** Rows under the headings. */
  readonly rows: readonly GridRow[];
  /** Sheets of the file that are not read. */
  readonly leftSheets?: readonly string[];
}

/** Headings of the journals and of the pay variables of PayFit, Silae, Sage, Cegid and ours, folded. */
const known: Readonly<Record<JournalField, readonly string[]>> = {
  month: ['mois', 'periode', 'mois de paie', 'periode de paie', 'mois paie', 'periode paie'],
  establishment: ['etablissement', 'code etablissement', 'etab', 'nom etablissement', 'site', 'dossier'],
  employeeNumber: ['matricule', 'matricule salarie', 'matricule paie', 'code salarie', 'numero salarie', 'n° salarie'],
  name: ['salarie', 'nom', 'nom prenom', 'nom et prenom', 'nom du salarie', 'collaborateur', 'employe'],
  code: ['code', 'code rubrique', 'coderubrique', 'rubrique', 'n° rubrique', 'code element', 'code paie', 'constante'],
  label: ['libelle', 'libelle rubrique', 'intitule', 'designation', 'element'],
  quantity: ['quantite', 'nombre', 'nb', 'qte', 'valeur', 'heures', 'nombre de titres', 'base', 'base s'],
  amount: ['montant', 'montant brut', 'total', 'gain'],
  employee: [
    'part salariale',
    'montant salarial',
    'montant salarie',
    'montant s',
    'totalsalarial',
    'total salarial',
    'retenue',
    'retenue salariale',
    'a retenir',
  ],
  employer: [
    'part patronale',
    'montant patronal',
    'montant p',
    'totalpatronal',
    'total patronal',
    'charges patronales',
    'cotisation patronale',
  ],
};

const byHeading = new Map<string, JournalField>(
  journalFields.flatMap((field) => known[field].map((heading) => [heading, field] as const)),
);

/** Headings that say several things: taken where no other column says the field, or says it on that row. */
const VAGUE: ReadonlySet<string> = new Set(['base', 'base s', 'valeur', 'total', 'gain']);

/** Rows in which headings are looked for: a journal begins with the name of the company and its period. */
const LOOKED_AT = 30;

const folded = (heading: string) =>
  foldedName(heading.replace(/_/g, ' '))
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/\.$/, '');
const isVague = (heading: string) => VAGUE.has(folded(heading));

/** True of a heading that some journal uses. */
export function isJournalHeading(heading: string): boolean {
  return byHeading.has(folded(heading));
}

/** The first column of each field, those of vague headings last; `chosen`: headings that the person bound, which win. */
function columnsOf(headings: readonly string[], chosen: JournalHeadings): JournalColumns {
  const columns: Partial<Record<JournalField, number>> = {};
  const wanted = new Map(Object.entries(chosen).map(([field, heading]) => [folded(heading), field as JournalField]));
  const bound = new Set(wanted.values());
  for (const [index, heading] of headings.entries()) {
    const field = wanted.get(folded(heading));
    if (field) columns[field] ??= index;
  }
  const taken = new Set(Object.values(columns));
  const all = [...headings.entries()];
  for (const [index, heading] of [
    ...all.filter(([, each]) => !isVague(each)),
    ...all.filter(([, each]) => isVague(each)),
  ]) {
    const field = byHeading.get(folded(heading));
    if (field && !bound.has(field) && !taken.has(index)) columns[field] ??= index;
  }
  return columns;
}

/** What the person bound has no spare: it is read alone. */
function sparesOf(
  headings: readonly string[],
  columns: JournalColumns,
  chosen: JournalHeadings,
): MappedJournal['spares'] {
  const taken = new Set(Object.values(columns));
  const spares: Partial<Record<JournalField, readonly number[]>> = {};
  for (const [index, heading] of headings.entries()) {
    const field = isVague(heading) && !taken.has(index) ? byHeading.get(folded(heading)) : undefined;
    if (field && chosen[field] === undefined) spares[field] = [...(spares[field] ?? []), index];
  }
  return spares;
}

/** True when a column of figures was recognised: without one everybody would differ. */
export function hasFigures({ columns }: MappedJournal): boolean {
  return figureFields.some((each) => columns[each] !== undefined);
}

/** The journal under its headings: those of a matricule and of a code must be there. Undefined without them. */
export function mappedJournal(grid: Grid, chosen: JournalHeadings = {}): MappedJournal | undefined {
  for (const [at, { cells }] of grid.rows.slice(0, LOOKED_AT).entries()) {
    const headings = cells.map(headingText);
    const columns = columnsOf(headings, chosen);
    if (columns.employeeNumber === undefined || columns.code === undefined) continue;
    return { grid, headings, columns, spares: sparesOf(headings, columns, chosen), rows: grid.rows.slice(at + 1) };
  }
  return undefined;
}

/** The headings of a file that cannot be read by them alone, for the person to bind; none where no row is one of headings. */
export function likelyHeadings(grid: Grid): string[] {
  const row = headingRow(grid, (heading) => byHeading.get(folded(heading)));
  return (row?.cells ?? []).map(headingText).filter((text) => text !== '');
}
