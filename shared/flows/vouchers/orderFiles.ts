/** The files that can be made of a validated order. */
import { blank, canonical, displayed, textCell } from '../../domain/review/cell.ts';
import { fileFinding } from '../../domain/vouchers/files/fileFindings.ts';
import { heldTo, type OrderTotals } from '../../domain/vouchers/files/heldTotals.ts';
import { natixisOrder } from '../../domain/vouchers/files/issuers/natixis.ts';
import { swileOrder, type SwileSettings } from '../../domain/vouchers/files/issuers/swile.ts';
import { swileColumns } from '../../domain/vouchers/files/issuers/swileColumns.ts';
import type { OrderFileInput } from '../../domain/vouchers/files/orderInput.ts';
import { payVariablesCsv } from '../../domain/vouchers/files/payroll/payVariables.ts';
import { frenchPayrollLayout } from '../../domain/vouchers/files/payroll/payrollText.ts';
import { voucherCsv } from '../../domain/vouchers/files/payroll/voucherCsv.ts';
import type { OrderTemplate } from '../../domain/vouchers/files/template.ts';
import { controlTotal, filesOf, type VoucherFiles } from '../../domain/vouchers/files/voucherFile.ts';
import { writeOrder } from '../../domain/vouchers/files/writeOrder.ts';
import { keyCells } from '../../tables/declaration.ts';
import { ordersTemplatesTable } from '../../tables/vouchers/ordersTemplatesTable.ts';
import type { OrderToFile } from './orderReading.ts';

/** `order`: what the issuer takes. `packs`: paper packs, fixed width. `payroll`: the generic file. `variables`: one variable per person. */
export const orderFileKinds = ['order', 'packs', 'payroll', 'variables'] as const;
export type OrderFileKind = (typeof orderFileKinds)[number];

export interface OrderFileRequest {
  readonly kind: OrderFileKind;
  /** Name of a model of « Modèles de commande TR »; without it, the only one, or the rules that the issuer publishes. */
  readonly template?: string;
}

const SWILE = 'Swile';
/** The brand whose packs were ordered by the layout of Natixis Intertitres. */
const PACKS_ISSUER = 'Bimpli';

/** Separator, encoding and decimal mark are those of a French spreadsheet: Swile publishes none. */
const swileSettings: SwileSettings = {
  columns: swileColumns({
    severalCompanies: false,
    cardsByEmployer: false,
    attachment: true,
    employeeNumber: true,
    daysOff: false,
  }),
  separator: ';',
  encoding: 'utf8Bom',
  decimal: ',',
};

function folded(name: string): string {
  return canonical('text', textCell(name));
}

/** True when some voucher of the order is on paper. */
export function hasPaper({ input }: OrderToFile): boolean {
  return input.lines.some(({ number, support }) => number > 0 && support === 'paper');
}

/** The kinds that mean something for the order and its issuer, the order itself first. */
export function kindsOf(order: OrderToFile): readonly OrderFileKind[] {
  const isPacks = order.input.issuer === PACKS_ISSUER && hasPaper(order);
  return orderFileKinds.filter((kind) => kind !== 'packs' || isPacks);
}

/** The model of that name, whatever its capitals; without a name, the only one there is. */
export function templateFor({ templates, input }: OrderToFile, name: string | undefined): OrderTemplate | undefined {
  const { value } = templates;
  if (name !== undefined) return value.find((each) => folded(each.name) === folded(name));
  return value.length === 1 && input.issuer !== SWILE ? value[0] : undefined;
}

/** What is wrong at the cells of one model: the others may be half written. */
function findingsOf({ templates }: OrderToFile, { name }: OrderTemplate) {
  return templates.findings.filter(({ place }) => {
    if (place?.key === undefined) return false;
    return displayed(keyCells(ordersTemplatesTable, place.key)[ordersTemplatesTable.key] ?? blank) === folded(name);
  });
}

function byTemplate(order: OrderToFile, template: OrderTemplate): VoucherFiles {
  const made = writeOrder(template, order.input);
  const findings = [...findingsOf(order, template), ...made.findings];
  const isRefused = findings.some(({ severity }) => severity === 'error');
  return { files: made.files.map((file) => (isRefused ? { ...file, bytes: null } : file)), findings };
}

function orderOf(order: OrderToFile, name: string | undefined): VoucherFiles {
  const { input, templates } = order;
  const template = templateFor(order, name);
  if (template) return byTemplate(order, template);
  if (name === undefined && input.issuer === SWILE) return swileOrder(input, swileSettings);
  const names = templates.value.map((each) => each.name).join(', ');
  const finding =
    names === ''
      ? fileFinding('voucherTemplateNone', { issuer: input.issuer })
      : fileFinding('voucherTemplateChoice', { names });
  return filesOf([], [finding]);
}

function variablesOf({ input, payVariable }: OrderToFile): VoucherFiles {
  if (payVariable) return payVariablesCsv(input, payVariable, frenchPayrollLayout);
  return filesOf([], [fileFinding('voucherFileRegulation', { regulation: input.regulation })]);
}

/** The lines on paper alone. */
function paperOf({ input }: OrderToFile): OrderFileInput {
  return { ...input, lines: input.lines.filter(({ support }) => support === 'paper') };
}

/** What the sheets say of what the file holds: packs are on paper, all other files hold the whole line of « Commandes TR ». */
export function totalsFor(order: OrderToFile, kind: OrderFileKind): OrderTotals {
  if (kind !== 'packs') return order.totals;
  const { lines, unit } = paperOf(order);
  const { people, vouchers, amounts } = controlTotal(lines, unit);
  return { people, vouchers, amount: amounts.face };
}

function made(order: OrderToFile, { kind, template }: OrderFileRequest): VoucherFiles {
  switch (kind) {
    case 'order':
      return orderOf(order, template);
    case 'packs':
      return natixisOrder(paperOf(order), order.validatedOn);
    case 'payroll':
      return voucherCsv(order.input, frenchPayrollLayout);
    case 'variables':
      return variablesOf(order);
  }
}

/** The files of the order, whose sum is that of the sheet. Without bytes as long as a finding is an error. */
export function orderFiles(order: OrderToFile, request: OrderFileRequest): VoucherFiles {
  const files = made(order, request);
  const isUnmade = files.files.length === 0 && files.findings.some(({ severity }) => severity === 'error');
  return isUnmade ? files : heldTo(files, totalsFor(order, request.kind));
}
