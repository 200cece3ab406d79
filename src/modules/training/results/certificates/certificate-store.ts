import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer } from '#contracts';
import type { checkInRoutes } from '#contracts/training/check-in';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, execute, rowsOf, type Sql, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../../sessions/session/session.rows.ts';
import { SessionAccess } from '../../sessions/session/session-access.ts';
import { certificateErrors } from '../../training.errors.ts';
import { certificateRevoked, certificatesIssued } from '../../training.events.ts';
import type { Certificate } from './certificate.entity.ts';

export type CertificateView = RouteAnswer<typeof checkInRoutes.issueCertificates>[number];
type Check = RouteAnswer<typeof checkInRoutes.verifyCertificate>;

export interface CertificateRow
  extends Pick<
    Certificate,
    | 'id'
    | 'code'
    | 'sessionId'
    | 'personId'
    | 'fullName'
    | 'title'
    | 'topicCode'
    | 'provider'
    | 'heldOn'
    | 'issuedAt'
    | 'revokedAt'
    | 'revokeReason'
  > {
  hours: number;
}

const columns = sql`k.id, k.code, k.session_id as "sessionId", k.person_id as "personId", k.full_name as "fullName", k.title,
    k.topic_code as "topicCode", k.provider, k.hours::float as hours, k.held_on as "heldOn", k.issued_at as "issuedAt",
    k.revoked_at as "revokedAt", k.revoke_reason as "revokeReason"`;
/** Without letters that are read for one another; 16 of 32 signs are 80 bits. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Certificates of attendance: issued by the trainer, asked for by whoever sees one, revoked with a reason. */
@Injectable()
export class CertificateStore {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly outbox: Outbox,
  ) {}

  /** For those who were there and have none; all of them when nobody is named. @throws certificate.notDone, certificate.notAttended */
  async issue(actor: Actor, sessionId: string, personIds: readonly string[] | undefined): Promise<CertificateView[]> {
    await this.access.change(actor, sessionId, 'training.certify', async (tx, session, now) => {
      if (session.state !== 'done') throw certificateErrors.notDone();
      const there = await rowsOf<{ personId: string; has: boolean }>(
        tx,
        sql`select c.person_id as "personId",
          exists (select 1 from certificates k where k.session_id = ${sessionId} and k.person_id = c.person_id
            and k.revoked_at is null) as has
           from check_ins c where c.session_id = ${sessionId} and c.person_id is not null and c.state = 'counted'`,
      );
      const missing = personIds?.findIndex((id) => !there.some((row) => row.personId === id)) ?? -1;
      if (missing >= 0) throw certificateErrors.notAttended({ path: `personIds.${missing}` });
      const due = there.filter(({ personId, has }) => !has && (!personIds || personIds.includes(personId)));
      if (due.length === 0) return;
      const people = await this.membership.people(due.map((row) => row.personId));
      await execute(
        tx,
        sql`insert into certificates (id, code, session_id, person_id, full_name, title, topic_code, provider, hours, held_on,
          issued_by, issued_at)
         select n.id, n.code, s.id, n.person_id, n.full_name, s.title, s.topic_code,
           ${(await this.organization.providerNames([session.providerId])).get(session.providerId)}, least(24,
             round((extract(epoch from s.ends_at - s.starts_at) / 3600)::numeric, 1)),
               (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date, ${actor.personId}, ${now}
           from unnest(${due.map(() => v7())}::uuid[], ${due.map(() => newCode())}::text[],
             ${due.map((row) => row.personId)}::uuid[], ${due.map((row) => people.get(row.personId)?.fullName)}::text[]) as n(id,
               code, person_id, full_name) cross join training_sessions s where s.id = ${sessionId}`,
      );
      const payload = { sessionId, personIds: due.map((row) => row.personId) };
      await this.outbox.append(tx, certificatesIssued(payload, { unitId: session.communeId }), actor);
    });
    return this.ofSession(sessionId);
  }

  async ofSession(sessionId: string): Promise<CertificateView[]> {
    return this.view(await this.rows(sql`k.session_id = ${sessionId}`));
  }

  async ofPerson(personId: string): Promise<CertificateView[]> {
    return this.view(await this.rows(sql`k.person_id = ${personId}`));
  }

  /** For its holder and for its provider. @throws certificate.notFound */
  async open(actor: Actor, id: string): Promise<CertificateRow> {
    const [row] = await this.rows(sql`k.id = ${id}`);
    if (!row) throw certificateErrors.notFound();
    if (row.personId !== actor.personId) await this.openSession(actor, row);
    return row;
  }

  /** @throws certificate.notFound, certificate.alreadyRevoked */
  async revoke(actor: Actor, id: string, reason: string): Promise<void> {
    const [row] = await this.rows(sql`k.id = ${id}`);
    if (!row) throw certificateErrors.notFound();
    await this.access.change(actor, row.sessionId, 'training.certify', async (tx, session, now) => {
      const done = await rowsOf(
        tx,
        sql`update certificates set revoked_at = ${now}, revoked_by = ${actor.personId}, revoke_reason = ${reason}
          where id = ${id} and revoked_at is null returning id`,
      );
      if (done.length === 0) throw certificateErrors.alreadyRevoked();
      await this.outbox.append(
        tx,
        certificateRevoked({ certificateId: id }, { unitId: session.communeId, changes: { reason } }),
        actor,
      );
    });
  }

  /** What is printed on it and nothing more. @throws certificate.notFound */
  async check(code: string): Promise<Check> {
    const [row] = await this.rows(sql`k.code = ${plainCode(code)}`);
    if (!row) throw certificateErrors.notFound();
    return {
      holds: row.revokedAt === null,
      fullName: row.fullName,
      title: row.title,
      hours: row.hours,
      heldOn: row.heldOn,
      provider: row.provider,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    };
  }

  private async openSession(actor: Actor, { sessionId }: CertificateRow): Promise<SessionData> {
    return this.access.open(actor, sessionId, 'training.read');
  }

  private rows(where: Sql): Promise<CertificateRow[]> {
    return this.database.rows(
      sql`select ${columns} from certificates k where ${where} order by k.issued_at, k.full_name`,
    );
  }

  private async view(rows: readonly CertificateRow[]): Promise<CertificateView[]> {
    const people = await this.membership.people(rows.map((row) => row.personId));
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      person: people.get(row.personId) ?? { id: row.personId, fullName: row.fullName, position: null },
      title: row.title,
      topic: row.topicCode,
      hours: row.hours,
      heldOn: row.heldOn,
      provider: row.provider,
      issuedAt: row.issuedAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      revokeReason: row.revokeReason,
    }));
  }
}

/** "7K3M-9QX2-…" in four groups. */
function newCode(): string {
  const signs = [...randomBytes(16)].map((byte) => SIGNS[byte & 31]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

/** As it may be typed: small letters, no dashes, O for 0 and I or L for 1. */
export function plainCode(typed: string): string {
  const signs = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}
