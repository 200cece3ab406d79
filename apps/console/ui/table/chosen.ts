/** Rows chosen in a list of which only some are here: those named, or all but those named. */
export interface Chosen {
  all: boolean;
  ids: ReadonlySet<string>;
}

export const nothing: Chosen = { all: false, ids: new Set() };
export const everything: Chosen = { all: true, ids: new Set() };

/** @param total how many rows the whole list has */
export const chosenCount = ({ all, ids }: Chosen, total: number): number =>
  all ? Math.max(0, total - ids.size) : ids.size;

export const isChosen = ({ all, ids }: Chosen, id: string): boolean => all !== ids.has(id);

/** Of the rows that are here. */
export const chosenOf = (chosen: Chosen, here: readonly string[]): Set<string> =>
  new Set(here.filter((id) => isChosen(chosen, id)));

/** After the rows that are here were chosen anew; the others stay as they are. */
export function choose(chosen: Chosen, here: readonly string[], picked: ReadonlySet<string>): Chosen {
  const ids = new Set(chosen.ids);
  for (const id of here) {
    if (picked.has(id) === chosen.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: chosen.all, ids };
}
