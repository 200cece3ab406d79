/**
 * Splitting one target over many teams by a denominator, the sum kept exactly (largest remainder;
 * ties fall to the larger denominator, then to the earlier team). Used by the wizard and by the server.
 */
export interface Share {
  teamId: string;
  /** Denominator, for instance households of the hamlet; 0 or less counts as 0. */
  weight: number;
  /** A figure typed by hand: kept as it is, the others make up for it. */
  fixed?: number;
}

/**
 * Whole numbers whose sum is `total`, in the order given. With all weights 0 the split is even.
 * @throws RangeError when the fixed figures alone exceed the total, or when all are fixed and do not add up to it.
 */
export function splitTarget(total: number, shares: readonly Share[]): Map<string, number> {
  const fixedSum = shares.reduce((sum, share) => sum + (share.fixed ?? 0), 0);
  const free = shares.filter((share) => share.fixed === undefined);
  const rest = total - fixedSum;
  if (rest < 0 || (free.length === 0 && rest !== 0)) throw new RangeError('target.sumDiffers');
  const result = new Map<string, number>();
  const parts = largestRemainder(rest, free);
  for (const share of shares) result.set(share.teamId, share.fixed ?? parts.get(share.teamId) ?? 0);
  return result;
}

function largestRemainder(total: number, shares: readonly Share[]): Map<string, number> {
  const weights = shares.map((share) => Math.max(0, share.weight));
  const sum = weights.reduce((a, b) => a + b, 0);
  const even = sum === 0;
  const exact = shares.map((_, i) => (even ? total / shares.length : (total * (weights[i] ?? 0)) / sum));
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const order = shares
    .map((_, i) => i)
    .sort((a, b) => fraction(exact[b]) - fraction(exact[a]) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  for (const i of order.slice(0, left)) whole[i] = (whole[i] ?? 0) + 1;
  return new Map(shares.map((share, i) => [share.teamId, whole[i] ?? 0]));
}

/** Rounded, so that 1/3 + 1/3 + 1/3 does not decide by its last bit. */
function fraction(value = 0): number {
  return Math.round((value - Math.floor(value)) * 1e9) / 1e9;
}
