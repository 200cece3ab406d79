/** How many are invited on paper at once, how slips lie on sheets, and when inviting is done. */

/** What one command carries and one file prints, whatever the rule of the place says. */
export const MOST_SLIPS = 500;

/** When inviting is done, and how it goes on paper: a dated rule. */
export interface Inviting {
  /** Of a hundred members so many have come in: then it is done. Somebody is always new. */
  donePercent: number;
  /** Invites that go on paper at once; beyond, commune by commune or team by team. */
  slipsAtOnce: number;
  /** How many days a slip may be good for. */
  slipDays: number;
}

/** Where nobody has set any. */
export const usualInviting: Inviting = { donePercent: 80, slipsAtOnce: 500, slipDays: 30 };

export const isInvited = (
  { opened, of }: { opened: number; of: number },
  { donePercent }: Pick<Inviting, 'donePercent'>,
): boolean => opened * 100 >= of * donePercent;

/** Slips that lie on a sheet of A4, in two columns. */
export const CELLS_ON_SHEET = 8;

export interface SheetLooks {
  /** Each team begins a sheet of its own. */
  byTeam: boolean;
  /** The last cell is a list for the leader to tick. */
  ticking: boolean;
}

export const slipsOnSheet = ({ ticking }: SheetLooks): number => (ticking ? CELLS_ON_SHEET - 1 : CELLS_ON_SHEET);

/** @param sizes how many slips each team has */
export function sheetsFor(sizes: readonly number[], looks: SheetLooks): number {
  const sheets = (slips: number) => Math.ceil(slips / slipsOnSheet(looks));
  return looks.byTeam
    ? sizes.reduce((sum, size) => sum + sheets(size), 0)
    : sheets(sizes.reduce((sum, size) => sum + size, 0));
}
