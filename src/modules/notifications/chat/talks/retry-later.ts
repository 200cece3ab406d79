/** Thrown where an event came too early or the answer could not leave: it is worked again, so many times at most. */
export class RetryLater extends Error {
  constructor(
    readonly what: string,
    readonly attempts: number,
    /** When the platform has said how long to wait, in milliseconds. */
    readonly waitMs = 0,
  ) {
    super(what);
    this.name = 'NotYet';
  }
}
