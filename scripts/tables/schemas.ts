import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { voucherReportSchema } from '../../shared/contracts/voucherReport.ts';
import { vouchersInputSchema } from '../../shared/contracts/vouchersInput.ts';
import { worktimeInputSchema } from '../../shared/contracts/worktimeInput.ts';
import { worktimeReportSchema } from '../../shared/contracts/worktimeReport.ts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  'docs/vouchers-input.schema.json': vouchersInputSchema,
  'docs/vouchers-report.schema.json': voucherReportSchema,
  'docs/worktime-input.schema.json': worktimeInputSchema,
  'docs/worktime-report.schema.json': worktimeReportSchema,
};

/** The published schemas, by path: columns of tables are in them. */
export async function schemaPages(): Promise<ReadonlyMap<string, string>> {
  const pages = Object.entries(schemas).map(async ([path, schema]): Promise<[string, string]> => {
    const text = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }), null, 2);
    return [path, await format(text, { ...(await resolveConfig(path)), filepath: path })];
  });
  return new Map(await Promise.all(pages));
}
