/** The files that can be made of a validated order. */
import type { Finding } from '../../domain/finding.ts';
import { blank, canonical, displayed, textCell } from '../../domain/review/cell.ts';
import { attendanceSheet, type AttendanceSheet } from '../../domain/vouchers/files/attendance.ts';
import { fileFinding } from '../../domain/files/fileFindings.ts';
import { totalFindings, type OrderTotals } from '../../domain/vouchers/files/heldTotals.ts';
import { natixisOrder } from '../../domain/vouchers/files/issuers/natixis.ts';
import { swileOrder, type SwileSettings } from '../../domain/vouchers/files/issuers/swile.ts';
import { swileColumns, type SwileBoxes } from '../../domain/vouchers/files/issuers/swileColumns.ts';
import type { OrderFileInput } from '../../domain/vouchers/files/orderInput.ts';
import { payVariableItems } from '../../domain/vouchers/files/payroll/payVariableItems.ts';
import { payVariablesCsv, type PayVariableSettings } from '../../domain/vouchers/files/payroll/payVariables.ts';
import { frenchPayrollLayout } from '../../domain/files/payrollText.ts';
import { voucherCsv } from '../../domain/vouchers/files/payroll/voucherCsv.ts';
import type { OrderTemplate } from '../../domain/vouchers/files/template.ts';
import { filesOf } from '../../domain/files/givenFile.ts';
import { controlTotal, type VoucherFile, type VoucherFiles } from '../../domain/vouchers/files/voucherFile.ts';
import { writeOrder } from '../../domain/vouchers/files/writeOrder.ts';
import { keyCells } from '../../tables/declaration.ts';
import { ordersTemplatesTable } from '../../tables/vouchers/ordersTemplatesTable.ts';
import type { OrderToFile } from './orderReading.ts';

/**
 * `order`: what the issuer takes. `packs`: paper packs, fixed width. `payroll`: the generic file. `variables`: one variable per person;
 * `remuneration`: the same for Poplee Rémunération. `attendance`: the sheet that people sign.
 */
export const orderFileKinds = ['order', 'packs', 'payroll', 'variables', 'remuneration', 'attendance'] as const;
export type OrderFileKind = (typeof orderFileKinds)[number];

export interface OrderFileRequest {
  readonly kind: OrderFileKind;
  /** Name of a model of « Modèles de commande TR »; without it, the only one, or the rules that the issuer publishes. */
  readonly template?: string;
}

/** `attendance`: what is to be printed, by whoever has a printer of PDF. */
export type OrderFileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'attendance'; readonly sheet: AttendanceSheet };

export interface OrderFile extends Omit<VoucherFile, 'bytes'> {
  /** Null as long as a finding is an error. */
  readonly content: OrderFileContent | null;
}

export interface OrderFiles {
  readonly files: readonly OrderFile[];
  readonly findings: readonly Finding[];
}

const SWILE = 'Swile';
/** The brand whose packs were ordered by the layout of Natixis Intertitres. */
const PACKS_ISSUER = 'Bimpli';

/** Separator, encoding and decimal mark are those of a French spreadsheet: Swile publishes none. */
function swileSettings(boxes: Pick<SwileBoxes, 'employeeNumber' | 'daysOff'>): SwileSettings {
  const columns = swileColumns({ severalCompanies: false, cardsByEmployer: false, attachment: true, ...boxes });
  return { columns, separator: ';', encoding: 'utf8Bom', decimal: ',' };
}

function folded(name: string): string {
  return canonical('text', textCell(name));
}

function hasError(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** True when some voucher of the order is on paper. */
function hasPaper({ input }: OrderToFile): boolean {
  return input.lines.some(({ number, support }) => number > 0 && support === 'paper');
}

/** The kinds that mean something for the order and its issuer, the order itself first. */
export function kindsOf(order: OrderToFile): readonly OrderFileKind[] {
  const isPaper = hasPaper(order);
  const isPacks = isPaper && order.input.issuer === PACKS_ISSUER;
  return orderFileKinds.filter((kind) => (kind === 'packs' ? isPacks : kind !== 'attendance' || isPaper));
}

/** True when the order can be written without a model. */
export function publishesRules({ input }: OrderToFile): boolean {
  return input.issuer === SWILE;
}

/** The model of that name, whatever its capitals. */
export function templateNamed({ templates }: OrderToFile, name: string): OrderTemplate | undefined {
  return templates.value.find((each) => folded(each.name) === folded(name));
}

/** The model of that name; without a name, the only one there is. */
export function templateFor(order: OrderToFile, name: string | undefined): OrderTemplate | undefined {
  if (name !== undefined) return templateNamed(order, name);
  const { value } = order.templates;
  return value.length === 1 && !publishesRules(order) ? value[0] : undefined;
}

/** What is wrong at the cells of one model: the others may be half written. */
function findingsOf({ templates }: OrderToFile, { name }: OrderTemplate) {
  return templates.findings.filter(({ place }) => {
    if (place?.key === undefined) return false;
    return displayed(keyCells(ordersTemplatesTable, place.key)[ordersTemplatesTable.key] ?? blank) === folded(name);
  });
}

function byTemplate(order: OrderToFile, template: OrderTemplate): VoucherFiles {
  const { files, findings } = writeOrder(template, order.input);
  return { files, findings: [...findingsOf(order, template), ...findings] };
}

/** One number for several people is no mistake where establishments number their own: Swile wants one person per number. */
function areNumbersOfPlaces({ lines }: OrderFileInput): boolean {
  const numbered = lines.filter(({ person }) => person.employeeNumber !== '');
  const distinct = (of: (line: OrderFileInput['lines'][number]) => string) => new Set(numbered.map(of)).size;
  const inAll = distinct(({ person }) => person.employeeNumber);
  const inPlace = distinct(({ person, establishment }) => JSON.stringify([establishment.name, person.employeeNumber]));
  return inPlace === numbered.length && inAll < inPlace;
}

function bySwile(input: OrderFileInput): VoucherFiles {
  const isShared = areNumbersOfPlaces(input);
  const daysOff = input.lines.some((line) => line.worksOnDaysOff !== null);
  const { files, findings } = swileOrder(input, swileSettings({ employeeNumber: !isShared, daysOff }));
  return { files, findings: [...(isShared ? [fileFinding('voucherSwileNumbers', {}, 'warning')] : []), ...findings] };
}

function orderOf(order: OrderToFile, name: string | undefined): VoucherFiles {
  const { input, templates } = order;
  const template = templateFor(order, name);
  if (template) return byTemplate(order, template);
  if (name === undefined && publishesRules(order)) return bySwile(input);
  const names = templates.value.map((each) => each.name).join(', ');
  const finding =
    names === ''
      ? fileFinding('voucherTemplateNone', { issuer: input.issuer })
      : fileFinding('voucherTemplateChoice', { names });
  return filesOf([], [finding]);
}

function variablesOf(
  { input, payVariable }: OrderToFile,
  write: (input: OrderFileInput, settings: PayVariableSettings) => VoucherFiles,
): VoucherFiles {
  if (payVariable) return write(input, payVariable);
  return filesOf([], [fileFinding('voucherFileRegulation', { regulation: input.regulation })]);
}

/** The lines on paper alone. */
function paperOf({ input }: OrderToFile): OrderFileInput {
  return { ...input, lines: input.lines.filter(({ support }) => support === 'paper') };
}

/** False for the files that hold only what is on paper. */
export function isWhole(kind: OrderFileKind): boolean {
  return kind !== 'packs' && kind !== 'attendance';
}

/** What the sheets say of what the file holds: packs and signatures are on paper, other files hold the whole line of « Commandes TR ». */
export function totalsFor(order: OrderToFile, kind: OrderFileKind): OrderTotals {
  if (isWhole(kind)) return order.totals;
  const { lines, unit } = paperOf(order);
  const { people, vouchers, amounts } = controlTotal(lines, unit);
  return { people, vouchers, amount: amounts.face };
}

function attendanceOf({ input, number, validatedOn, complement }: OrderToFile): OrderFiles {
  const frame = { order: number, on: validatedOn, complement };
  const { name, preview, control, findings, sheet } = attendanceSheet(input, frame);
  if (control.vouchers === 0) return { files: [], findings };
  return { files: [{ name, recipient: '', preview, control, content: { kind: 'attendance', sheet } }], findings };
}

function withContent({ files, findings }: VoucherFiles): OrderFiles {
  const held = files.map(({ bytes, ...file }) => ({ ...file, content: bytes && { kind: 'bytes' as const, bytes } }));
  return { files: held, findings };
}

function made(order: OrderToFile, { kind, template }: OrderFileRequest): OrderFiles {
  switch (kind) {
    case 'order':
      return withContent(orderOf(order, template));
    case 'packs':
      return withContent(natixisOrder(paperOf(order), order.validatedOn));
    case 'payroll':
      return withContent(voucherCsv(order.input, frenchPayrollLayout));
    case 'variables':
      return withContent(
        variablesOf(order, (input, settings) => payVariablesCsv(input, settings, frenchPayrollLayout)),
      );
    case 'remuneration':
      return withContent(variablesOf(order, payVariableItems));
    case 'attendance':
      return attendanceOf(order);
  }
}

/** The files of the order, whose sum is that of the sheet. Without content as long as a finding is an error. */
export function orderFiles(order: OrderToFile, request: OrderFileRequest): OrderFiles {
  const { files, findings: own } = made(order, request);
  const findings = [...order.findings, ...own];
  const isUnmade = files.length === 0 && hasError(findings);
  const told = isUnmade ? findings : [...findings, ...totalFindings(files, totalsFor(order, request.kind))];
  return { files: hasError(told) ? files.map((file) => ({ ...file, content: null })) : files, findings: told };
}
