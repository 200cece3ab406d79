import { createHash } from 'node:crypto';
import { Controller, Header, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathCode, PathId } from '#platform/http';
import { CalendarFeeds } from './calendar-feeds.ts';
import { WriteMyCalendar } from './write-my-calendar.ts';

/** Sessions in a person's own calendar: a file for one, an address for all. */
@Controller()
export class CalendarController {
  constructor(
    private readonly calendar: WriteMyCalendar,
    private readonly feeds: CalendarFeeds,
  ) {}

  @Handle(routes.sessionCalendar)
  @Header('cache-control', 'no-store')
  @Header('content-disposition', 'attachment; filename="tap-huan.ics"')
  one(@CurrentActor() actor: Actor, @PathId('sessionId') id: string): Promise<Buffer> {
    return this.calendar.one(actor, id);
  }

  @Handle(routes.openCalendarFeed)
  open(@CurrentActor() actor: Actor) {
    return this.feeds.open(actor);
  }

  @Handle(routes.closeCalendarFeed)
  close(@CurrentActor() actor: Actor) {
    return this.feeds.close(actor);
  }

  /** Calendars ask again and again: what has not changed is not sent again. */
  @Handle(routes.calendarFeed)
  @Header('cache-control', 'private, no-cache')
  @Header('content-disposition', 'inline; filename="tap-huan.ics"')
  @Header('x-robots-tag', 'noindex')
  async feed(
    @PathCode('feedToken') token: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const bytes = await this.calendar.all(await this.feeds.readerOf(token));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', tag);
    if (!known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return bytes;
    reply.status(304);
    return Buffer.alloc(0);
  }
}
