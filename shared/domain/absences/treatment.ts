/** What payroll does with a leave account: the categories that are transferred, the stoppages that are typed by hand, the rest. */
import type { StoppageReason, SuspensionReason } from './dsnReasons.ts';

interface CategoryDeclaration {
  /** As the accountant chooses it. */
  readonly name: string;
  /** Payroll code until the accountant gives another one. */
  readonly code: string;
  /** How the DSN names it, where it is a suspension of the contract; null where the DSN knows nothing of it. */
  readonly suspension: SuspensionReason | null;
}

/** The fourteen categories that payroll takes from Lucca. Therapeutic part time is a stoppage for the DSN, and is transferred all the same. */
export const absenceCategories = {
  paidLeave: { name: 'congés payés', code: 'CP', suspension: '200' },
  rtt: { name: 'RTT', code: 'RTT', suspension: null },
  rest: { name: 'repos', code: 'REPOS', suspension: null },
  paidAbsence: { name: 'absence rémunérée', code: 'ABS_REM', suspension: null },
  unpaidLeave: { name: 'congé sans solde', code: 'CSS', suspension: '501' },
  remoteWork: { name: 'télétravail', code: 'TELETRAVAIL', suspension: null },
  sickChild: { name: 'enfant malade', code: 'ENF_MALADE', suspension: '636' },
  partialActivity: { name: 'activité partielle', code: 'ACT_PART', suspension: '602' },
  parentalLeave: { name: 'congé parental', code: 'PARENTAL', suspension: '632' },
  movingHouse: { name: 'déménagement', code: 'DEMENAG', suspension: null },
  bereavement: { name: 'décès', code: 'DECES', suspension: '637' },
  marriage: { name: 'mariage / PACS', code: 'MARIAGE', suspension: '637' },
  birth: { name: 'naissance / adoption', code: 'NAISSANCE', suspension: '637' },
  therapeuticPartTime: { name: 'temps partiel thérapeutique', code: 'TPT', suspension: null },
} as const satisfies Readonly<Record<string, CategoryDeclaration>>;
export type AbsenceCategory = keyof typeof absenceCategories;

/** Payroll code of an account until the accountant gives another one: an account in hours has its own, for a code has one unit. `rtt` in hours → `RTT_H`. */
export function defaultCode(category: AbsenceCategory, isInHours: boolean): string {
  const { code } = absenceCategories[category];
  return isInHours ? `${code}_H` : code;
}

interface KindDeclaration {
  readonly name: string;
  readonly reason: StoppageReason;
}

/** Work stoppages: never imported, typed in payroll by a person. */
export const stoppageKinds = {
  sickness: { name: 'maladie', reason: '01' },
  maternity: { name: 'maternité', reason: '02' },
  paternity: { name: 'paternité / accueil enfant', reason: '03' },
  commutingAccident: { name: 'accident de trajet', reason: '04' },
  occupationalDisease: { name: 'maladie professionnelle', reason: '05' },
  workAccident: { name: 'accident du travail', reason: '06' },
  pregnancyExemption: { name: 'femme enceinte dispensée de travail', reason: '07' },
  adoption: { name: 'adoption', reason: '09' },
  childMourning: { name: "deuil d'enfant", reason: '19' },
} as const satisfies Readonly<Record<string, KindDeclaration>>;
export type StoppageKind = keyof typeof stoppageKinds;

/** `code`: how payroll names it in its files, what the register is kept by. */
export type AbsenceTreatment =
  | { readonly is: 'transferred'; readonly category: AbsenceCategory; readonly code: string }
  | { readonly is: 'stoppage'; readonly kind: StoppageKind }
  | { readonly is: 'outside' };
