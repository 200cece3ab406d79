import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, ActorCache, CurrentActor } from '#platform/auth';
import { Handle, Input, Query } from '#platform/http';
import { LiveStreams } from './live-streams.ts';
import { MarkSeen } from './mark-seen.ts';
import { Preferences } from './preferences.ts';
import { ReadInbox } from './read-inbox.ts';

@Controller()
export class InboxController {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly seen: MarkSeen,
    private readonly preferences: Preferences,
    private readonly streams: LiveStreams,
    private readonly actors: ActorCache,
  ) {}

  @Handle(routes.inbox)
  read(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.inbox>) {
    return this.inbox.execute(actor, query);
  }

  @Handle(routes.inboxStream)
  stream(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.streams.admit(actor);
    // The answer never ends by itself, so that it goes past Fastify's own sending; its headers so far (CORS) are kept.
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    });
    const close = this.streams.open(actor, reply.raw, () => this.actors.behind(request));
    request.raw.on('close', close);
  }

  @Handle(routes.markSeen)
  markSeen(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.markSeen>) {
    return this.seen.execute(actor, input);
  }

  @Handle(routes.getPreferences)
  getPreferences(@CurrentActor() actor: Actor) {
    return this.preferences.read(actor);
  }

  @Handle(routes.setPreferences)
  setPreferences(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.setPreferences>) {
    return this.preferences.change(actor, input);
  }
}
