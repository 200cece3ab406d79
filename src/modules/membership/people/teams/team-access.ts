import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { OrganizationApi, parseRange, Scope, type Validity } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, empty, rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';
import type { Team } from './team.entity.ts';

export interface TeamPlace {
  id: string;
  unitId: string;
  status: Team['status'];
  validity: Validity;
}

/** Loads a team and asks for the right at its place: the first step of every use case on a team. */
@Injectable()
export class TeamAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws membership.teamNotFound, platform.denied */
  async require(actor: Actor, action: Action, teamId: string): Promise<TeamPlace> {
    const team = await this.load(this.database.manager, teamId);
    await this.scope.require(actor, action, { unitId: team.unitId, teamId });
    return team;
  }

  /** The team, locked until the transaction ends: changes of one team come one after the other. */
  lock(tx: Tx, teamId: string): Promise<TeamPlace> {
    return this.load(tx, teamId, sql`for update`);
  }

  /** The commune of the team, locked: what concerns all of its teams at once comes one after the other. */
  async lockCommune(tx: Tx, teamId: string): Promise<void> {
    const [commune] = await rowsOf<{ id: string }>(
      tx,
      sql`select c.ancestor_id as id from teams t join unit_closure c on c.descendant_id = t.unit_id
        and c.ancestor_kind = 'commune' where t.id = ${teamId}`,
    );
    if (commune) await this.organization.lockUnit(tx, commune.id);
  }

  private async load(tx: Tx, teamId: string, lock = empty): Promise<TeamPlace> {
    const [row] = await rowsOf<Pick<Team, 'id' | 'unitId' | 'status' | 'validity'>>(
      tx,
      sql`select id, unit_id as "unitId", status, validity::text as validity from teams where id = ${teamId} ${lock}`,
    );
    if (!row) throw membershipErrors.teamNotFound();
    return { ...row, validity: parseRange(row.validity) };
  }
}
