import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { HandOver } from './hand-over.ts';
import { HandoverPeople } from './handover-people.ts';
import { PreviewHandover } from './preview-handover.ts';
import { ReadHandovers } from './read-handovers.ts';
import { TakeBackHandover } from './take-back-handover.ts';
import { VacatePost } from './vacate-post.ts';

@Controller()
export class HandoversController {
  constructor(
    private readonly preview: PreviewHandover,
    private readonly handOver: HandOver,
    private readonly vacate: VacatePost,
    private readonly takeBack: TakeBackHandover,
    private readonly read: ReadHandovers,
    private readonly people: HandoverPeople,
  ) {}

  @Handle(routes.previewHandover)
  look(
    @CurrentActor() actor: Actor,
    @PathId('postId') postId: string,
    @Query() query: RouteQuery<typeof routes.previewHandover>,
  ) {
    return this.preview.execute(actor, postId, query);
  }

  @Handle(routes.handOver)
  async give(
    @CurrentActor() actor: Actor,
    @PathId('postId') postId: string,
    @Input() input: RouteBody<typeof routes.handOver>,
  ) {
    const act = input.mode === 'vacate' ? this.vacate : this.handOver;
    const { id, personId } = await act.execute(actor, postId, input);
    return { id, person: (personId && (await this.people.refs([personId])).get(personId)) || null };
  }

  @Handle(routes.takeBackHandover)
  restore(@CurrentActor() actor: Actor, @PathId('handoverId') handoverId: string) {
    return this.takeBack.execute(actor, handoverId);
  }

  @Handle(routes.myHandovers)
  mine(@CurrentActor() actor: Actor) {
    return this.read.mine(actor);
  }

  @Handle(routes.readHandover)
  tick(@CurrentActor() actor: Actor, @PathId('handoverId') handoverId: string) {
    return this.read.tick(actor, handoverId);
  }
}
