import { Injectable } from '@nestjs/common';
import type { CommitteeSeat } from '#contracts/enums';
import { Database, sql } from '#platform/database';
import type { Person } from '../../people/people/person.entity.ts';
import type { DecisionRow } from '../../people/teams/team.queries.ts';
import type { Post } from '../posts/post.entity.ts';
import type { SteeringCommittee } from './steering-committee.entity.ts';

export interface CommitteeRow extends Pick<SteeringCommittee, 'id' | 'unitId' | 'draft'> {
  validFrom: string;
  validTo: string | null;
}

export interface CommitteeMemberRow
  extends Pick<Post, 'id' | 'personId' | 'title' | 'standIn' | 'affiliation'>,
    Pick<Person, 'fullName'> {
  role: 'committee_member' | 'focal_officer';
  seat: CommitteeSeat;
  from: string;
  to: string | null;
  supports: number;
}

@Injectable()
export class CommitteeQueries {
  constructor(private readonly database: Database) {}

  committee(unitId: string, at: string): Promise<CommitteeRow | undefined> {
    return this.database.one(
      sql`select id, unit_id as "unitId", draft, lower(validity)::text as "validFrom", upper(validity)::text as "validTo"
         from steering_committees where unit_id = ${unitId} and validity @> ${at}::date`,
    );
  }

  /** The focal officer first, then the stand-in, then the others. */
  members(unitId: string, at: string): Promise<CommitteeMemberRow[]> {
    return this.database.rows(
      sql`select o.id, o.person_id as "personId", p.full_name as "fullName", o.role, o.title, o.stand_in as "standIn",
              o.affiliation, coalesce(o.seat, case when o.role = 'focal_officer' then 'standing' else 'member' end) as seat, lower(o.validity)::text as from, upper(o.validity)::text as to,
              (select count(*) from supporters s join teams t on t.id = s.team_id and t.validity @> ${at}::date
                where s.person_id = o.person_id and s.validity @> ${at}::date) as supports
         from posts o join people p on p.id = o.person_id
        where o.unit_id = ${unitId} and o.role in ('committee_member', 'focal_officer') and not o.caretaker and o.validity @> ${at}::date
        order by o.role desc, o.stand_in, p.full_name collate "vi-natural", o.id`,
    );
  }

  decision(committeeId: string): Promise<DecisionRow | undefined> {
    return this.database.one(
      sql`select kind, number, signed_on::text as "signedOn", signer from establishing_decisions
        where committee_id = ${committeeId} and kind = 'establish' order by recorded_at limit 1`,
    );
  }

  teamsWithoutSupporter(unitId: string, at: string): Promise<{ id: string; name: string }[]> {
    return this.database.rows(
      sql`select t.id, t.name from teams_at(${at}) t
        where t.status = 'active' and t.commune_id = ${unitId}
          and not exists (select 1 from supporters s where s.team_id = t.id and s.validity @> ${at}::date offset 0)`,
    );
  }
}
