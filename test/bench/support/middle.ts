/** The middle of what was measured; not a number, and so below no bar, where nothing was. */
export const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
