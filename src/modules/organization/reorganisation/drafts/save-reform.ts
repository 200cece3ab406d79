import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { Scope } from '../../scope.ts';
import { ReformVersions } from '../lines/reform-versions.ts';
import { Reorganisation } from '../mergers/reorganisation.entity.ts';
import { Unit } from '../../units/unit.entity.ts';

type Input = RouteBody<typeof routes.createReform>;

const PAST_DAYS = 30;

/** A reform is named: its day and the resolution. What it lays down is written afterwards. */
@Injectable()
export class SaveReform {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly references: ReferenceQueries,
    private readonly versions: ReformVersions,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformOfWhole, organization.basisNotVisible */
  async create(actor: Actor, unitId: string, input: Input): Promise<string> {
    await this.scope.require(actor, 'reform.manage', { unitId });
    await this.checkDirective(unitId, input);
    const id = v7();
    await this.database.tx(async (tx) => {
      const unit: { kind: string } | null = await tx.findOne(Unit, { select: { kind: true }, where: { id: unitId } });
      if (unit?.kind !== 'province' && unit?.kind !== 'country') throw organizationErrors.reformOfWhole();
      await tx.insert(Reorganisation, {
        id,
        unitId,
        reach: 'units',
        title: input.title,
        directiveId: input.directiveId ?? null,
        onDate: input.onDate,
        state: 'draft',
        version: 1,
        madeBy: actor.personId,
        madeAt: this.clock.now(),
        pastDays: input.pastDays ?? PAST_DAYS,
      });
      await this.versions.tell(tx, actor, { id, unitId, version: 1 }, { title: input.title, onDate: input.onDate });
    });
    return id;
  }

  /** @throws organization.reformNotFound, reformChanged, reformBegun, basisNotVisible */
  async change(actor: Actor, id: string, { version, ...input }: RouteBody<typeof routes.changeReform>): Promise<void> {
    await this.versions.next(actor, id, version, async (tx, reform, lines) => {
      await this.checkDirective(reform.unitId, input);
      await tx.update(
        Reorganisation,
        { id },
        {
          title: input.title,
          directiveId: input.directiveId ?? null,
          onDate: input.onDate,
          pastDays: input.pastDays ?? reform.pastDays,
        },
      );
      return lines;
    });
  }

  private async checkDirective(unitId: string, { directiveId }: Input): Promise<void> {
    if (directiveId && !(await this.references.bindsUnit(directiveId, unitId, this.clock.today())))
      throw organizationErrors.basisNotVisible({ path: 'directiveId' });
  }
}
