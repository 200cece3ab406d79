import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import type { ExportPurpose, PaperPurpose } from '#contracts/access/log-kinds';
import type { PhonePurpose } from '#contracts/enums';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { AccessActs, type TakenList } from '#platform/trail';
import { printPhone } from './phones.ts';
import { NumberLooks } from './number-looks.ts';
import { PeopleQueries } from './people.queries.ts';

/** Why numbers are looked at, and in which unit's affairs. */
interface Look {
  purpose: PhonePurpose | ExportPurpose | PaperPurpose | null;
  unitId?: string | undefined;
}
/** Numbers that leave on paper or in a file; `what` the log calls it. */
interface ListOfNumbers extends Look {
  what: string;
}

/** Full phone numbers. Each look stands in the access log before the number leaves. */
@Injectable()
export class RevealPhones {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly scope: Scope,
    private readonly clock: Clock,
    private readonly acts: AccessActs,
    private readonly looks: NumberLooks,
  ) {}

  /** @throws platform.denied for a person outside the reader's places; platform.proofNeeded, membership.tooManyLooks for many */
  async execute(
    actor: Actor,
    personId: string,
    purpose: PhonePurpose,
  ): Promise<RouteAnswer<typeof routes.revealPhones>> {
    const [person] = await this.queries.names([personId], this.clock.today());
    if (!person) throw platformErrors.notFound();
    const readable = await this.readable(actor, [personId]);
    if (readable.length === 0) throw platformErrors.denied();
    const place = await this.queries.placesOf(personId, this.clock.today());
    await this.database.tx(async (tx) => {
      await this.looks.require(tx, actor, personId);
      await this.log(actor, readable, { purpose, unitId: place[0]?.unitId }, tx);
    });
    const phones = await this.queries.phones(readable);
    return {
      fullName: person.fullName,
      phones: phones.map(({ e164, isPrimary }) => ({ e164, national: printPhone(e164), primary: isPrimary })),
    };
  }

  /** The main numbers of those whom the actor may read, for a list of calls; others are left out. */
  async forCalls(actor: Actor, personIds: readonly string[], purpose: PhonePurpose): Promise<Map<string, string>> {
    const readable = await this.readable(actor, personIds);
    return this.vouched(actor, readable, { purpose });
  }

  /** The main numbers of people whom another module's rule lets the actor call; logged like any other look. */
  async vouched(actor: Actor, personIds: readonly string[], told: Look): Promise<Map<string, string>> {
    await this.log(actor, personIds, told);
    return this.mainNumbers(personIds);
  }

  /** The same for a file that is taken away, with the code that it carries. */
  async forList(
    actor: Actor,
    personIds: readonly string[],
    { what, purpose, unitId }: ListOfNumbers,
  ): Promise<{ phones: Map<string, string>; mark: TakenList['mark'] }> {
    const told = { what, ...(unitId && { unitId }), people: personIds.length, purpose };
    const { id, mark } = await this.acts.taken(actor, told);
    await this.logPeople(actor, personIds, { act: id, purpose });
    return { phones: await this.mainNumbers(personIds), mark };
  }

  private async mainNumbers(personIds: readonly string[]): Promise<Map<string, string>> {
    const phones = (await this.queries.phones(personIds)).filter((phone) => phone.isPrimary);
    return new Map(phones.map((phone) => [phone.personId, printPhone(phone.e164)]));
  }

  private async readable(actor: Actor, personIds: readonly string[]): Promise<string[]> {
    const within = await this.queries.within(
      personIds,
      this.scope.unitIds(actor, 'phone.read'),
      this.scope.teamIds(actor, 'phone.read'),
      this.clock.today(),
    );
    return personIds.filter((id) => within.has(id) || id === actor.personId);
  }

  /** One act, and a line for each person. */
  private async log(
    actor: Actor,
    personIds: readonly string[],
    { purpose, unitId }: Look,
    tx: Tx = this.database.manager,
  ): Promise<void> {
    if (personIds.length === 0) return;
    const told = { what: 'phone.read', ...(unitId && { unitId }), people: personIds.length, purpose };
    const act = await this.acts.note(actor, { kind: 'look', ...told }, tx);
    await this.logPeople(actor, personIds, { act, purpose }, tx);
  }

  private async logPeople(
    actor: Actor,
    personIds: readonly string[],
    { act, purpose }: { act: string; purpose: Look['purpose'] },
    tx: Tx = this.database.manager,
  ): Promise<void> {
    await execute(
      tx,
      sql`insert into access_log (id, at, person_id, what, subject_id, purpose, act_id)
        select n.id, ${this.clock.now()}, ${actor.personId}, 'phone.read', n.subject_id, ${purpose}, ${act}
          from unnest(${personIds.map(() => v7())}::uuid[], ${personIds}::uuid[]) as n(id, subject_id)`,
    );
  }
}
