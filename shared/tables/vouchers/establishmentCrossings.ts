import { establishmentNamed, type Establishment } from '../readEstablishments.ts';
import { namesIn } from './regulationEstablishments.ts';
import type { HeldVersion, RegulationRows } from './regulationVersions.ts';

interface Belonging {
  readonly establishment: Establishment;
  readonly regulation: string;
  readonly version: HeldVersion;
}

function belongings(all: readonly Establishment[], { name, versions }: RegulationRows): Belonging[] {
  return versions.flatMap((version) => {
    const found = namesIn(version).flatMap((each) => establishmentNamed(all, each) ?? []);
    return [...new Set(found)].map((establishment) => ({ establishment, regulation: name, version }));
  });
}

function overlap(a: HeldVersion, b: HeldVersion): boolean {
  return (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);
}

/** Says on both rows that an establishment is in two regulations at one date. */
export function sayCrossings(groups: readonly RegulationRows[], all: readonly Establishment[]): void {
  const every = groups.flatMap((group) => belongings(all, group));
  for (const own of every) {
    for (const other of every) {
      const isCrossed = own.establishment === other.establishment && own.regulation !== other.regulation;
      if (!isCrossed || !overlap(own.version, other.version)) continue;
      const facts = { name: own.establishment.name, other: other.regulation };
      own.version.say('establishments', 'voucherEstablishmentTwice', facts);
    }
  }
}
