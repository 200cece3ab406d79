import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { ChangeHamlet } from '../hamlets/change-hamlet.ts';
import { EndHamlet } from '../hamlets/end-hamlet.ts';
import { HamletRules } from '../hamlets/hamlet-rules.ts';
import { Scope } from '../scope.ts';
import { lockVersions } from '../units/unit-versions.ts';
import { CloseMany, type SeenClosings } from './close-many.ts';

const SOME_DIRECTIVE = '…';

/** A commune ends several of its hamlets by one directive, each as by itself. */
@Injectable()
export class CloseHamlets {
  constructor(
    private readonly scope: Scope,
    private readonly rules: HamletRules,
    private readonly changeHamlet: ChangeHamlet,
    private readonly endHamlet: EndHamlet,
    private readonly many: CloseMany,
  ) {}

  /** @throws organization.heirEnds, organization.basisNotVisible */
  async execute(
    actor: Actor,
    unitId: string,
    { directiveId, ...which }: RouteBody<typeof routes.closeHamlets>,
  ): Promise<RouteAnswer<typeof routes.closeHamlets>> {
    await this.scope.require(actor, 'hamlet.manage', { unitId });
    await this.rules.paper(unitId, directiveId);
    const { to, successorIds } = which;
    return this.many.execute(actor, {
      unitId,
      ...which,
      one: (_tx, by, { id }) => this.changeHamlet.execute(by, id, { kind: 'close', to, directiveId, successorIds }),
    });
  }

  /** Before a directive is chosen. @throws organization.heirEnds */
  async preview(
    actor: Actor,
    unitId: string,
    which: RouteBody<typeof routes.previewHamletClosings>,
  ): Promise<SeenClosings> {
    await this.scope.require(actor, 'hamlet.manage', { unitId });
    const end = { to: which.to, basis: SOME_DIRECTIVE, successorIds: which.successorIds };
    return this.many.preview(actor, {
      unitId,
      ...which,
      one: async (tx, by, { id }) => {
        await this.scope.require(by, 'hamlet.manage', { unitId: id });
        const unit = await lockVersions(tx, id);
        await this.endHamlet.execute(tx, by, { unit, communeId: await this.rules.commune(tx, unit) }, end);
      },
    });
  }
}
