import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { Scope } from '../scope.ts';
import { CreateUnit } from '../units/create-unit.ts';
import { HamletRules } from './hamlet-rules.ts';
import { KeptHamlets } from './kept-hamlets.ts';

/** A commune's committee enters a hamlet that a resolution has founded. */
@Injectable()
export class AddHamlet {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rules: HamletRules,
    private readonly createUnit: CreateUnit,
    private readonly kept: KeptHamlets,
  ) {}

  /** @throws organization.basisNotVisible, organization.hamletNamed, organization.parentNotFound, organization.wrongParentKind */
  async execute(actor: Actor, communeId: string, input: RouteBody<typeof routes.addHamlet>): Promise<string> {
    await this.scope.require(actor, 'hamlet.manage', { unitId: communeId });
    const { directiveId, type, name, from } = input;
    const basis = await this.rules.paper(communeId, directiveId);
    return this.database.tx(async (tx) => {
      await this.rules.lock(tx, communeId);
      await this.rules.refuseSameName(tx, { communeId, type, name, from });
      const { directiveId: _, ...named } = input;
      const unitId = await this.createUnit.place(tx, { ...named, kind: 'hamlet', parentId: communeId, basis });
      const changes = { kind: 'create', name, from };
      await this.kept.enter(
        tx,
        actor,
        communeId,
        { unitId, kind: 'create', onDate: from, basis, directiveId },
        changes,
      );
      return unitId;
    });
  }
}
