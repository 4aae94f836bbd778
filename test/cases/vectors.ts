import { fileText } from '../support/repository.ts';

/** A worked example of the reference. Its values are text, numbers and lists of them: each adapter says what it expects. */
export interface Vector {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

const all = JSON.parse(fileText('test/cases/vectors.json')) as readonly Vector[];

/** The examples of an area, none of which an adapter may leave out. */
export function vectorsOf(area: string): readonly Vector[] {
  return all.filter((vector) => vector.area === area);
}
