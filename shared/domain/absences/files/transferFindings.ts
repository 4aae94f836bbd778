/** What stops the files of an import of absences, or is to be known of them. */
import { fileFinding } from '../../files/fileFindings.ts';
import { matriculeFindings, onePerPerson } from '../../files/payrollPeople.ts';
import type { Finding } from '../../finding.ts';
import { payrollTargets, type PayrollTargetKey } from '../targets/targets.ts';
import type { TransferFileLine } from './transferFile.ts';

/** Nothing to say, or people whom payroll would not know. */
export function peopleFindings(kind: string, lines: readonly TransferFileLine[]): Finding[] {
  const nothing = lines.length === 0 ? [fileFinding('transferFileNothing', { kind }, 'warning')] : [];
  return [...nothing, ...matriculeFindings(onePerPerson(lines))];
}

/** Accounts that payroll software cannot name, each once. */
export function typeFindings(key: PayrollTargetKey, lines: readonly TransferFileLine[]): Finding[] {
  const unnamed = lines.filter(({ types }) => types[key].trim() === '');
  const accounts = new Map(unnamed.map((line) => [line.account, line.accountPlace]));
  const { name: target } = payrollTargets[key];
  return [...accounts].map(([account, place]) => {
    const finding = fileFinding('transferTypeMissing', { account, target });
    return place ? { ...finding, place: { ...place, column: key } } : finding;
  });
}
