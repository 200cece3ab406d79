import type { KeepingKind } from '#contracts/organization/keeping-terms';

/** Until when things are kept; whoever knows the rules fulfils it. Of the log the database forgets nothing sooner than after 24 months. */
export abstract class RetentionPort {
  /** What is older has been kept for its time. */
  abstract before(kind: KeepingKind): Promise<Date>;
}
