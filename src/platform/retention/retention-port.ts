/** Until when the trail and the log are kept; whoever knows the rules fulfils it. The database forgets nothing sooner than after 24 months. */
export abstract class RetentionPort {
  /** What is older has been kept for its time. */
  abstract logBefore(): Promise<Date>;
}
