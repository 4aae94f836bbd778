/** What is checked of the people of a payroll file, whatever its form. */
import type { Finding } from '../../../finding.ts';
import { personFinding, sharedValues } from '../fileFindings.ts';
import type { OrderEstablishment, OrderFileInput, OrderLine } from '../orderInput.ts';
import { oneLine } from '../plainLetters.ts';
import { looksSecret } from '../secrets.ts';

const MATRICULE = 'Matricule';

/** How payroll knows an establishment: by its code, else by its name. */
export function payrollEstablishment({ code, name }: OrderEstablishment): string {
  return oneLine(code) || oneLine(name);
}

/** The lines of which payroll must know something: vouchers ordered, corrected, given back, or of a leaver. */
export function payrollLines({ lines }: OrderFileInput): readonly OrderLine[] {
  return lines.filter((line) =>
    [line.number, line.regularised, line.returned, line.settlement].some((each) => each !== 0),
  );
}

/** A matricule names one person of an establishment: a blank, a double, or a number that is no matricule, is an error. */
export function matriculeFindings(lines: readonly OrderLine[]): readonly Finding[] {
  const pair = ({ person, establishment }: OrderLine) =>
    oneLine(person.employeeNumber) &&
    JSON.stringify([payrollEstablishment(establishment), oneLine(person.employeeNumber)]);
  return [
    ...lines
      .filter(({ person }) => oneLine(person.employeeNumber) === '')
      .map((line) => personFinding('voucherFileBlank', line, MATRICULE)),
    ...sharedValues(lines, pair, MATRICULE),
    ...lines.flatMap(secretFindings),
  ];
}

function secretFindings(line: OrderLine): Finding[] {
  const { employeeNumber, lastName, firstName } = line.person;
  const typed = { [MATRICULE]: employeeNumber, Nom: lastName, Prénom: firstName };
  const fields = Object.entries(typed).filter(([, text]) => looksSecret(text));
  return fields.map(([field]) => personFinding('voucherFileSecret', line, field));
}
