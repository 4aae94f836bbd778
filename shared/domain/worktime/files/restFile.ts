/** The file of rest earned, to be imported into the counters of Lucca. */
import { isFormulaLike } from '../../files/delimited.ts';
import { establishmentFinding, establishmentsOf, fileFinding, personFinding } from '../../files/fileFindings.ts';
import { establishmentName, type FileEstablishment } from '../../files/fileLine.ts';
import { fileName, filesOf } from '../../files/givenFile.ts';
import { oneLine } from '../../files/plainLetters.ts';
import { matriculeFindings, onePerPerson, sharedMatricules } from '../../files/payrollPeople.ts';
import type { Finding } from '../../finding.ts';
import { entitlementBytes, entitlementCells, entitlementTable } from './entitlements.ts';
import { timeControl, type TimeFileInput, type TimeFileLine, type TimeFiles } from './timeFile.ts';

/** At the cell where the code is typed. */
function codeFinding(establishment: FileEstablishment): Finding {
  const { codePlace } = establishment;
  return {
    ...establishmentFinding('timeFileCodeBlank', establishment, 'Code'),
    ...(codePlace && { place: codePlace }),
  };
}

/** Lucca knows an establishment by its code; a person of no known establishment is named. */
function establishmentFindings(people: readonly TimeFileLine[]): Finding[] {
  const nameless = people.filter(({ establishment }) => oneLine(establishment.code) === '');
  const [known, lost] = [true, false].map((isKnown) =>
    nameless.filter(({ establishment }) => (establishmentName(establishment) !== '') === isKnown),
  );
  return [
    ...establishmentsOf(known ?? []).map(codeFinding),
    ...(lost ?? []).map((line) => personFinding('fileNoEstablishment', line, 'Établissement')),
  ];
}

function formulaFindings(people: readonly TimeFileLine[]): Finding[] {
  return people.flatMap((line) => {
    const { employeeNumber, lastName, firstName } = line.person;
    const typed = Object.entries({ Matricule: employeeNumber, Nom: lastName, Prénom: firstName });
    const fields = typed.filter(([, text]) => isFormulaLike(oneLine(text)));
    return fields.map(([field]) => personFinding('fileNeutralised', line, field, {}, 'warning'));
  });
}

/** One file for the whole account: each row says its establishment. Every line is of an account that feeds a counter. */
export function restFile({ lines, month, number }: TimeFileInput): TimeFiles {
  const people = onePerPerson(lines);
  const findings = [
    ...(lines.length === 0 ? [fileFinding('timeFileNothing', { kind: 'rest' }, 'warning')] : []),
    ...establishmentFindings(people),
    ...matriculeFindings(lines, sharedMatricules(lines)),
    ...formulaFindings(people),
  ];
  const table = entitlementTable(lines);
  const file = {
    name: fileName(['repos-lucca', month, number], 'csv'),
    recipient: '',
    preview: entitlementCells(table),
    control: timeControl(lines),
    encode: () => entitlementBytes(table),
  };
  return filesOf(lines.length === 0 ? [] : [file], findings);
}
