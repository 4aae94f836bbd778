/** What the headings of a file of payroll speak of: those of PayFit, Silae and others. */
import { foldedName } from '../mapping/customField.ts';
import { synonymOfName } from '../mapping/synonyms.ts';
import { employeeFields, type EmployeeFieldKey } from '../employeeFields.ts';

/**
 * A column of « Liste de la paie » that a file may fill. `fullName` and `nirKey` have none of their own: surname and first name in one
 * cell, and the two digits that end a NIR of 13.
 */
export type ListField = Exclude<EmployeeFieldKey, 'luccaId'> | 'payrollId' | 'fullName' | 'nirKey';

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
  fullName: [
    'nom et prenom',
    'nom prenom',
    'nom prenoms',
    'nom et prenoms',
    'nom, prenom',
    'nom / prenom',
    'nom/prenom',
    'nom-prenom',
    'prenom nom',
    'prenom et nom',
    'nom complet',
    'salarie',
    'collaborateur',
    'employe',
    'full name',
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
  nirKey: [
    'cle',
    'cle nir',
    'cle du nir',
    'cle ss',
    'cle secu',
    'cle securite sociale',
    'cle de securite sociale',
    'cle insee',
    'cle n° ss',
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

/** True of « Clé » alone, which is also that of a bank account. */
export function isBareKey(heading: string): boolean {
  return folded(heading) === 'cle';
}
