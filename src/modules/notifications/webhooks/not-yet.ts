/** Thrown where an event came too early or the answer could not leave: it is worked again, so many times at most. */
export class NotYet extends Error {
  constructor(
    readonly what: string,
    readonly attempts: number,
  ) {
    super(what);
    this.name = 'NotYet';
  }
}
