import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import { FormsApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { PreviewRemind } from './preview-remind.ts';

/** Who would be told of a reminder of a form and by which route. */
@Injectable()
export class PreviewFormRemind {
  constructor(
    private readonly scope: Scope,
    private readonly forms: FormsApi,
    private readonly reminders: PreviewRemind,
  ) {}

  /** @throws platform.notFound */
  async execute(
    actor: Actor,
    roundId: string,
    { unitIds }: RouteBody<typeof routes.previewRoundReminder>,
  ): Promise<RouteAnswer<typeof routes.previewRoundReminder>> {
    const round = await this.forms.round(roundId);
    if (!round) throw platformErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: round.unitId });
    return this.reminders.preview(actor, round.unitId, await this.forms.owed(roundId, unitIds), 'formChased');
  }
}
