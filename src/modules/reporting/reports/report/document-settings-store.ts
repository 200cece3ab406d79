import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { endedBy, nearestRule, OrganizationApi, rangeText, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { ReportAccess } from './report-access.ts';
import { DocumentSettings } from './document-settings.entity.ts';

type View = RouteAnswer<typeof routes.readDocumentSettings>;

interface SettingsRow
  extends Pick<
    DocumentSettings,
    'unitId' | 'symbol' | 'capacity' | 'signerPost' | 'signer' | 'place' | 'recipients' | 'mailbox' | 'drafter'
  > {
  from: string;
}

/** What a unit's documents carry by decree 30: dated, the nearest unit above counts where it has none of its own. */
@Injectable()
export class DocumentSettingsStore {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly access: ReportAccess,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, unitId: string): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    return this.of(unitId, this.clock.today());
  }

  /** From today on: what was printed for earlier days stays as it was. */
  async write(actor: Actor, unitId: string, input: RouteBody<typeof routes.writeDocumentSettings>): Promise<View> {
    const unit = await this.organization.unitRef(unitId);
    this.access.requireOwn(actor, unitId);
    if (!unit) throw platformErrors.notFound();
    const today = this.clock.today();
    const { symbol, capacity, signerPost, signer, place, recipients } = input;
    const mailbox = input.mailbox === undefined ? await this.named(unitId, today) : input.mailbox;
    const drafter = input.drafter === undefined ? ((await this.of(unitId, today)).drafter ?? null) : input.drafter;
    await this.database.tx(async (tx) => {
      await this.organization.lockUnit(tx, unitId);
      await execute(tx, sql`delete from office_papers where unit_id = ${unitId} and lower(validity) >= ${today}::date`);
      await execute(tx, sql`update office_papers ${endedBy(unitId, today)}`);
      await tx.insert(DocumentSettings, {
        id: v7(),
        unitId,
        symbol,
        capacity,
        signerPost,
        signer,
        place,
        recipients,
        validity: rangeText(today),
        mailbox,
        drafter,
      });
    });
    return this.of(unitId, today);
  }

  /** A name and a place are those of the very unit; the rest may come from above. */
  async of(unitId: string, at: string): Promise<View> {
    const row = await this.database.one<SettingsRow>(
      sql`select p.unit_id as "unitId", p.symbol, p.capacity, p.signer_post as "signerPost", p.signer, p.place, p.recipients,
        p.mailbox, p.drafter, lower(p.validity)::text as from
         from ${nearestRule(sql`office_papers`, sql`${unitId}::uuid`, sql`greatest(${at}::date, '2022-01-01')`)} p`,
    );
    if (!row) throw platformErrors.notFound();
    const isOwn = row.unitId === unitId;
    return {
      fromUnitId: row.unitId,
      symbol: row.symbol,
      capacity: row.capacity,
      signerPost: row.signerPost,
      signer: isOwn ? row.signer : null,
      place: isOwn ? row.place : null,
      recipients: row.recipients.filter((line) => !/^(như trên|lưu\b)/iu.test(line)),
      drafter: isOwn ? row.drafter : null,
      mailbox: (isOwn ? row.mailbox : null) ?? (await this.organization.ownMailbox(unitId, at)),
      from: row.from,
    };
  }

  /** Named for the unit itself on a day; never that of the office above. */
  async mailbox(unitId: string, at: string): Promise<string | null> {
    return (await this.named(unitId, at)) ?? (await this.organization.ownMailbox(unitId, at));
  }

  private async named(unitId: string, at: string): Promise<string | null> {
    const row = await this.database.one<{ mailbox: string | null }>(
      sql`select mailbox from office_papers where unit_id = ${unitId} and validity @> ${at}::date`,
    );
    return row?.mailbox ?? null;
  }
}
