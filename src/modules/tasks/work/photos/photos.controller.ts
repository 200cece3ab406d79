import { Controller, Header } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, PathId, Query } from '#platform/http';
import { AddPhoto } from './add-photo.ts';
import { ReadPhotos } from './read-photos.ts';

@Controller()
export class PhotosController {
  constructor(
    private readonly addPhoto: AddPhoto,
    private readonly read: ReadPhotos,
  ) {}

  @Handle(routes.addPhoto)
  async add(
    @CurrentActor() actor: Actor,
    @PathId('entryId') entryId: string,
    @PathId('photoId') photoId: string,
    @Bytes() bytes: Buffer,
  ) {
    await this.addPhoto.execute(actor, entryId, photoId, bytes);
    return this.read.one(photoId);
  }

  @Handle(routes.photoBytes)
  @Header('cache-control', 'private, max-age=300')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-disposition', 'inline')
  bytes(@PathId('photoId') photoId: string, @Query() { expires, signature }: RouteQuery<typeof routes.photoBytes>) {
    return this.read.bytes(photoId, expires, signature);
  }
}
