import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { DataRequestWriter } from './data-request-writer.ts';

/** Somebody asks about what is held about them. */
@Injectable()
export class FileDataRequest {
  constructor(
    private readonly writer: DataRequestWriter,
    private readonly clock: Clock,
  ) {}

  /** @throws dataRequest.openAlready, membership.phoneInvalid, platform.notFound for who never had a place */
  async execute(actor: Actor, asked: RouteBody<typeof routes.fileDataRequest>): Promise<string> {
    const { personId } = actor;
    const unitId = await this.writer.unitFor(personId);
    return this.writer.write(actor, asked, { personId, unitId, source: 'app', receivedAt: this.clock.now() });
  }
}
