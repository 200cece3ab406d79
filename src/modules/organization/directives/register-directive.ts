import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { Directive } from './directive.entity.ts';
import { organizationErrors } from '../organization.errors.ts';
import { directiveRegistered } from '../organization.events.ts';
import { RuleRegistry } from '../dated-rules/rule-registry.ts';
import { Scope } from '../scope.ts';
import { rangeText } from '../units/validity.ts';

/** Registers a directive of a unit. One that supersedes another ends it and takes over its rules. */
@Injectable()
export class RegisterDirective {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rules: RuleRegistry,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, input: RouteBody<typeof routes.createDirective>): Promise<string> {
    await this.scope.require(actor, 'directive.manage', { unitId });
    if (input.issuedOn > this.clock.today()) throw organizationErrors.directiveInFuture({ path: 'issuedOn' });
    try {
      return await this.database.tx(async (tx) => {
        await this.checkVisible(tx, unitId, 'basisId', input.basisId);
        await this.checkSuperseding(tx, actor, unitId, input.supersedesId);
        const directive = await tx.save(Directive, {
          id: v7(),
          unitId,
          kind: input.kind,
          number: input.number,
          issuedOn: input.issuedOn,
          issuer: input.issuer,
          abstract: input.abstract,
          basisId: input.basisId ?? null,
          supersededBy: null,
          validity: rangeText(input.issuedOn),
          version: 1,
        });
        if (input.supersedesId) await this.supersede(tx, input.supersedesId, directive);
        await this.outbox.append(
          tx,
          directiveRegistered({ directiveId: directive.id }, { unitId, changes: { number: input.number } }),
          actor,
        );
        return directive.id;
      });
    } catch (error) {
      if (violation(error)?.state === sqlState.unique)
        throw organizationErrors.directiveExists({ path: 'number', number: input.number });
      throw error;
    }
  }

  /** Gives the unit of the directive named at `path`. */
  private async checkVisible(
    tx: Tx,
    unitId: string,
    path: string,
    directiveId: string | undefined,
  ): Promise<string | undefined> {
    if (!directiveId) return undefined;
    const [found] = await rowsOf<Pick<Directive, 'unitId'>>(
      tx,
      sql`select d.unit_id as "unitId" from directives d join unit_closure c on c.ancestor_id = d.unit_id
        and c.descendant_id = ${unitId} where d.id = ${directiveId}`,
    );
    if (!found) throw organizationErrors.basisNotVisible({ path });
    return found.unitId;
  }

  /** To be cited, a directive of a unit above is enough; to end one takes the right at its own unit. */
  private async checkSuperseding(tx: Tx, actor: Actor, unitId: string, directiveId: string | undefined): Promise<void> {
    const ownUnitId = await this.checkVisible(tx, unitId, 'supersedesId', directiveId);
    if (ownUnitId) await this.scope.require(actor, 'directive.manage', { unitId: ownUnitId });
  }

  /** The rules that cited the old directive go on under the new one. */
  private async supersede(tx: Tx, oldId: string, { id, issuedOn }: Directive): Promise<void> {
    await execute(
      tx,
      sql`update directives set superseded_by = ${id}, validity = daterange(lower(validity), greatest(${issuedOn}::date,
        lower(validity) + 1)) where id = ${oldId}`,
    );
    await this.rules.cite(tx, oldId, id);
  }
}
