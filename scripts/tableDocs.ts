/**
 * `npm run tables` writes docs/tables.fr.md, the page that says what each table of the workbook holds, from the declarations, and the schemas
 * of the JSON documents that hold their rows.
 */
import { writeFileSync } from 'node:fs';
import { TABLE_PAGE, tableDocs } from './tables/page.ts';
import { schemaPages } from './tables/schemas.ts';

for (const [path, text] of [[TABLE_PAGE, await tableDocs()], ...(await schemaPages())] as const) {
  writeFileSync(path, text);
  console.log(`Écrit : ${path}`);
}
