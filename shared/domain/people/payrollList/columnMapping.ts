/** Which column of a file of payroll fills which of ours: proposed from the headings of PayFit, Silae and others, changed by the person. */
import { displayed, type Cell } from '../../review/cell.ts';
import { foldedName } from '../mapping/customField.ts';
import { synonymOfName } from '../mapping/synonyms.ts';
import { employeeFields, type EmployeeFieldKey } from '../employeeFields.ts';
import type { Grid, GridRow } from './grid.ts';

/** A column of « Liste de la paie » that a file may fill. */
export type ListField = Exclude<EmployeeFieldKey, 'luccaId'> | 'payrollId';

export interface MappedColumn {
  /** Place in the rows of the file, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly field: ListField | null;
}

export interface ColumnMapping {
  /** Row of the headings, as the grid numbers it. */
  readonly headingsAt: number;
  readonly columns: readonly MappedColumn[];
}

/** Headings of exports that are no synonym of a field of Lucca, folded. */
const known: Readonly<Partial<Record<ListField, readonly string[]>>> = {
  payrollId: [
    'identifiant paie',
    'id paie',
    'identifiant',
    'id',
    'id salarie',
    'identifiant salarie',
    'id collaborateur',
    'identifiant collaborateur',
    'identifiant payfit',
    'id payfit',
    'identifiant silae',
    'numero interne',
    'id technique',
    'employee id',
    'contract id',
    'identifiant du contrat',
  ],
  employeeNumber: [
    'matricule',
    'matricule salarie',
    'code salarie',
    'numero salarie',
    'n° salarie',
    'no matricule',
    'n° matricule',
    'numero de matricule',
    'matricule paie',
    'matricule interne',
    'code employe',
    'matricule client',
  ],
  civilTitle: ['civilite', 'civ', 'civ.', 'titre'],
  lastName: [
    'nom',
    'nom usuel',
    "nom d'usage",
    'nom usage',
    'nom marital',
    "nom d'epouse",
    'nom de famille',
    'nom du salarie',
    'nom salarie',
    'last name',
  ],
  firstName: [
    'prenom',
    'prenom usuel',
    'prenoms',
    'prenom(s)',
    'prenom 1',
    'prenom du salarie',
    'prenom salarie',
    'first name',
  ],
  birthName: ['nom naissance', 'nom de naissance', 'nom patronymique', 'nom de jeune fille'],
  birthDate: [
    'date naissance',
    'date de naissance',
    'date naiss.',
    'date naiss',
    'naissance',
    'ddn',
    'ne(e) le',
    'birth date',
  ],
  birthCity: ['commune naissance', 'lieu naissance', 'ville naissance', 'commune de naissance', 'lieu de naissance'],
  birthCountry: ['pays naissance'],
  establishment: [
    'etablissement',
    'nom etablissement',
    "nom de l'etablissement",
    'libelle etablissement',
    'code etablissement',
    'etab',
    'etab.',
    'site',
    'agence',
    "etablissement d'affectation",
  ],
  contractStart: [
    'date entree',
    "date d'entree",
    "date d'embauche",
    'date embauche',
    'date debut contrat',
    'date de debut de contrat',
    'date de debut',
    'debut de contrat',
    'debut contrat',
    'entree',
    'date de debut du contrat',
    'arrivee',
  ],
  contractEnd: [
    'date sortie',
    'date de sortie',
    'date fin contrat',
    'date de fin de contrat',
    'date de fin',
    'fin contrat',
    'date de depart',
    'sortie',
    'date de fin du contrat',
    'depart',
  ],
  nir: [
    'nir',
    'n° secu',
    'n° ss',
    'no ss',
    'numero securite sociale',
    'numero de securite sociale',
    'n° de securite sociale',
    'n° securite sociale',
    'num secu',
    'securite sociale',
    'num. ss',
    'n°ss',
    'insee',
  ],
  address: ['adresse', 'adresse 1', 'voie', 'numero et nom de la voie', 'rue', 'adresse ligne 1', 'n° et voie'],
  addressComplement: ['complement', 'complement adresse', "complement d'adresse", 'adresse 2', 'adresse ligne 2'],
  postalCode: ['cp', 'code postal', 'c.p.'],
  city: ['ville', 'commune', 'localite', 'bureau distributeur'],
  countryCode: ['pays', 'code pays', 'pays de residence'],
  workPhone: ['telephone professionnel', 'tel. pro', 'tel pro', 'telephone pro', 'tel. bureau', 'ligne directe'],
  personalPhone: [
    'telephone',
    'tel',
    'tel.',
    'telephone portable',
    'portable',
    'mobile',
    'tel. portable',
    'tel portable',
    'numero de telephone',
    'telephone 1',
    'telephone personnel',
    'telephone domicile',
    'gsm',
  ],
  workEmail: [
    'email',
    'e-mail',
    'mail',
    'courriel',
    'adresse email',
    'adresse e-mail',
    'adresse mail',
    'email professionnel',
    'mail pro',
    'adresse electronique',
  ],
  personalEmail: ['email personnel', 'email perso', 'mail perso', 'e-mail personnel', 'adresse email personnelle'],
  iban: ['iban', 'iban 1', 'n° iban'],
  bic: ['bic', 'bic 1', 'swift', 'code bic'],
  nationality: ['nationalite', 'code nationalite'],
  paymentMethod: ['mode de paiement', 'mode paiement', 'mode de reglement', 'mode reglement', 'moyen de paiement'],
  dependentChildren: ['enfants a charge', "nombre d'enfants", 'nb enfants', 'enfants'],
};

const byHeading = new Map<string, ListField>([
  ...(Object.entries(known) as [ListField, readonly string[]][]).flatMap(([field, words]) =>
    words.map((word) => [word, field] as const),
  ),
  ...employeeFields.flatMap(({ key, heading }) => (key === 'luccaId' ? [] : [[foldedName(heading), key] as const])),
]);

/** What varies in a heading is left aside: accents, capitals, spaces, a star, what stands between brackets at its end. */
function folded(heading: string): string {
  const plain = foldedName(heading.replace(/[º]/gu, '°')).replace(/[*:?]/g, ' ').replace(/_/g, ' ');
  return plain
    .replace(/n ?° ?(de )?/g, 'n° ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The column that a heading certainly speaks of. `fieldOfHeading('N° Sécu. *')` → `'nir'`. */
export function fieldOfHeading(heading: string): ListField | undefined {
  const name = folded(heading);
  const bare = name.replace(/\s*[([].*[)\]]$/u, '');
  const synonym = synonymOfName(heading);
  return byHeading.get(name) ?? byHeading.get(bare) ?? (synonym === 'luccaId' ? undefined : synonym);
}

/** Rows among which the headings are looked for: exports bear a title, a date, the name of the company above them. */
const MOST_TITLES = 25;

function headingsScore({ cells }: GridRow): number {
  return new Set(cells.flatMap((cell) => ('text' in cell ? (fieldOfHeading(cell.text) ?? []) : []))).size;
}

/** The row that holds the most headings that are known; the first when they are equal, the first with two texts when none is. */
function headingRow({ rows }: Grid): GridRow | undefined {
  const first = rows.slice(0, MOST_TITLES);
  const scores = first.map(headingsScore);
  const best = Math.max(0, ...scores);
  if (best > 1) return first[scores.indexOf(best)];
  return first.find(({ cells }) => cells.filter((cell) => 'text' in cell).length > 1);
}

/** A heading as it is shown. */
export function headingText(cell: Cell): string {
  return displayed(cell).replace(/\s+/gu, ' ').trim();
}

/** A field is proposed once: of two columns that speak of it, the second is left to the person. Undefined without headings. */
export function proposedMapping(grid: Grid): ColumnMapping | undefined {
  const row = headingRow(grid);
  if (!row) return undefined;
  const taken = new Set<ListField>();
  const columns = row.cells.map((cell, index): MappedColumn => {
    const heading = headingText(cell);
    const field = fieldOfHeading(heading);
    if (field === undefined || taken.has(field)) return { index, heading, field: null };
    taken.add(field);
    return { index, heading, field };
  });
  return { headingsAt: row.at, columns: columns.filter((each) => each.heading !== '' || isFilled(grid, row, each)) };
}

function isFilled({ rows }: Grid, { at }: GridRow, { index }: MappedColumn): boolean {
  return rows.some((row) => row.at > at && displayed(row.cells[index] ?? { blank: true }) !== '');
}

/** The mapping with `field` read in the column `index`, and in no other. */
export function withField(mapping: ColumnMapping, index: number, field: ListField | null): ColumnMapping {
  const columns = mapping.columns.map((each) => {
    if (each.index === index) return { ...each, field };
    return field !== null && each.field === field ? { ...each, field: null } : each;
  });
  return { ...mapping, columns };
}
