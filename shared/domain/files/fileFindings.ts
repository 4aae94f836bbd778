/** Findings of files: they name the person or the establishment, and the field; never what stands in it. */
import type { Finding, Severity } from '../finding.ts';
import { establishmentName, personName, type FileEstablishment, type FileLine } from './fileLine.ts';

type Facts = Finding['facts'];

/** Something wrong with one field of one person. */
export function personFinding(
  code: string,
  { person }: Pick<FileLine, 'person'>,
  field: string,
  more: Facts = {},
  severity: Severity = 'error',
): Finding {
  const { luccaId, cells } = person;
  const place = cells?.[field] ?? person.place;
  const facts = { person: personName(person), field, ...more };
  return { code, severity, subject: luccaId, ...(place && { place }), facts };
}

/** Something wrong with one field of one establishment: said once, whatever the number of its people. */
export function establishmentFinding(
  code: string,
  establishment: FileEstablishment,
  field: string,
  more: Facts = {},
): Finding {
  return { code, severity: 'error', facts: { establishment: establishmentName(establishment), field, ...more } };
}

/** Something wrong with the file as a whole. */
export function fileFinding(code: string, facts: Facts = {}, severity: Severity = 'error'): Finding {
  return { code, severity, facts };
}

/**
 * Files are given to several recipients, and some lines say none: they would make a file for nobody. Each establishment is named once, a
 * person of no known establishment by name. Nobody having one is fine: there is one file. Of an establishment that may be two, something else
 * is told.
 */
export function missingRecipients<L extends FileLine>(
  lines: readonly L[],
  recipientOf: (line: L) => string,
  field: string,
): readonly Finding[] {
  const lost = lines.filter((line) => recipientOf(line) === '' && !line.establishment.homonym);
  if (lost.length === lines.length) return [];
  const [placed, homeless] = [true, false].map((isPlaced) =>
    lost.filter(({ establishment }) => (establishmentName(establishment) !== '') === isPlaced),
  );
  return [
    ...establishmentsOf(placed ?? []).map((each) => establishmentFinding('fileEstablishmentBlank', each, field)),
    ...(homeless ?? []).map((line) => personFinding('fileNoEstablishment', line, field)),
  ];
}

/** The establishments of the lines, each once. */
export function establishmentsOf<E extends FileEstablishment>(
  lines: readonly { readonly establishment: E }[],
): readonly E[] {
  return [...new Map(lines.map(({ establishment }) => [JSON.stringify(establishment), establishment])).values()];
}

/**
 * A finding for each line whose `valueOf` another line has already: both are named. Blanks are alike and share nothing.
 * The two may be one person listed twice: that is told too.
 */
export function sharedValues<L extends FileLine>(
  lines: readonly L[],
  valueOf: (line: L) => string,
  field: string,
  code = 'fileTwice',
): readonly Finding[] {
  const first = new Map<string, L>();
  return lines.flatMap((line): Finding[] => {
    const value = valueOf(line);
    const other = first.get(value);
    if (value === '') return [];
    if (!other) first.set(value, line);
    return other ? [personFinding(code, line, field, { other: personName(other.person) })] : [];
  });
}
