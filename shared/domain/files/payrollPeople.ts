/** What is checked of the people of a payroll file, whatever its form. */
import type { Finding } from '../finding.ts';
import { personFinding, sharedValues } from './fileFindings.ts';
import type { FileEstablishment, FileLine } from './fileLine.ts';
import { oneLine } from './plainLetters.ts';
import { looksSecret } from './secrets.ts';

const MATRICULE = 'Matricule';

/** How payroll knows an establishment: by its code, else by its name. */
export function payrollEstablishment({ code, name }: FileEstablishment): string {
  return oneLine(code) || oneLine(name);
}

/** The first line of each person: what is asked of people is asked once. */
export function onePerPerson<L extends FileLine>(lines: readonly L[]): L[] {
  return [...new Map([...lines].reverse().map((line) => [line.person.luccaId, line])).values()].reverse();
}

function establishmentTwins(lines: readonly FileLine[]): readonly Finding[] {
  const pair = ({ person, establishment }: FileLine) =>
    oneLine(person.employeeNumber) &&
    JSON.stringify([payrollEstablishment(establishment), oneLine(person.employeeNumber)]);
  return sharedValues(lines, pair, MATRICULE);
}

/**
 * A matricule names one person of an establishment: a blank, a double, or a number that is no matricule, is an error. One line per person.
 * `twins`: of a file that tells people apart otherwise.
 */
export function matriculeFindings(
  lines: readonly FileLine[],
  twins: readonly Finding[] = establishmentTwins(lines),
): readonly Finding[] {
  return [
    ...lines
      .filter(({ person }) => oneLine(person.employeeNumber) === '')
      .map((line) => personFinding('fileBlank', line, MATRICULE)),
    ...twins,
    ...lines.flatMap(secretFindings),
  ];
}

function secretFindings(line: FileLine): Finding[] {
  const { employeeNumber, lastName, firstName } = line.person;
  const typed = { [MATRICULE]: employeeNumber, Nom: lastName, Prénom: firstName };
  const fields = Object.entries(typed).filter(([, text]) => looksSecret(text));
  return fields.map(([field]) => personFinding('fileSecret', line, field));
}
