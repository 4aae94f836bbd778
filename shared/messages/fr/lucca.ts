/** What is said of an account typed by a person, of the parts of Lucca we read, and of the rights they need: French. */

/** Why a typed account was refused before anything was sent. One function per sentence. */
export const luccaAddressMessages = {
  empty: () => 'Saisissez le nom du compte Lucca (par exemple « acme ») ou son adresse, https://acme.ilucca.net.',
  noDemo: () =>
    '« demo » est le compte fictif, qui ne tourne pas ici. Saisissez le nom de votre compte Lucca, ou relancez Passerelle avec « npm start » pour essayer.',
  notHttps: () => "L'adresse du compte Lucca commence par https:// : par exemple https://acme.ilucca.net.",
  userInfo: () =>
    "L'adresse du compte ne contient ni nom d'utilisateur ni « @ » : par exemple https://acme.ilucca.net.",
  port: () => "L'adresse du compte ne contient pas de numéro de port : par exemple https://acme.ilucca.net.",
  ipAddress: () => 'Une adresse IP ne désigne pas un compte Lucca : par exemple https://acme.ilucca.net.',
  path: () => "Gardez seulement le début de l'adresse, sans rien après le nom du site : https://acme.ilucca.net.",
  foreignHost: () =>
    "Cette adresse n'est pas celle d'un compte Lucca. Un compte s'écrit « acme », ou finit par ilucca.net, ilucca.ch, ilucca-test.net, ilucca-test.ch, ilucca-demo.net ou sandbox.….luccasoftware.com.",
  unusualCharacter: () =>
    "Cette adresse contient un caractère inattendu (espace, accent, lettre d'un autre alphabet). Recopiez-la à la main.",
} as const;

/** The parts of Lucca we read, as they are named in « … (salariés) ». */
export const luccaCallNames = {
  users: () => 'salariés',
  establishments: () => 'établissements',
  fieldDefinitions: () => 'champs personnalisés du dossier RH',
  contracts: () => 'contrats de travail',
  leaves: () => 'absences',
  leaveAccounts: () => "comptes d'absence",
  token: () => "autorisation de l'application",
  personalRecords: () => 'données personnelles (NIR, RIB)',
  userDates: () => 'jours travaillés',
  expenseNatures: () => 'natures de frais',
  expenseItems: () => 'lignes de frais',
  expenseClaims: () => 'notes de frais',
  timeEntries: () => 'temps saisis',
  timesheets: () => 'feuilles de temps',
  workingTimes: () => 'temps de travail des contrats',
  entitlements: () => 'crédit des compteurs',
} as const;

/** The rights to ask the Lucca administrator for, as they are named there. */
export const luccaRightNames = {
  users: () => 'Collaborateurs : consulter',
  formerEmployees: () => 'Collaborateurs : voir les anciens collaborateurs',
  birthDates: () => 'Collaborateurs : dates de naissance et données personnelles',
  establishments: () => 'Organisation : consulter les établissements',
  customFields: () => 'Dossier RH : consulter les champs personnalisés',
  contracts: () => 'Dossier RH : consulter les contrats de travail',
  leaves: () => 'Timmi Absences : consulter les absences de tous les établissements',
  personalRecords: () => 'Application OAuth : employee-personal-records.readonly',
  planning: () => 'Timmi : consulter les plannings (jours travaillés, pour les titres-restaurant)',
  expenses: () => 'Cleemy Notes de frais : consulter les notes de frais (repas, pour les titres-restaurant)',
  entitlements: () => 'Timmi Absences : importer des crédits et débits',
  time: () => 'Timmi Temps : consulter les temps et les feuilles de temps (pour le temps de travail)',
} as const;
