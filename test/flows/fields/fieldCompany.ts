/** A workbook, and a service that says what an account's fields are, under the rules of the real one. */
import type { AcceptedMapping, FieldsView } from '../../../shared/contracts/fieldSchemas.ts';
import type { Connection } from '../../../shared/contracts/schemas.ts';
import type { Service } from '../../../shared/contracts/service.ts';
import { instant } from '../../../shared/domain/calendar/plainDate.ts';
import { employeeFields } from '../../../shared/domain/people/employeeFields.ts';
import { checkMapping } from '../../../shared/domain/people/mapping/checkMapping.ts';
import type { CustomField } from '../../../shared/domain/people/mapping/customField.ts';
import { proposeMapping } from '../../../shared/domain/people/mapping/proposeMapping.ts';
import { displayed, blank, textCell } from '../../../shared/domain/review/cell.ts';
import { ok } from '../../../shared/domain/result.ts';
import { worldOf } from '../../../shared/flows/fields/fieldLines.ts';
import type { FieldPorts } from '../../../shared/flows/fields/readFields.ts';
import { findingText } from '../../../shared/messages/fr/findings.ts';
import { fieldMappingTable } from '../../../shared/tables/fieldMappingTable.ts';
import { FakeAccount } from '../../support/fakeService.ts';
import { MemoryBook } from '../../support/memoryBook.ts';
import { TestClock } from '../../support/smallCompany.ts';
import { customField, usuallyGiven } from '../../domain/people/mapping/fields.ts';

const AT = instant('2026-10-26T19:04:00.000Z');

export class FieldCompany {
  readonly book = new MemoryBook();
  readonly account = new FakeAccount();
  custom: CustomField[] = [
    customField('e_nir', 'N° sécu', { samples: ['2••', '1••'] }),
    customField('e_Ville', 'Ville', { samples: ['L•••'] }),
    customField('e_a', 'Lieu de naissance'),
    customField('e_b', 'Lieu de naissance'),
    customField('e_cp', 'Code postal', { samples: ['6••••'] }),
    customField('e_iban', 'IBAN'),
  ];
  accepted: AcceptedMapping | null = null;
  /** Requests that were sent to be kept. */
  sent = 0;
  /** What each of them said it replaces. */
  readonly replaced: (string | null | undefined)[] = [];

  get connection(): Connection {
    return this.account.connection();
  }

  get view(): FieldsView {
    return {
      asOf: AT,
      isRead: this.custom.length > 0,
      fields: employeeFields.map(({ key, sources }) => ({
        key,
        sources,
        given: sources.filter((each) => usuallyGiven[each].includes(key)),
        samples: key === 'lastName' ? ['D•••••'] : [],
      })),
      custom: this.custom,
      accepted: this.accepted,
      readWith: null,
      proposal: proposeMapping(this.custom, usuallyGiven),
    };
  }

  private readonly acceptFields: Service['acceptFields'] = (_, { lines, hash, by, replaces }) => {
    this.sent += 1;
    this.replaced.push(replaces);
    const problems = checkMapping(lines, worldOf(this.view)).map((each) => ({ ...each, sentence: findingText(each) }));
    const isWrong = problems.some(({ severity }) => severity === 'error');
    if (!isWrong) this.accepted = { hash, by, acceptedAt: AT, lines };
    return Promise.resolve(ok({ accepted: isWrong ? null : this.accepted, problems }));
  };

  get ports(): FieldPorts {
    const service = { fields: () => Promise.resolve(ok(this.view)), acceptFields: this.acceptFields };
    return { book: this.book, service, clock: new TestClock() };
  }

  /** Cells of the row of a field, as text. */
  row(heading: string, ...keys: string[]): string[] {
    const row = this.book.rows(fieldMappingTable).find(({ cells }) => displayed(cells['field'] ?? blank) === heading);
    if (!row) throw new Error(`no row of ${heading}`);
    return keys.map((key) => displayed(row.cells[key] ?? blank));
  }

  /** What a person types in the row of a field. */
  type(heading: string, typed: Readonly<Record<string, string>>): void {
    const row = this.book.rows(fieldMappingTable).find(({ cells }) => displayed(cells['field'] ?? blank) === heading);
    if (!row) throw new Error(`no row of ${heading}`);
    for (const [key, text] of Object.entries(typed)) row.cells[key] = textCell(text);
  }
}
