/** A seeded source of choices: the only randomness of the fictional account. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [from, to], both included. */
  between(from: number, to: number): number;
  /** One of the choices; the list must not be empty. */
  pick<T>(choices: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** `length` decimal digits as text. */
  digits(length: number): string;
}

const { imul } = Math;

/** Answers the same sequence for the same seed, on every machine (mulberry32: 32-bit integer arithmetic only). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    between,
    pick: <T>(choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T,
    chance: (probability) => next() < probability,
    digits: (length) => {
      let text = '';
      for (let left = length; left > 0; left -= 7) {
        const count = Math.min(left, 7);
        text += String(between(0, 10 ** count - 1)).padStart(count, '0');
      }
      return text;
    },
  };
}

/** An independent source for one purpose (`salt`): adding a choice somewhere never shifts the choices made elsewhere. */
export function forkRandom(seed: number, salt: number): Random {
  return createRandom((imul(seed ^ 0x9e3779b9, 0x85ebca6b) + imul(salt + 1, 0xc2b2ae35)) >>> 0);
}

/** The list in an order that depends on the source alone (Fisher-Yates); the list given is left as it was. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = list.slice();
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = random.between(0, last);
    [copy[last], copy[other]] = [copy[other] as T, copy[last] as T];
  }
  return copy;
}
