/** Codes of authenticators bear thirty seconds; deadlines and links are off by as much as the clock is. */
const MOST_MS = 5_000;

export interface ClockSkew {
  /** This machine's clock before the database's; below zero: behind it. */
  aheadMs: number;
  /** So much that it has to be put right. */
  differs: boolean;
}

/**
 * The database's moment lies somewhere between question and answer: what could be the way there and back is no difference.
 *
 * @param asked, answered by this machine's clock, `there` by the database's; milliseconds
 */
export function skewOf(asked: number, there: number, answered: number): ClockSkew {
  const aheadMs = asked > there ? asked - there : Math.min(0, answered - there);
  return { aheadMs: Math.round(aheadMs), differs: Math.abs(aheadMs) > MOST_MS };
}
