import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { answerWith } from '../documents/printed-file.ts';
import { SetSignedFileAside } from './set-signed-file-aside.ts';
import { SigningStore } from './signing-store.ts';
import { TakeSignedFile } from './take-signed-file.ts';

/** The way to the agency's signing tool and back. */
@Controller()
export class SigningController {
  constructor(
    private readonly signing: SigningStore,
    private readonly taking: TakeSignedFile,
    private readonly aside: SetSignedFileAside,
  ) {}

  @Handle(routes.exportForSigning)
  hand(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @Input() input: RouteBody<typeof routes.exportForSigning>,
  ) {
    return this.signing.hand(actor, id, input);
  }

  @Handle(routes.signingExports)
  exports(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.signing.list(actor, id);
  }

  @Handle(routes.exportedFile)
  @Header('cache-control', 'private, no-store')
  async exported(@CurrentActor() actor: Actor, @PathId('reportId') id: string, @PathId('exportId') exportId: string) {
    return answerWith(await this.signing.exported(actor, id, exportId));
  }

  @Handle(routes.takeSignedFile)
  take(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @PathId('exportId') exportId: string,
    @Bytes() bytes: Buffer,
  ) {
    return this.taking.execute(actor, id, exportId, bytes);
  }

  @Handle(routes.setSignedFileAside)
  setAside(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @PathId('exportId') exportId: string,
    @Input() { reason }: RouteBody<typeof routes.setSignedFileAside>,
  ) {
    return this.aside.execute(actor, id, exportId, reason);
  }

  @Handle(routes.signedFile)
  @Header('cache-control', 'private, no-store')
  async signed(
    @CurrentActor() actor: Actor,
    @PathId('reportId') id: string,
    @PathId('exportId') exportId: string,
    @Query() { fileId }: RouteQuery<typeof routes.signedFile>,
  ) {
    return answerWith(await this.signing.signed(actor, id, exportId, fileId));
  }
}
