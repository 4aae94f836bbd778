/** The OpenAPI 3.1 document, made from the declared operations and the schemas of the contracts. */
import { z } from 'zod';
import * as entitlements from '../../shared/contracts/entitlementSchemas.ts';
import * as evenings from '../../shared/contracts/eveningSchemas.ts';
import { eveningSettingsSchema } from '../../shared/contracts/eveningSettings.ts';
import * as files from '../../shared/contracts/fileSchemas.ts';
import { fileTicketSchema } from '../../shared/contracts/fileTicket.ts';
import * as receipts from '../../shared/contracts/receiptSchemas.ts';
import * as tableReads from '../../shared/contracts/tableReadSchemas.ts';
import * as contracts from '../../shared/contracts/schemas.ts';
import * as vouchers from '../../shared/contracts/voucherSchemas.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

const schemaNames: readonly (readonly [z.ZodType, string])[] = [
  [contracts.healthSchema, 'Health'],
  [contracts.pairingRequestSchema, 'PairingRequest'],
  [contracts.pairingSchema, 'Pairing'],
  [contracts.problemSchema, 'Problem'],
  [contracts.connectionRequestSchema, 'ConnectionRequest'],
  [contracts.connectionTestSchema, 'ConnectionTest'],
  [contracts.connectionSchema, 'Connection'],
  [contracts.runRequestSchema, 'RunRequest'],
  [contracts.runSchema, 'Run'],
  [contracts.employeeSchema, 'Employee'],
  [contracts.employeePageSchema, 'EmployeePage'],
  [contracts.halfDayAbsenceSchema, 'HalfDayAbsence'],
  [contracts.absencePageSchema, 'AbsencePage'],
  [vouchers.contractSpanSchema, 'ContractSpan'],
  [contracts.contractPageSchema, 'ContractPage'],
  [vouchers.plannedMonthSchema, 'PlannedMonth'],
  [contracts.planningPageSchema, 'PlanningPage'],
  [vouchers.mealSchema, 'Meal'],
  [contracts.mealPageSchema, 'MealPage'],
  [vouchers.leaveAccountSchema, 'LeaveAccount'],
  [contracts.leaveAccountPageSchema, 'LeaveAccountPage'],
  [vouchers.expenseNatureSchema, 'ExpenseNature'],
  [contracts.expenseNaturePageSchema, 'ExpenseNaturePage'],
  [contracts.changeSchema, 'Change'],
  [contracts.changePageSchema, 'ChangePage'],
  [eveningSettingsSchema, 'EveningSettings'],
  [evenings.eveningSchema, 'Evening'],
  [files.fileRequestSchema, 'FileRequest'],
  [fileTicketSchema, 'FileTicket'],
  [tableReads.tableReadRequestSchema, 'TableReadRequest'],
  [tableReads.tableReadSchema, 'TableRead'],
  [receipts.receiptRequestSchema, 'ReceiptRequest'],
  [receipts.receiptSchema, 'Receipt'],
  [entitlements.entitlementRequestSchema, 'EntitlementRequest'],
  [entitlements.entitlementErrorSchema, 'EntitlementError'],
  [entitlements.entitlementAnswerSchema, 'EntitlementAnswer'],
];

const PROBLEM = { content: { 'application/problem+json': { schema: reference('Problem') } } };
/** What any operation may answer: bad address, foreign page, bug. */
const ALWAYS = [403, 421, 500];

function reference(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}

function bare({ $schema: _dialect, $id: _id, ...schema }: Json): Json {
  return schema;
}

function components(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [schema, id] of schemaNames) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema as Json)]));
}

function schemaOf(schema: z.ZodType): Json {
  const name = schemaNames.find(([known]) => known === schema)?.[1];
  if (name !== undefined) return reference(name);
  if (schema instanceof z.ZodArray) return { type: 'array', items: schemaOf(schema.element as z.ZodType) };
  return bare(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
}

function parameters({ path, query }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (!query) return inPath;
  const { properties = {}, required = [] } = schemaOf(query) as { properties?: Json; required?: string[] };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function success({ status, answer, file }: Operation): Json {
  const content =
    file !== undefined
      ? Object.fromEntries(file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
      : answer && { 'application/json': { schema: schemaOf(answer) } };
  return { [status]: { description: 'Done', ...(content ? { content } : {}) } };
}

function responses(operation: Operation): Json {
  const statuses = new Set([...operation.problems, ...(operation.open ? [] : [401]), ...ALWAYS]);
  if (operation.body) for (const status of [400, 413, 415]) statuses.add(status);
  const answers = success(operation);
  for (const status of statuses) answers[status] = { description: 'Refused; says why', ...PROBLEM };
  return answers;
}

function described(operation: Operation): Json {
  const { id, summary, body, open } = operation;
  return {
    operationId: id,
    summary,
    security: open ? [] : [{ bearer: [] }],
    parameters: parameters(operation),
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } } : {}),
    responses: responses(operation),
  };
}

export function openapiDocument(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method] = described(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Passerelle', version },
    paths,
    components: { schemas: components(), securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}
