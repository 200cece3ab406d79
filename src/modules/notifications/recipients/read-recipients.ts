import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { isPersonLine, recipientKey, recipientName } from '#i18n/recipient-names';
import { OrganizationApi, Scope, type UnitRef } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { platformErrors } from '#platform/http';
import { DeliveryChannels } from '../delivery-channels.ts';
import { mailboxErrors } from '../notifications.errors.ts';
import { MailboxStore, type TriedRow, type UsedRow } from './mailbox-store.ts';
import { MOST_TRIES } from './mailbox-rules.ts';

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
    private readonly clock: Clock,
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

  async of(unitId: string): Promise<RecipientsView> {
    const today = this.clock.today();
    const unit = await this.organization.unitRef(unitId, today);
    if (!unit) throw platformErrors.notFound();
    const [lines, own, tried, earlier] = await Promise.all([
      this.reporting.recipients(unitId),
      this.mailboxes.own(unitId),
      this.mailboxes.tried(unitId),
      this.mailboxes.earlier(unitId),
    ]);
    const named = new Map<string, Pick<Office, 'name' | 'line' | 'isPerson'>>();
    for (const line of lines) {
      const key = recipientKey(line);
      if (key && !named.has(key)) named.set(key, { name: recipientName(line), line, isPerson: isPersonLine(line) });
    }
    for (const { key, name } of own)
      if (!named.has(key)) named.set(key, { name, line: null, isPerson: isPersonLine(name) });
    const used = new Map((await this.mailboxes.used(unitId, [...named.keys()])).map((row) => [row.key, row]));
    const units = await this.organization.unitRefs(
      [...used.values()].map((row) => row.unitId),
      today,
    );
    return {
      unit,
      canMail: this.channels.ids.includes('email'),
      offices: [...named].map(([key, office]) => ({
        ...office,
        used: usedOf(used.get(key), units),
        tried: triedOf(tried.find((row) => row.key === key)),
        earlier: earlier.filter((row) => row.key === key).map(({ address, from, to }) => ({ address, from, to })),
      })),
    };
  }
}

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
