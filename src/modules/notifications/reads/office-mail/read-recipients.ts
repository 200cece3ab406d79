import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { isPersonLine, recipientKey, recipientName } from '#i18n/recipient-names';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { DeliveryChannels } from '../../delivery-channels.ts';
import { mailboxErrors } from '../../notifications.errors.ts';
import { type EarlierRow, MailboxStore, type TriedRow, type UsedRow } from './mailbox-store.ts';
import { MOST_TRIES } from './mailbox-rules.ts';
import { OwnMailbox, type OwnStanding } from './own-mailbox.ts';

export type RecipientsView = RouteAnswer<typeof routes.recipients>;
type Office = RecipientsView['offices'][number];

/** The offices that a unit's reports name, each with its mailbox; own ones that are named no more stand at the end. */
@Injectable()
export class ReadRecipients {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly reporting: ReportingApi,
    private readonly mailboxes: MailboxStore,
    private readonly channels: DeliveryChannels,
    private readonly ownMailbox: OwnMailbox,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RecipientsView> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.of(unitId);
  }

  /** The name of an office that stands in "Nơi nhận". @throws mailbox.notNamed */
  async named(unitId: string, name: string): Promise<string> {
    const key = recipientKey(name);
    const line = (await this.reporting.recipients(unitId)).find((each) => recipientKey(each) === key);
    if (!line) throw mailboxErrors.notNamed();
    return recipientName(line);
  }

  /** Where copies for the unit itself go; null where it has no mailbox. */
  ownAddress(unitId: string): Promise<string | null> {
    return this.ownMailbox.address(unitId);
  }

  async of(unitId: string): Promise<RecipientsView> {
    const unit = await this.organization.unitRef(unitId);
    if (!unit) throw platformErrors.notFound();
    const [lines, kept, tried, earlier, own] = await Promise.all([
      this.reporting.recipients(unitId),
      this.mailboxes.own(unitId),
      this.mailboxes.tried(unitId),
      this.mailboxes.earlier(unitId),
      this.ownMailbox.of(unitId),
    ]);
    const named = new Map<string, Pick<Office, 'name' | 'line' | 'isPerson'>>();
    for (const line of lines) {
      const key = recipientKey(line);
      if (key && !named.has(key)) named.set(key, { name: recipientName(line), line, isPerson: isPersonLine(line) });
    }
    for (const { key, name } of kept)
      if (!named.has(key)) named.set(key, { name, line: null, isPerson: isPersonLine(name) });
    const used = new Map((await this.mailboxes.used(unitId, [...named.keys()])).map((row) => [row.key, row]));
    const units = await this.organization.unitRefs([...used.values()].map((row) => row.unitId));
    return {
      unit,
      canMail: this.channels.ids.includes('email'),
      own: ownOf(own, unit),
      offices: [...named].map(([key, office]) => ({
        ...office,
        used: usedOf(used.get(key), units),
        tried: triedOf(tried.find((row) => row.key === key)),
        earlier: daysOf(earlier.filter((row) => row.key === key)),
      })),
    };
  }
}

const daysOf = (rows: readonly EarlierRow[]): Office['earlier'] =>
  rows.map(({ address, from, to }) => ({ address, from, to }));

const ownOf = ({ used, tried, untried, earlier }: OwnStanding, unit: UnitRef): RecipientsView['own'] => ({
  used: usedOf(used, new Map([[unit.id, unit]])),
  tried: triedOf(tried),
  untried,
  earlier: daysOf(earlier),
});

function usedOf(row: UsedRow | undefined, units: ReadonlyMap<string, UnitRef>): Office['used'] {
  const unit = row && units.get(row.unitId);
  return row && unit ? { id: row.id, address: row.address, unit, from: row.from } : null;
}

function triedOf(row: TriedRow | undefined): Office['tried'] {
  if (!row) return null;
  const { id, address, state, failureCode, sentAt, tries } = row;
  return {
    id,
    address,
    state: state === 'claimed' ? 'due' : state,
    failureCode,
    sentAt: sentAt?.toISOString() ?? null,
    triesLeft: Math.max(0, MOST_TRIES - tries),
  };
}
