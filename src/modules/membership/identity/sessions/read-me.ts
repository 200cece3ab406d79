import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Action, actions, ofTheInstallation, roleMay } from '#contracts/actions';
import { addDays } from '#i18n';
import { OrganizationApi, readsPast } from '#modules/organization';
import { HeldActs } from '#platform/acts';
import type { Actor, ActorPost, PastPost } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, short, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import type { Busy } from '../../people/busy/busy-words.api.ts';
import type { SkillsView } from '../../people/people/member-skills.entity.ts';
import type { Post } from '../../officers/posts/post.entity.ts';
import type { Person } from '../../people/people/person.entity.ts';
import { TeamQueries } from '../../people/teams/team.queries.ts';
import type { Session } from './session.entity.ts';
import { titleOf } from '../../people/people/titles.ts';

type Me = RouteAnswer<typeof routes.me>;
const allActions = Object.keys(actions) as Action[];

interface PersonRow extends Pick<Person, 'fullName' | 'language'>, Pick<Session, 'expiresAt'> {
  hasPassword: boolean;
  email: string | null;
  phones: string[];
  busy: Busy | null;
  skills: SkillsView | null;
}

type Asking = Pick<Actor, 'personId' | 'sessionId' | 'posts' | 'past' | 'awaits'>;

interface PostLabel {
  title: string | null;
  provider: { id: string; name: string } | undefined;
}

/** Who is signed in, with every post of today and what it may do. */
@Injectable()
export class ReadMe {
  constructor(
    private readonly database: Database,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  async execute({ personId, sessionId, posts, past = [], awaits }: Asking): Promise<Me> {
    const [row, own, over] = await Promise.all([
      this.person(personId, sessionId),
      this.posts(personId, posts),
      this.pastPosts(past),
    ]);
    if (!row) throw platformErrors.signInNeeded();
    return {
      person: {
        id: personId,
        fullName: row.fullName,
        language: row.language,
        hasPassword: row.hasPassword,
        email: row.email,
        logins: [...(row.email ? [row.email] : []), ...row.phones.map((phone) => phone.replace(/^\+84/, '0'))],
      },
      posts: [...own, ...over],
      session: { id: sessionId, expiresAt: row.expiresAt.toISOString() },
      today: this.clock.today(),
      busy: row.busy,
      skills: row.skills,
      holdSeconds: this.acts.seconds,
      ...(awaits === 'enrolment' && { awaits }),
    };
  }

  private person(personId: string, sessionId: string): Promise<PersonRow | undefined> {
    return this.database.one(
      prepared(
        'me-person',
        sql`select p.full_name as "fullName", p.language, p.password_hash is not null as "hasPassword",
              s.expires_at as "expiresAt",
              coalesce(p.login_email, (select e.address from emails e where e.person_id = p.id order by e.is_primary desc
                limit 1)) as email,
              (select jsonb_build_object('reason', b.reason, 'until', b.until_on) from busy_words b
                where b.person_id = p.id and b.until_on >= ${this.clock.today()}::date) as busy,
              (select jsonb_build_object('list', k.skills, 'own', k.by_self) from member_skills k where k.person_id = p.id) as skills,
              array(select f.e164 from phones f where f.person_id = p.id and f.replaced_at is null
                order by f.is_primary desc, f.added_at) as phones
         from people p join sessions s on s.person_id = p.id and s.id = ${sessionId} where p.id = ${personId}`,
      ),
    );
  }

  /** Devices on which the person is signed in, the last used first. */
  async sessions({ personId, sessionId }: Actor): Promise<RouteAnswer<typeof routes.mySessions>> {
    const rows = await this.database.rows<Pick<Session, 'id' | 'device' | 'createdAt' | 'lastSeenAt' | 'expiresAt'>>(
      sql`select id, device, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt"
         from sessions where person_id = ${personId} and ended_at is null and not awaits_code and expires_at > ${this.clock.now()}
        order by last_seen_at desc, id`,
    );
    return rows.map((row) => ({
      id: row.id,
      device: row.device,
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      current: row.id === sessionId,
    }));
  }

  private async posts(personId: string, posts: readonly ActorPost[]): Promise<Me['posts']> {
    const teamIds = posts.flatMap(({ teamId }) => teamId ?? []);
    const [found, labels, paths, works] = await Promise.all([
      teamIds.length > 0 ? this.teams.byId(teamIds, this.clock.today()) : [],
      this.labels(posts.map(({ id }) => id)),
      Promise.all(posts.map(({ unitId }) => this.organization.ancestors(unitId))),
      Promise.all(posts.map(({ teamId, unitId }) => teamId && this.work(personId, teamId, unitId))),
    ]);
    const teams = new Map(found.map((team) => [team.id, team]));
    const views = posts.map((post, i) => {
      const path = paths[i] ?? [];
      const work = works[i];
      const team = post.teamId ? teams.get(post.teamId) : undefined;
      const unit = path.at(-1);
      const label = labels.get(post.id);
      return (
        unit && {
          id: post.id,
          role: post.role,
          title: titleOf(post.role, label?.title ?? null),
          unit,
          ancestors: path.slice(0, -1),
          team: team ? { id: team.id, name: team.name } : null,
          ...(label?.provider && { provider: label.provider }),
          ...(team && work && { work }),
          may: allActions.filter(
            (action) => roleMay(post.role, action) && (path.length === 1 || !ofTheInstallation.has(action)),
          ),
        }
      );
    });
    return withPlaces(views.flatMap((view) => view ?? []));
  }

  /** Of units that ended: what may be read of their past. */
  private async pastPosts(past: readonly PastPost[]): Promise<Me['posts']> {
    if (past.length === 0) return [];
    const labels = await this.labels(past.map(({ id }) => id));
    const views = await Promise.all(
      past.map(async ({ id, role, unitId, lastDay, until }) => {
        const path = await this.organization.ancestors(unitId, lastDay);
        const unit = path.at(-1);
        return (
          unit && {
            id,
            role,
            title: titleOf(role, labels.get(id)?.title ?? null),
            unit,
            ancestors: path.slice(0, -1),
            team: null,
            may: allActions.filter((action) => readsPast.has(action) && roleMay(role, action)),
            past: { lastDay, readUntil: addDays(until, -1) },
          }
        );
      }),
    );
    return views.flatMap((view) => view ?? []);
  }

  /** By which rule a day's work finds its report, and the first day of this membership, in a team that became this one too. */
  private async work(personId: string, teamId: string, unitId: string): Promise<Me['posts'][number]['work']> {
    const [rule, row] = await Promise.all([this.organization.periodRule(unitId), this.since(personId, teamId)]);
    return { ...rule, since: row?.since ?? this.clock.today() };
  }

  private since(personId: string, teamId: string): Promise<{ since: string } | undefined> {
    return this.database.one(
      prepared(
        'member-since',
        sql`select lower(coalesce((select m.validity from team_members m join teams t on t.id = m.team_id
            where (t.merged_into_id = ${teamId} or t.id = (select split_from_id from teams where id = ${teamId}))
              and m.person_id = ${personId} order by lower(m.validity) limit 1), validity))::text as since
        from team_members where person_id = ${personId} and team_id = ${teamId} and validity @> ${this.clock.today()}::date`,
      ),
    );
  }

  /** What each post is called and, for trainers, whom it teaches for. */
  private async labels(postIds: readonly string[]): Promise<Map<string, PostLabel>> {
    const rows = await this.database.rows<Pick<Post, 'id' | 'title' | 'providerId'>>(
      short(sql`select id, title, provider_id as "providerId" from posts where id = any(${postIds})`),
    );
    const providerIds = rows.flatMap((row) => row.providerId ?? []);
    const names =
      providerIds.length > 0 ? await this.organization.providerNames(providerIds) : new Map<string, string>();
    return new Map(
      rows.map(({ id, title, providerId }) => {
        const name = providerId ? names.get(providerId) : undefined;
        return [id, { title, provider: providerId && name !== undefined ? { id: providerId, name } : undefined }];
      }),
    );
  }
}

/** A company's person has one post there, however many places it has (docs/decisions/0228). */
function withPlaces(posts: Me['posts']): Me['posts'] {
  const ofCompany = (post: Me['posts'][number]) =>
    posts.filter(({ role, provider }) => role === 'trainer' && provider?.id === post.provider?.id);
  return posts.flatMap((post) => {
    if (post.role !== 'trainer' || !post.provider) return [post];
    const all = ofCompany(post);
    if (all[0] !== post) return [];
    return [all.length > 1 ? { ...post, places: all.map(({ unit }) => unit) } : post];
  });
}
