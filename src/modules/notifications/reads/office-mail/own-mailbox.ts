import { Injectable } from '@nestjs/common';
import { ReportingApi } from '#modules/reporting';
import { type EarlierRow, MailboxStore, OWN, type TriedRow, type UsedRow } from './mailbox-store.ts';

export interface OwnStanding {
  used: UsedRow | undefined;
  tried: TriedRow | undefined;
  untried: { address: string; isMailed: boolean } | null;
  earlier: EarlierRow[];
}

/**
 * The mailbox of a unit's own office. Like any other it is used once its code came back. What stands on the office's card or in
 * its papers is not; where mail went there before mailboxes were tried, it goes on, so that no office's copies stop.
 */
@Injectable()
export class OwnMailbox {
  constructor(
    private readonly reporting: ReportingApi,
    private readonly mailboxes: MailboxStore,
  ) {}

  /** Where copies for the unit go today; null where it has no mailbox. Never that of the office above. */
  async address(unitId: string): Promise<string | null> {
    const used = await this.used(unitId);
    if (used) return used.address;
    const untried = await this.untried(unitId);
    return untried?.isMailed ? untried.address : null;
  }

  async of(unitId: string): Promise<OwnStanding> {
    const [used, tried, earlier] = await Promise.all([
      this.used(unitId),
      this.mailboxes.tried(unitId),
      this.mailboxes.earlier(unitId),
    ]);
    return {
      used,
      tried: tried.find(({ key }) => key === OWN),
      untried: used ? null : await this.untried(unitId),
      earlier: earlier.filter(({ key }) => key === OWN),
    };
  }

  private async used(unitId: string): Promise<UsedRow | undefined> {
    return (await this.mailboxes.used(unitId, [OWN])).find((row) => row.unitId === unitId);
  }

  private async untried(unitId: string): Promise<OwnStanding['untried']> {
    const address = await this.reporting.mailbox(unitId);
    return address === null ? null : { address, isMailed: await this.mailboxes.isMailedUntried(unitId, address) };
  }
}
