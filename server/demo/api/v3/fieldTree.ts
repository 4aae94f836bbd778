import { Refusal } from '../refusal.ts';

/** The `fields` of a request as a tree: lower-case name → what is asked below it. Empty below = the default. */
export type FieldTree = Map<string, FieldTree>;

/**
 * Reads `id,legalEntity[id,name],leavePeriod.owner.name`: brackets and dots, mixable, any case.
 * Throws a 400 on an unbalanced bracket or an empty name.
 */
export function parseFields(text: string): FieldTree {
  const root: FieldTree = new Map();
  const rest = readLevel(text.replace(/\s/g, ''), root);
  if (rest !== '') throw new Refusal(400, `Fields not in correct format near "${rest}"`);
  return root;
}

/** Reads one comma-separated level into `level`; answers what follows its end. */
function readLevel(text: string, level: FieldTree): string {
  let rest = text;
  for (;;) {
    const path = /^[\w.]+/.exec(rest)?.[0] ?? '';
    if (path === '' || path.split('.').includes('')) throw new Refusal(400, 'Fields not in correct format');
    const node = branchOf(level, path.toLowerCase().split('.'));
    rest = rest.slice(path.length);
    if (rest.startsWith('[')) {
      rest = readLevel(rest.slice(1), node);
      if (!rest.startsWith(']')) throw new Refusal(400, 'Fields not in correct format: missing "]"');
      rest = rest.slice(1);
    }
    if (!rest.startsWith(',')) return rest;
    rest = rest.slice(1);
  }
}

function branchOf(level: FieldTree, path: readonly string[]): FieldTree {
  let node = level;
  for (const name of path) {
    const next = node.get(name) ?? new Map<string, FieldTree>();
    node.set(name, next);
    node = next;
  }
  return node;
}
