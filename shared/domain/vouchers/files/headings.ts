/** Which field a heading of an issuer's model speaks of. */
import type { OrderFieldKey } from './orderFields.ts';
import { oneLine, unaccented } from '../../files/plainLetters.ts';

/** Headings as they are met, folded: no accent, no capital, no sign. A word that two fields share belongs to neither. */
const known: Readonly<Record<OrderFieldKey, readonly string[]>> = {
  companyCode: [
    'code societe',
    'societe',
    'identifiant societe',
    'identifiant swile societe',
    'code entreprise',
    'company code',
  ],
  customerCode: [
    'code client',
    'numero client',
    'no client',
    'n client',
    'numero de client',
    'reference client',
    'customer code',
  ],
  deliveryPoint: [
    'point de livraison',
    'code point de livraison',
    'identifiant point de livraison',
    'code livraison',
    'code de livraison',
    'id point de livraison',
    'delivery point id',
    'delivery point',
  ],
  levelCode: [
    'code niveau',
    'niveau',
    'code de niveau',
    'code distribution',
    'code de distribution',
    'point de distribution',
    'code point de distribution',
    'code service',
  ],
  attachmentCode: [
    'point de rattachement',
    'code du point de rattachement',
    'code point de rattachement',
    'code rattachement',
    'code de rattachement',
  ],
  employeeNumber: [
    'matricule',
    'matricule salarie',
    'numero matricule',
    'no matricule',
    'n matricule',
    'matricule du salarie',
    'matricule beneficiaire',
    'identifiant salarie',
    'vendor',
    'employee id',
  ],
  civility: ['civilite', 'titre', 'titre civil', 'genre', 'gender', 'civ'],
  lastName: [
    'nom',
    'nom salarie',
    'nom du salarie',
    'nom beneficiaire',
    'nom du beneficiaire',
    'nom de famille',
    'nom usage',
    'nom d usage',
    'nom usuel',
    'last name',
    'surname',
  ],
  firstName: [
    'prenom',
    'prenom salarie',
    'prenom du salarie',
    'prenom beneficiaire',
    'prenom du beneficiaire',
    'first name',
  ],
  birthDate: ['date de naissance', 'date naissance', 'naissance', 'ne le', 'date of birth', 'birth date', 'ddn'],
  email: [
    'email',
    'e mail',
    'mail',
    'adresse email',
    'adresse e mail',
    'adresse mail',
    'courriel',
    'adresse electronique',
    'email salarie',
    'email beneficiaire',
  ],
  mobile: [
    'mobile',
    'portable',
    'telephone mobile',
    'telephone portable',
    'tel mobile',
    'tel portable',
    'numero de mobile',
    'no mobile',
    'gsm',
  ],
  address1: [
    'adresse',
    'adresse 1',
    'adresse1',
    'adresse ligne 1',
    'ligne adresse 1',
    'voie',
    'rue',
    'numero et voie',
    'address',
  ],
  address2: [
    'adresse 2',
    'adresse2',
    'adresse ligne 2',
    'ligne adresse 2',
    'complement adresse',
    'complement d adresse',
    'complement adresse 1',
    'complement',
  ],
  address3: [
    'adresse 3',
    'adresse3',
    'adresse ligne 3',
    'ligne adresse 3',
    'complement adresse 2',
    'complement d adresse 2',
  ],
  postalCode: ['code postal', 'cp', 'codepostal', 'postcode', 'zip'],
  city: ['ville', 'commune', 'localite', 'city'],
  country: ['pays', 'code pays', 'country'],
  number: [
    'nombre de titres',
    'nb de titres',
    'nb titres',
    'nbre de titres',
    'nombre titres',
    'nombre de titres restaurant',
    'quantite',
    'quantite de titres',
    'qte',
    'nombre de jours',
    'nb jours',
    'nb de jours',
    'nombre de tickets',
    'nb tickets',
    'nombre de cheques',
    'number of days',
  ],
  faceValue: [
    'valeur faciale',
    'vf',
    'valeur faciale du titre',
    'valeur du titre',
    'valeur unitaire',
    'facial value',
    'face value',
  ],
  employerShare: ['part patronale', 'pp', 'part employeur', 'participation employeur', 'contribution employeur'],
  total: ['montant total', 'total', 'montant', 'montant a crediter', 'montant attribue', 'montant de la commande'],
  support: [
    'support',
    'type de support',
    'type de titre',
    'format du titre',
    'papier carte',
    'carte papier',
    'dematerialise',
  ],
  worksOnDaysOff: [
    'travaille les jours chomes',
    'jours chomes',
    'travail dimanche et jours feries',
    'dimanche et jours feries',
    'meal vouchers day off',
  ],
};

const fields = new Map<string, OrderFieldKey>(
  (Object.keys(known) as OrderFieldKey[]).flatMap((key) => known[key].map((each) => [each, key] as const)),
);

/** Headings of what is never written, whatever the issuer asks. */
const SECRET =
  /\b(nir|iban|bic|rib|swift)\b|(numero|no|n) insee|securite sociale|\bsecu\b|coordonnees bancaires|compte bancaire/;

/** A heading without what varies: accents, capitals, signs, and what stands between brackets. `Prénom* (obligatoire)` → `prenom`. */
export function foldedHeading(heading: string): string {
  return oneLine(
    unaccented(heading)
      .toLowerCase()
      .replace(/[([{].*?[)\]}]/g, ' ')
      .replace(/[^a-z0-9]+/g, ' '),
  );
}

/** The field that a heading certainly speaks of; undefined when there is a doubt: a person then chooses. */
export function fieldOfHeading(heading: string): OrderFieldKey | undefined {
  return fields.get(foldedHeading(heading));
}

/** True for a heading that asks for a social security number or a bank account. */
export function isSecretHeading(heading: string): boolean {
  return SECRET.test(foldedHeading(heading));
}
