import type { LeaveAccount } from './model.ts';

/** Paid leave is counted from June to May, in one account per year whose id grows with the year. */
export function paidLeaveAccountId(yearOfJune: number): number {
  return 1200 + (yearOfJune % 100);
}

/** The June that opens the paid-leave year of a month: `2026-10` belongs to 2026, `2026-05` to 2025. */
export function paidLeaveYear(month: string): number {
  return Number(month.slice(0, 4)) - (Number(month.slice(5, 7)) < 6 ? 1 : 0);
}

export const ACCOUNT = {
  rtt: 28,
  remoteWork: 29,
  sickness: 41,
  sickChild: 42,
  unpaid: 43,
  training: 44,
  recoveryHours: 45,
  compensatoryRest: 46,
  maternity: 47,
  workAccident: 48,
  wedding: 49,
  bereavement: 50,
  moving: 51,
  birth: 52,
  parental: 53,
  therapeutic: 54,
  partialActivity: 55,
  rttHours: 56,
} as const;

const days = (id: number, name: string): LeaveAccount => ({ id, name, unit: 'days', isRemoteWork: false });

/** The leave accounts seen in the reference month: two years of paid leave, then the permanent ones. */
export function createAccounts(referenceMonth: string): LeaveAccount[] {
  const year = paidLeaveYear(referenceMonth);
  const paid = [year - 1, year].map((start) =>
    days(paidLeaveAccountId(start), `Congés payés ${String(start)}-${String(start + 1)}`),
  );
  return [
    ...paid,
    days(ACCOUNT.rtt, `RTT ${referenceMonth.slice(0, 4)}`),
    { id: ACCOUNT.remoteWork, name: 'Télétravail', unit: 'days', isRemoteWork: true },
    days(ACCOUNT.sickness, 'Maladie'),
    days(ACCOUNT.sickChild, 'Enfant malade'),
    days(ACCOUNT.unpaid, 'Congé sans solde'),
    days(ACCOUNT.training, 'Formation'),
    { id: ACCOUNT.recoveryHours, name: 'Heures de récupération', unit: 'hours', isRemoteWork: false },
    days(ACCOUNT.compensatoryRest, 'Repos compensateur'),
    days(ACCOUNT.maternity, 'Maternité'),
    days(ACCOUNT.workAccident, 'Accident du travail'),
    days(ACCOUNT.wedding, 'Mariage / PACS'),
    days(ACCOUNT.bereavement, "Décès d'un proche"),
    days(ACCOUNT.moving, 'Déménagement'),
    days(ACCOUNT.birth, 'Naissance / adoption'),
    days(ACCOUNT.parental, 'Congé parental'),
    days(ACCOUNT.therapeutic, 'Temps partiel thérapeutique'),
    days(ACCOUNT.partialActivity, 'Activité partielle'),
    { id: ACCOUNT.rttHours, name: 'RTT en heures', unit: 'hours', isRemoteWork: false },
  ];
}
