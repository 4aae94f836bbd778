import { expect } from '@jest/globals';

/** Fails unless every element that opens closes, in order, and no attribute is given twice. Knows no schema. */
export function expectWellFormed(path: string, xml: string): void {
  const open: string[] = [];
  const body = xml.replace(/<\?xml[^>]*\?>/, '').replace(/<!--[\s\S]*?-->/g, '');
  for (const [tag] of body.matchAll(/<[^>]*>/g)) {
    const name = /^<\/?([\w:]+)/.exec(tag)?.[1] ?? '';
    expect({ path, tag, name }).not.toMatchObject({ name: '' });
    const attributes = [...tag.matchAll(/\s([\w:]+)\s*=\s*(?:"[^"<]*"|'[^'<]*')/g)].map((match) => match[1]);
    expect({ path, tag, attributes: new Set(attributes).size }).toMatchObject({ attributes: attributes.length });
    if (tag.startsWith('</')) expect({ path, closes: open.pop() }).toEqual({ path, closes: name });
    else if (!tag.endsWith('/>')) open.push(name);
  }
  expect({ path, open }).toEqual({ path, open: [] });
  expect(body.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);/g, '')).not.toMatch(/&/);
}
