/** An amount of money in whole cents. */
export type Cents = number & { readonly cents: unique symbol };
/** A rate in hundredths of a percent: 60 % is 6,000. */
export type BasisPoints = number & { readonly basisPoints: unique symbol };

const WHOLE = 10_000;

/** Whole cents; anything else is a bug and throws. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError('cents are whole');
  return amount as Cents;
}

/** Whole hundredths of a percent; anything else is a bug and throws. */
export function basisPoints(rate: number): BasisPoints {
  if (!Number.isSafeInteger(rate)) throw new RangeError('basis points are whole');
  return rate as BasisPoints;
}

/** `amount` × `rate`, rounded once to the cent, half away from zero: 8.45 € × 50 % → 4.23 €. */
export function portion(amount: Cents, rate: BasisPoints): Cents {
  const product = amount * rate;
  return cents(Math.sign(product) * Math.floor((2 * Math.abs(product) + WHOLE) / (2 * WHOLE)));
}
