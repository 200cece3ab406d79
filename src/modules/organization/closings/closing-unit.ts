/** One of several units that end together, as it is called today. */
export interface ClosingUnit {
  id: string;
  name: string;
}
