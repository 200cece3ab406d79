import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { CloseHamlets, CloseUnits, type SeenClosings } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { MessageFacts } from '../../plan/messages/facts/message-facts.ts';
import { PreviewTold } from '../../plan/planning/preview-told.ts';

type Preview = RouteAnswer<typeof routes.previewUnitClosings>;

/** Before several units end. Of hamlets that a commune ends the administrators above read in the news of the day. */
@Injectable()
export class PreviewClosings {
  constructor(
    private readonly closeUnits: CloseUnits,
    private readonly closeHamlets: CloseHamlets,
    private readonly facts: MessageFacts,
    private readonly told: PreviewTold,
  ) {}

  async units(actor: Actor, unitId: string, input: RouteBody<typeof routes.previewUnitClosings>): Promise<Preview> {
    return this.show(await this.closeUnits.preview(actor, unitId, input), []);
  }

  async hamlets(actor: Actor, unitId: string, input: RouteBody<typeof routes.previewHamletClosings>): Promise<Preview> {
    const seen = await this.closeHamlets.preview(actor, unitId, input);
    const above = await this.facts.officersOver(unitId, 'unit.manage');
    return this.show(seen, above.includes(actor.personId) ? [] : above);
  }

  private async show({ closed, refused }: SeenClosings, personIds: readonly string[]): Promise<Preview> {
    const people = personIds.map((personId) => ({ personId, standIn: false }));
    const told = closed.map((unit) => ({ ...unit, people }));
    return {
      ...(await this.told.of({ kind: 'hamletKept', isDuty: false, told, left: [], secondApproval: null })),
      refused,
    };
  }
}
