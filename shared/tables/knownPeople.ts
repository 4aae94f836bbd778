/** Who a row speaks of. */
import { canonical, textCell } from '../domain/review/cell.ts';
import type { TypedRow } from './typedRow.ts';

/** A person of « Salariés ». `establishment`: as « Salariés » writes it. */
export interface KnownPerson {
  readonly id: string;
  readonly employeeNumber: string;
  readonly establishment: string;
  /** Under which Lucca had them before they were created again: what was typed with one is theirs. */
  readonly formerIds?: readonly string[];
}

function number(text: string): string {
  return canonical('identifier', textCell(text));
}

export class KnownPeople {
  readonly #byId: ReadonlyMap<string, KnownPerson>;
  readonly #byNumber = new Map<string, KnownPerson[]>();

  constructor(people: readonly KnownPerson[]) {
    const former = people.flatMap((person) => (person.formerIds ?? []).map((id) => [number(id), person] as const));
    this.#byId = new Map([...former, ...people.map((person) => [number(person.id), person] as const)]);
    for (const person of people) {
      const key = number(person.employeeNumber);
      if (key !== '') this.#byNumber.set(key, [...(this.#byNumber.get(key) ?? []), person]);
    }
  }

  /** The person that the cells `luccaId` and `employeeNumber` of a row name, or what is wrong with them, said at the cell. */
  named(row: TypedRow): KnownPerson | undefined {
    const id = row.text('luccaId');
    if (id === '') return this.numbered(row, 'employeeNumber');
    const person = this.identified(row, 'luccaId');
    const typed = number(row.text('employeeNumber'));
    if (!person || typed === '' || typed === number(person.employeeNumber)) return person;
    row.say('employeeNumber', 'voucherPersonContradicted');
    return undefined;
  }

  /** The person whose identifier stands in a cell. */
  identified(row: TypedRow, key: string): KnownPerson | undefined {
    const person = this.#byId.get(number(row.text(key)));
    if (!person) row.say(key, 'voucherPersonUnknown');
    return person;
  }

  /** The person whose matricule stands in a cell: unique in an establishment, not in a company. */
  numbered(row: TypedRow, key: string): KnownPerson | undefined {
    const typed = number(row.text(key));
    const [person, ...others] = this.#byNumber.get(typed) ?? [];
    if (!person) row.say(key, typed === '' ? 'voucherPersonMissing' : 'voucherPersonUnknown');
    if (others.length > 0) row.say(key, 'voucherPersonAmbiguous');
    return others.length > 0 ? undefined : person;
  }
}
