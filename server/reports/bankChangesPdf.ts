/** « RIB modifiés » on A4: a row per person with what is to be checked, and a place to sign. */
import type { Content, TableCell } from 'pdfmake';
import type { BankReport, BankReportRow } from '../../shared/contracts/recapSchemas.ts';
import * as bank from '../../shared/messages/fr/employees/bank.ts';
import * as say from '../../shared/messages/fr/employees/recap.ts';
import { bankStates } from '../../shared/tables/recap/recapTables.ts';
import { pdfBytes, type PdfDocument } from './pdf.ts';
import { cell, GREY, heading, headContent, lines, peopleDocument, printed } from './peoplePages.ts';

const WIDTHS = [150, '*', '*', 120, 62];
/** Points: room for a name, a date and a signature. */
const SIGN_HEIGHT = 56;

function account(iban: string, bic: string, country: string): TableCell {
  if (iban === '' && bic === '') return { text: bank.noAccount, color: GREY };
  const parts = [bic, country].filter((part) => part !== '').join(' · ');
  return {
    stack: [
      { text: printed(iban || bank.noAccount), bold: true },
      { text: printed(parts), color: GREY, fontSize: 8 },
    ],
  };
}

function when({ changedAt, acceptedAt }: BankReportRow): TableCell {
  const told = [
    ...(changedAt === '' ? [] : [bank.luccaLine(changedAt)]),
    ...(acceptedAt === '' ? [] : [bank.payrollLine(acceptedAt)]),
  ];
  return { stack: told.map((text): Content => ({ text: printed(text), fontSize: 8 })) };
}

function person({ name, employeeNumber, establishment }: BankReportRow): TableCell {
  const number = employeeNumber === '' ? '' : bank.matricule(employeeNumber);
  const told = [number, establishment].filter((part) => part !== '').join(' · ');
  const under = told === '' ? [] : [{ text: printed(told), color: GREY, fontSize: 8 }];
  return { stack: [{ text: printed(name), bold: true }, ...under] };
}

function rowsOf(row: BankReportRow): TableCell[][] {
  const { ibanBefore, bicBefore, countryBefore, ibanAfter, bicAfter, countryAfter, state, toCheck } = row;
  const own = [
    person(row),
    account(ibanBefore, bicBefore, countryBefore),
    account(ibanAfter, bicAfter, countryAfter),
    when(row),
    cell(bankStates[state], state === 'waiting' ? { bold: true } : {}),
  ];
  if (toCheck.length === 0) return [own];
  const text = `${bank.toCheckTitle}\u00a0: ${toCheck.join(' ')}`;
  return [own, [{ text: printed(text), fontSize: 8, colSpan: 5, margin: [0, 0, 0, 2] }, '', '', '', '']];
}

function table(rows: readonly BankReportRow[]): Content {
  if (rows.length === 0) return { text: bank.noBank };
  const body = [bank.bankHeadings.map(heading), ...rows.flatMap(rowsOf)];
  return { table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: WIDTHS, body }, layout: lines };
}

function signBlock(): Content {
  const cells = bank.signatures.map((who): TableCell => ({
    stack: [
      { text: who, bold: true },
      { text: bank.signHint, color: GREY, fontSize: 8 },
    ],
    margin: [4, 3, 4, 3],
  }));
  const framed = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => GREY, vLineColor: () => GREY };
  const sign = { widths: ['*', '*'], heights: SIGN_HEIGHT, body: [cells], dontBreakRows: true };
  return { table: sign, layout: framed, margin: [0, 16, 0, 0], unbreakable: true };
}

function documentOf(report: BankReport): PdfDocument {
  const count: Content = { text: say.summaryText(report.rows.length), bold: true, margin: [0, 0, 0, 4] };
  const content = [...headContent(bank.bankTitle, report), count, table(report.rows), signBlock()];
  return peopleDocument(bank.bankTitle, report, content);
}

/** The PDF of the accounts; the same lines are the same bytes. */
export function bankChangesPdf(report: BankReport): Promise<Uint8Array> {
  return pdfBytes(documentOf(report), new Date(`${report.on}T12:00:00Z`));
}
