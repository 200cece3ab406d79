/** How many are invited on paper at once, how slips lie on sheets, and when inviting is done. */

/** Of a hundred members so many have come in: then it is done. Somebody is always new. */
export const INVITED_PERCENT = 80;

/** Invites that one command puts on paper; beyond, commune by commune or team by team. */
export const MOST_SLIPS = 500;
/** How many days a slip may be good for. */
export const MOST_SLIP_DAYS = 30;

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
