import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CLASSES, createHost } from '../../addin/workbench/host/index.ts';
import { connect } from '../support/excelClient.ts';

/** The client's own description of its classes: undocumented, hence pinned here. */
interface ClientClass {
  readonly prototype: {
    readonly _className: string;
    readonly _isCollection?: boolean;
    readonly _scalarPropertyNames?: readonly string[];
    readonly _scalarPropertyOriginalNames?: readonly string[];
    readonly _navigationPropertyNames?: readonly string[];
  };
}
const classes = (): Record<string, ClientClass> => Excel as unknown as Record<string, ClientClass>;
const clientName = (wire: string): string => wire.charAt(0).toLowerCase() + wire.slice(1);

beforeAll(() => connect(createHost()));

describe('the undocumented seam of the client', () => {
  test('the package is the exact version the host was written for', () => {
    const read = (path: string): { version?: string; devDependencies?: Record<string, string> } =>
      JSON.parse(readFileSync(path, 'utf8')) as { version?: string };
    const { resolve } = createRequire(import.meta.url);
    expect(read(resolve('@microsoft/office-js/package.json')).version).toBe('1.1.110');
    expect(read(resolve('../../package.json')).devDependencies?.['@microsoft/office-js']).toBe('1.1.110');
  });

  test('has a bridge to the host and a switch for its requirement-set gate', () => {
    const extension = OfficeExtension as unknown as Record<string, Record<string, unknown> | undefined>;
    expect(typeof extension['HostBridge']?.['init']).toBe('function');
    expect(extension['CommonUtility']?.['_doApiNotSupportedCheck']).toBe(true);
  });

  test('describes its classes by lists of names', () => {
    const { prototype } = classes()['Worksheet'] as ClientClass;
    expect(prototype._className).toBe('Worksheet');
    expect(prototype._scalarPropertyNames).toContain('visibility');
    expect(prototype._scalarPropertyOriginalNames).toContain('Visibility');
    expect(prototype._navigationPropertyNames).toContain('freezePanes');
  });

  test('errors of the client are errors of this realm', async () => {
    const error: unknown = await Excel.run((context) => {
      context.workbook.worksheets.getItem('Absente');
      return context.sync();
    }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(OfficeExtension.Error);
  });

  test('what it lacks is known: notes', () => {
    expect(classes()['Note']).toBeUndefined();
  });
});

describe('every member of the host is one of the client', () => {
  /** The one name that differs on the wire, and those the client keeps for itself. */
  const RENAMED: Record<string, string> = { Gridlines: 'ShowGridlines' };

  test.each(Object.keys(CLASSES))('%s', (name) => {
    const client = classes()[name];
    const spec = CLASSES[name as keyof typeof CLASSES];
    expect(client?.prototype._className).toBe(name);
    const { prototype } = client as ClientClass;
    for (const prop of Object.keys(spec.props ?? {})) {
      expect(prototype._scalarPropertyOriginalNames).toContain(RENAMED[prop] ?? prop);
    }
    for (const nav of Object.keys(spec.navs ?? {}))
      expect(prototype._navigationPropertyNames).toContain(clientName(nav));
    for (const method of [...Object.keys(spec.getters ?? {}), ...Object.keys(spec.actions ?? {})]) {
      expect([method, typeof Reflect.get(prototype, clientName(method))]).toEqual([method, 'function']);
    }
    expect(spec.items !== undefined).toBe(spec.items !== undefined && prototype._isCollection === true);
  });
});
