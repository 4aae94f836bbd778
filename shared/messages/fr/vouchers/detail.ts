/** Sentences of « Détail TR ». A sheet is printed and forwarded: an absence is told without its account. */
import type { PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { ManualAdjustment, VoucherLine } from '../../../domain/vouchers/outcome.ts';
import { counted } from '../words.ts';
import { correctionCause, lineText, ofMonth, type LuccaNames } from './days.ts';

export function ordinaryDays(days: number): string {
  return counted(days, 'jour travaillé, un titre', 'jours travaillés, un titre chacun');
}

const UNNAMED = 'absence';

function withoutAccount(line: VoucherLine): VoucherLine {
  return line.taking?.by === 'absence' ? { ...line, taking: { ...line.taking, accounts: [UNNAMED] } } : line;
}

function onlyNatures({ natures }: LuccaNames): LuccaNames {
  return { accounts: new Map([[UNNAMED, UNNAMED]]), natures };
}

/** « absence le matin, titre retiré » */
export function detailText(line: VoucherLine, names: LuccaNames): string {
  return lineText(withoutAccount(line), onlyNatures(names));
}

/** « absence enregistrée après la commande de septembre, titre retiré » */
export function correctionDetail(line: VoucherLine, corrected: PlainMonth, names: LuccaNames): string {
  const told = line.taking?.by === 'absence' ? { ...line, taking: null } : line;
  return correctionCause(told, onlyNatures(names), `la commande ${ofMonth(corrected)}`);
}

const kinds: Readonly<Record<ManualAdjustment['kind'], string>> = {
  entitlement: 'ajustement du droit',
  absence: 'ajustement pour absence',
  meal: 'ajustement pour frais',
  other: 'ajustement',
  returned: 'titres rendus',
};

/** `comments`: what was typed beside each of them, blanks left out. */
export function adjustmentDetail(kind: ManualAdjustment['kind'], comments: readonly string[]): string {
  return [kinds[kind], ...comments].join(' : ');
}
export function returnedDetail(number: number): string {
  return `${counted(number, 'titre rendu', 'titres rendus')} : la part salariale est remboursée, rien n’est commandé`;
}
export const carriedDetail = 'titres que la commande précédente n’a pas pu reprendre';

/** Rows of « Détail TR » that are not in the sheet: nothing to say of none. */
export function detailLeftOut(rows: number): string[] {
  return rows === 0
    ? []
    : [
        `« Détail TR » ne peut pas tout montrer : ${counted(rows, 'ligne n’y est pas', 'lignes n’y sont pas')}. Chaque personne s’explique dans le volet, avec Pourquoi ?`,
      ];
}
