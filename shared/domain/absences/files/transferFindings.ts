/** What stops the files of an import of absences, or is to be known of them. */
import { establishmentFinding, establishmentsOf, fileFinding } from '../../files/fileFindings.ts';
import { byRecipient } from '../../files/givenFile.ts';
import { matriculeFindings, payrollEstablishment, sharedMatricules } from '../../files/payrollPeople.ts';
import type { Finding } from '../../finding.ts';
import { payrollTargetKeys, payrollTargets, type PayrollTargetKey } from '../targets/targets.ts';
import type { TransferFileLine } from './transferFile.ts';
import { isInHours } from './transferValue.ts';

/**
 * A matricule names one human of an establishment; of the whole file for payroll software whose files name none. Two dossiers are two files.
 */
function twins(kind: string, lines: readonly TransferFileLine[]): readonly Finding[] {
  const dossier = ({ establishment }: TransferFileLine) => establishment.payrollDossier;
  const isTarget = payrollTargetKeys.some((key) => key === kind);
  if (isTarget) return sharedMatricules(lines, (line) => [dossier(line)], 'transferMatriculeShared');
  const place = (line: TransferFileLine) => [dossier(line), payrollEstablishment(line.establishment)];
  const isAlike = writtenAlike(lines, place);
  const apart = lines.filter((line) => !isAlike(line));
  return [
    ...sharedMatricules(apart, place, 'transferMatriculeTwice'),
    ...sharedMatricules(lines.filter(isAlike), place, 'transferMatriculeHomonyms'),
  ];
}

/** Lines of establishments that the file writes as it writes another one: of one name and no code, or of one code. */
function writtenAlike(
  lines: readonly TransferFileLine[],
  place: (line: TransferFileLine) => readonly string[],
): (line: TransferFileLine) => boolean {
  const written = (line: TransferFileLine) => JSON.stringify(place(line));
  const rows = new Map<string, Set<string | undefined>>();
  for (const line of lines)
    rows.set(written(line), (rows.get(written(line)) ?? new Set()).add(line.establishment.codePlace?.key));
  return (line) => (rows.get(written(line))?.size ?? 0) > 1;
}

/** Establishments of which nothing tells which one of a name they are, each once. */
function homonymFindings(lines: readonly TransferFileLine[]): Finding[] {
  return establishmentsOf(lines).flatMap((establishment): Finding[] => {
    const { homonym: place } = establishment;
    if (!place) return [];
    return [{ ...establishmentFinding('transferEstablishmentHomonyms', establishment, 'Identifiant Lucca'), place }];
  });
}

/** Nothing to say, or people whom payroll would not know. A deletion bears the matricule that payroll took, which may be another's by now. */
export function peopleFindings(kind: string, lines: readonly TransferFileLine[]): Finding[] {
  const nothing = lines.length === 0 ? [fileFinding('transferFileNothing', { kind }, 'warning')] : [];
  const brought = lines.filter(({ direction }) => direction === 'import');
  const deleted = lines.filter(({ direction }) => direction === 'delete');
  const knownAs = ({ person }: TransferFileLine) => JSON.stringify([person.luccaId, person.employeeNumber]);
  const known = new Set(brought.map(knownAs));
  const others = deleted.filter((line) => !known.has(knownAs(line)));
  return [
    ...nothing,
    ...matriculeFindings(brought, twins(kind, brought)),
    ...matriculeFindings(others, []),
    ...homonymFindings(lines),
  ];
}

/** Accounts that payroll software cannot name, each once. */
export function typeFindings(key: PayrollTargetKey, lines: readonly TransferFileLine[]): Finding[] {
  const unnamed = lines.filter(({ types }) => types[key].trim() === '');
  const accounts = new Map(unnamed.map((line) => [line.account, line.typePlaces?.[key]]));
  const { name: target } = payrollTargets[key];
  return [...accounts].map(([account, place]) => {
    const finding = fileFinding('transferTypeMissing', { account, target });
    return place ? { ...finding, place } : finding;
  });
}

/** Payroll codes under which one file has days and hours, where no column says the unit: payroll would read the ones for the others. */
export function unitFindings(lines: readonly TransferFileLine[]): Finding[] {
  const files = byRecipient(lines, ({ code, establishment }) =>
    JSON.stringify([code.trim(), establishment.payrollDossier]),
  );
  const mixed = files.flatMap(([, own]) => {
    const [days, hours] = [own.find((line) => !isInHours(line)), own.find(isInHours)];
    return days && hours ? [[hours.code.trim(), { days, hours }] as const] : [];
  });
  return [...new Map(mixed)].map(([code, { days, hours }]) => {
    const finding = fileFinding('transferCodeUnits', { code, days: days.account, hours: hours.account });
    return hours.codePlace ? { ...finding, place: hours.codePlace } : finding;
  });
}
