import { Controller, Header, Headers, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, PathId, Query } from '#platform/http';
import { ReadShapes } from './read-shapes.ts';
import { RemoveMap } from './remove-map.ts';
import { UploadShapes } from './upload-shapes.ts';

@Controller()
export class ShapesController {
  constructor(
    private readonly read: ReadShapes,
    private readonly uploadShapes: UploadShapes,
    private readonly removeMap: RemoveMap,
  ) {}

  /** A map changes once in years: who has it is told so. */
  @Handle(routes.unitShapes)
  @Header('cache-control', 'private, no-cache')
  async map(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.unitShapes>,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const tags = (known ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
    const { tag, map } = await this.read.execute(actor, unitId, query, (one) => tags.includes(one));
    void reply.header('etag', tag);
    if (map === null) void reply.status(304);
    return map ?? '';
  }

  @Handle(routes.removeMap)
  remove(@CurrentActor() actor: Actor, @PathId('mapId') mapId: string) {
    return this.removeMap.execute(actor, mapId);
  }

  @Handle(routes.uploadShapes)
  upload(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.uploadShapes>,
  ) {
    return this.uploadShapes.execute(actor, unitId, file, query);
  }
}
