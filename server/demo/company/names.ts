/** What the fictional people are called and where they come from. Nobody here exists. */

export const WOMEN = [
  'Marie',
  'Camille',
  'Élodie',
  'Sophie',
  'Chloé',
  'Anne-Laure',
  'Inès',
  'Françoise',
  'Léa',
  'Manon',
  'Zoé',
  'Agnès',
  'Noémie',
  'Clémence',
  'Fatima',
  'Aïcha',
  'Gaëlle',
  'Marie-Thérèse',
  'Océane',
  'Yasmine',
  'Hélène',
  'Lucie',
  'Nadia',
  'Mireille',
] as const;

export const MEN = [
  'Julien',
  'Thomas',
  'Jean-Baptiste',
  'Loïc',
  'Rémi',
  'Noé',
  'Karim',
  'Étienne',
  'François',
  'Maël',
  'Hugo',
  'Mickaël',
  'Jean-Noël',
  'Mathis',
  'Ahmed',
  'Raphaël',
  'Gérald',
  'Yvan',
  'Jérôme',
  'Kévin',
  'Luc',
  'Théo',
  'André',
  'Stéphane',
] as const;

export const SURNAMES = [
  'MARTIN',
  'BERNARD',
  'DURAND',
  'PETIT',
  'ROBERT',
  'LEFÈVRE',
  'MULLER',
  'SCHMITT',
  'KLEIN',
  'PAYET',
  'HOARAU',
  'GRONDIN',
  'BOYER',
  'FONTAINE',
  'CHEVALIER',
  'GAUTHIER',
  'PERRIN',
  'BENALI',
  'NGUYEN',
  'DA SILVA',
  'DE LA TOUR',
  "D'HARCOURT",
  'LE GOFF',
  'RIVIÈRE',
  'ÇELIK',
  'MUÑOZ',
  'GARNIER-PAGÈS',
  'WEBER',
  'MEYER',
  'TÉCHER',
  'DIJOUX',
  'ROUX',
  'BLANC',
  'NOËL',
  'FAURE',
  'LEMAÎTRE',
] as const;

export interface Place {
  readonly city: string;
  readonly country: string;
  /** The five characters of the place in a NIR: department and commune, or 99 and country. */
  readonly nir: string;
}

export const BIRTH_PLACES: readonly Place[] = [
  { city: 'Lyon', country: 'France', nir: '69123' },
  { city: 'Villeurbanne', country: 'France', nir: '69266' },
  { city: 'Strasbourg', country: 'France', nir: '67482' },
  { city: 'Colmar', country: 'France', nir: '68066' },
  { city: 'Saint-Denis', country: 'France', nir: '97411' },
  { city: 'Saint-Pierre', country: 'France', nir: '97416' },
  { city: 'Paris', country: 'France', nir: '75056' },
  { city: 'Marseille', country: 'France', nir: '13055' },
  { city: "L'Haÿ-les-Roses", country: 'France', nir: '94038' },
  { city: 'Nantes', country: 'France', nir: '44109' },
  { city: 'Bourg-en-Bresse', country: 'France', nir: '01053' },
  { city: 'Alger', country: 'Algérie', nir: '99352' },
  { city: 'Lisbonne', country: 'Portugal', nir: '99139' },
  { city: 'Berlin', country: 'Allemagne', nir: '99109' },
];

export const CORSICAN_PLACES = {
  south: { city: 'Ajaccio', country: 'France', nir: '2A004' },
  north: { city: 'Bastia', country: 'France', nir: '2B033' },
} as const satisfies Record<string, Place>;

/** Streets per establishment, each with the postcodes and cities around it. */
export const HOMES: Readonly<Record<number, readonly { readonly postalCode: string; readonly city: string }[]>> = {
  11: [
    { postalCode: '69003', city: 'Lyon' },
    { postalCode: '69100', city: 'Villeurbanne' },
    { postalCode: '01000', city: 'Bourg-en-Bresse' },
  ],
  12: [
    { postalCode: '67000', city: 'Strasbourg' },
    { postalCode: '67300', city: 'Schiltigheim' },
    { postalCode: '67400', city: 'Illkirch-Graffenstaden' },
  ],
  13: [
    { postalCode: '97400', city: 'Saint-Denis' },
    { postalCode: '97410', city: 'Saint-Pierre' },
    { postalCode: '97438', city: 'Sainte-Marie' },
  ],
};

export const STREETS = [
  'rue des Lilas',
  "rue de l'Église",
  'avenue Jean-Jaurès',
  'chemin des Écoliers',
  'place du Marché',
  'impasse des Peupliers',
  'boulevard de la Liberté',
  'rue du 8-Mai-1945',
  "allée de l'Océan",
  'quai des Tanneurs',
] as const;

export interface Bank {
  readonly name: string;
  readonly code: string;
  readonly bic: string;
}

export const BANKS: readonly Bank[] = [
  { name: 'BNP Paribas', code: '30004', bic: 'BNPAFRPPXXX' },
  { name: 'Société Générale', code: '30003', bic: 'SOGEFRPP' },
  { name: 'La Banque Postale', code: '20041', bic: 'PSSTFRPPLYO' },
  { name: 'Crédit Mutuel', code: '10278', bic: 'CMCIFR2A' },
  { name: 'LCL', code: '30002', bic: 'CRLYFRPP' },
];

const slugs = new Map<string, string>();

/** The name as an e-mail address holds it: `D'HARCOURT` gives `d-harcourt`. */
export function slugOf(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  slugs.set(name, slug);
  return slug;
}
