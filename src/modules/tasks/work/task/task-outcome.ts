/** What a use case on a task leaves for its answer. */
export interface Outcome {
  /** The number of the entry that was written. */
  receipt?: string;
  /** Who had done the same before, when this one changed nothing. */
  alreadyBy?: string | null;
}
