/** What stops the files of an import of absences, or is to be known of them. */
import { establishmentFinding, establishmentsOf, fileFinding, sharedValues } from '../../files/fileFindings.ts';
import { matriculeFindings, onePerPerson } from '../../files/payrollPeople.ts';
import { oneLine } from '../../files/plainLetters.ts';
import type { Finding } from '../../finding.ts';
import { payrollTargetKeys, payrollTargets, type PayrollTargetKey } from '../targets/targets.ts';
import type { TransferFileLine } from './transferFile.ts';

/** In a file that names no establishment, a matricule names one person of the whole file. */
function fileTwins(lines: readonly TransferFileLine[]): readonly Finding[] {
  const placeOf = ({ person, establishment }: TransferFileLine) =>
    JSON.stringify([establishment.payrollDossier, person.luccaId]);
  const once = [...new Map(lines.map((line) => [placeOf(line), line])).values()];
  const pair = ({ person, establishment }: TransferFileLine) =>
    oneLine(person.employeeNumber) && JSON.stringify([establishment.payrollDossier, oneLine(person.employeeNumber)]);
  return sharedValues(once, pair, 'Matricule', 'transferMatriculeShared');
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
  const isTarget = payrollTargetKeys.some((key) => key === kind);
  const people = onePerPerson(brought);
  const known = new Set(people.map(({ person }) => person.employeeNumber + person.luccaId));
  const others = onePerPerson(deleted).filter(({ person }) => !known.has(person.employeeNumber + person.luccaId));
  return [
    ...nothing,
    ...matriculeFindings(people, isTarget ? fileTwins(brought) : undefined),
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
