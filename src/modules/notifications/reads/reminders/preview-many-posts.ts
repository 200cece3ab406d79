import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { AppointMany, EndPosts, type SeenPosts } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { PreviewTold } from '../../plan/planning/preview-told.ts';

type Preview = RouteAnswer<typeof routes.previewPostEnds>;

/** Before many posts end or are given: the act itself is tried and leaves nothing, so what it shows is what it would do. */
@Injectable()
export class PreviewManyPosts {
  constructor(
    private readonly endPosts: EndPosts,
    private readonly appointMany: AppointMany,
    private readonly told: PreviewTold,
  ) {}

  ends(actor: Actor, unitId: string, input: RouteBody<typeof routes.previewPostEnds>): Promise<Preview> {
    return this.endPosts.preview(actor, unitId, input, (seen) => this.show(seen));
  }

  appointments(actor: Actor, unitId: string, input: RouteBody<typeof routes.previewAppointments>): Promise<Preview> {
    return this.appointMany.preview(actor, unitId, input, (seen) => this.show(seen));
  }

  private async show({ told, refused, elsewhere }: SeenPosts): Promise<Preview> {
    return {
      ...(await this.told.of({ kind: 'handedOver', isDuty: true, told, left: [], secondApproval: null })),
      refused,
      elsewhere,
    };
  }
}
