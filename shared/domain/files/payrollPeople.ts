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

type Scope<L> = (line: L) => readonly string[];

const inEstablishment: Scope<FileLine> = ({ establishment }) => [payrollEstablishment(establishment)];

const matriculeIn =
  <L extends FileLine>(scopeOf: Scope<L>) =>
  (line: L): string => {
    const matricule = oneLine(line.person.employeeNumber);
    return matricule && JSON.stringify([scopeOf(line), matricule]);
  };

/**
 * Of files with several lines for one person: two humans under one matricule where nothing else that the file says (`scopeOf`) tells them apart.
 * Somebody who moved is looked at in each of their places; somebody hired again under another identifier is no other human.
 */
export function sharedMatricules<L extends FileLine>(
  lines: readonly L[],
  scopeOf: Scope<L> = inEstablishment,
  code?: string,
): readonly Finding[] {
  const pair = matriculeIn(scopeOf);
  const human = (line: L) => JSON.stringify([pair(line), line.person.human ?? line.person.luccaId]);
  const once = [...new Map(lines.map((line) => [human(line), line])).values()];
  return sharedValues(once, pair, MATRICULE, code);
}

/**
 * A matricule names one person of an establishment: a blank, a double, or a number that is no matricule, is an error, told once of each person.
 * `twins`: of a file that has several lines for one person, or tells people apart otherwise; without it, a person listed twice is told too.
 */
export function matriculeFindings(
  lines: readonly FileLine[],
  twins = sharedValues(lines, matriculeIn(inEstablishment), MATRICULE),
): readonly Finding[] {
  const people = onePerPerson(lines);
  return [
    ...people
      .filter(({ person }) => oneLine(person.employeeNumber) === '')
      .map((line) => personFinding('fileBlank', line, MATRICULE)),
    ...twins,
    ...people.flatMap(secretFindings),
  ];
}

function secretFindings(line: FileLine): Finding[] {
  const { employeeNumber, lastName, firstName } = line.person;
  const typed = { [MATRICULE]: employeeNumber, Nom: lastName, Prénom: firstName };
  const fields = Object.entries(typed).filter(([, text]) => looksSecret(text));
  return fields.map(([field]) => personFinding('fileSecret', line, field));
}
