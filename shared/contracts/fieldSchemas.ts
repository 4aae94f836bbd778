/** « Correspondance champs » between the pane and the service. Samples come masked: no value of anybody travels here. */
import { z } from 'zod';
import { employeeFields, type EmployeeFieldKey } from '../domain/people/employeeFields.ts';
import { checkedFormats } from '../domain/people/mapping/customField.ts';
import { mappedFroms } from '../domain/people/mapping/fieldMapping.ts';
import { instantSchema } from './scalars.ts';

const keys = employeeFields.map((each) => each.key) as [EmployeeFieldKey, ...EmployeeFieldKey[]];
const keySchema = z.enum(keys);
const originSchema = z.enum(['native', 'contract', 'record', 'custom']);
const named = { code: z.string().max(200), name: z.string().max(300) };

const mappingLineSchema = z.strictObject({ key: keySchema, from: z.enum(mappedFroms), ...named });

/** What was accepted last. `by`: where, « le volet Excel ». */
const acceptedMappingSchema = z.strictObject({
  hash: z.string(),
  acceptedAt: instantSchema,
  by: z.string(),
  lines: z.array(mappingLineSchema).readonly(),
});
export type AcceptedMapping = z.infer<typeof acceptedMappingSchema>;

/** One of the customer's own fields; `code` of a sub-field is `e_parent.e_child`. */
const customFieldSchema = z.strictObject({
  ...named,
  kind: z.enum(['text', 'number', 'date', 'boolean', 'list', 'composite']),
  multiple: z.boolean(),
  entries: z.array(z.string()).readonly(),
  filled: z.int(),
  strangers: z.int(),
  misfits: z.partialRecord(z.enum(checkedFormats), z.int()).optional(),
  besides: z.partialRecord(keySchema, z.int()).optional(),
  samples: z.array(z.string()).max(3).readonly(),
});

const proposedLineSchema = z.strictObject({
  key: keySchema,
  /** Null where a person must say it. */
  from: z.enum(mappedFroms).nullable(),
  ...named,
  by: z.enum(['heading', 'name', 'code', 'own', 'several', 'odd', 'nothing']),
  candidates: z.array(z.strictObject(named)).readonly(),
});

export const fieldsViewSchema = z.strictObject({
  /** Of the reading that all this comes from. */
  asOf: instantSchema,
  /** The customer's fields could be listed. */
  isRead: z.boolean(),
  /** `sources`: where the field may come from; `given`: which of them give it to somebody; `samples`: of what is read today, masked. */
  fields: z
    .array(
      z.strictObject({
        key: keySchema,
        sources: z.array(originSchema).readonly(),
        given: z.array(originSchema).readonly(),
        samples: z.array(z.string()).max(3).readonly(),
      }),
    )
    .readonly(),
  custom: z.array(customFieldSchema).readonly(),
  accepted: acceptedMappingSchema.nullable(),
  /** Hash of the mapping that the reading used; null without one. */
  readWith: z.string().nullable(),
  proposal: z.array(proposedLineSchema).readonly(),
});
export type FieldsView = z.infer<typeof fieldsViewSchema>;

/**
 * One line for each payroll field. `hash`: what the caller takes them to be. `replaces`: the hash of the mapping that the sender saw accepted,
 * null for none; when another one is, nothing is kept.
 */
export const mappingRequestSchema = z.strictObject({
  lines: z.array(mappingLineSchema).length(employeeFields.length),
  hash: z.string().max(64),
  by: z.string().min(1).max(100),
  replaces: z.string().max(64).nullable(),
});
export type MappingRequest = z.infer<typeof mappingRequestSchema>;

/** `accepted` is null where a problem is an error: nothing was kept. `sentence` is French and may be shown as it is. */
export const mappingAnswerSchema = z.strictObject({
  accepted: acceptedMappingSchema.nullable(),
  problems: z
    .array(
      z.strictObject({
        key: keySchema,
        column: z.enum(['from', 'code']),
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        facts: z.record(z.string(), z.union([z.string(), z.number()])),
        sentence: z.string(),
      }),
    )
    .readonly(),
});
export type MappingAnswer = z.infer<typeof mappingAnswerSchema>;

/** What a connection says of its mapping; absent while none was accepted. */
export const connectionMappingSchema = z.strictObject({
  hash: z.string(),
  acceptedAt: instantSchema,
  /** What the mirror was read with, as `mappingText` writes it; '' for a mirror read before. */
  read: z.string(),
  /** French headings of the fields whose customer's field was not there any more. */
  vanished: z.array(z.string()),
});
