import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { SamplingRule } from './sampling-rule.entity.ts';

type Row = Pick<SamplingRule, 'id' | 'unitId' | 'below' | 'oneIn' | 'directiveId' | 'setBy'> & {
  validFrom: string;
  validTo: string | null;
};

@Injectable()
export class ReadSamplingRules {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.samplingRules>> {
    await this.scope.require(actor, 'assignment.read', { unitId });
    const rows = await this.database.rows<Row>(
      sql`with rules as (
         select c.depth, r.* from unit_closure c
          cross join lateral (select * from sampling_rules where unit_id = c.ancestor_id offset 0) r
          where c.descendant_id = ${unitId} and (upper_inf(r.validity) or upper(r.validity) > ${this.clock.today()}::date))
       select id, unit_id as "unitId", below, one_in as "oneIn", directive_id as "directiveId", set_by as "setBy",
              lower(validity)::text as "validFrom", (upper(validity) - 1)::text as "validTo"
         from rules where depth = (select min(depth) from rules) order by lower(validity) limit 100`,
    );
    const [units, directives, people] = await Promise.all([
      this.organization.unitRefs(rows.map((row) => row.unitId)),
      this.organization.directives(rows.map((row) => row.directiveId)),
      this.membership.people(rows.map((row) => row.setBy)),
    ]);
    return rows.flatMap(({ unitId: ofUnit, directiveId, setBy, ...rule }) => {
      const [unit, by, directive] = [units.get(ofUnit), people.get(setBy), directives.get(directiveId)];
      if (!unit || !by) return [];
      const paper = directive && { id: directiveId, number: directive.number, issuedOn: directive.issuedOn };
      return [{ ...rule, unit, by, directive: paper ?? null }];
    });
  }
}
