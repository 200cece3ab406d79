/** Of the whole hamlet, 0 to 1; null of a half in which nobody lives. */
export const shareOf = (households: number, all: number): number | null =>
  households > 0 && all > 0 ? Math.round((households / all) * 1e6) / 1e6 : null;
