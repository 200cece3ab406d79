import { Controller, Header, StreamableFile } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId } from '#platform/http';
import { AskForPaperCard } from './ask-for-paper-card.ts';
import { CardPhotos } from './card-photos.ts';
import { KeepCards } from './keep-cards.ts';
import { PrintCard } from './print-card.ts';

/** Cards of members. */
@Controller()
export class CardsController {
  constructor(
    private readonly cards: KeepCards,
    private readonly print: PrintCard,
    private readonly photos: CardPhotos,
    private readonly asking: AskForPaperCard,
  ) {}

  @Handle(routes.myCard)
  mine(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.cards.mine(actor, teamId);
  }

  @Handle(routes.registerCard)
  register(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() { publicKey }: RouteBody<typeof routes.registerCard>,
  ) {
    return this.cards.register(actor, teamId, publicKey);
  }

  @Handle(routes.reportCardLost)
  lost(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.cards.lost(actor, teamId);
  }

  @Handle(routes.setCardPhoto)
  async setPhoto(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @Bytes() bytes: Buffer) {
    await this.photos.set(actor, teamId, bytes);
    return this.cards.mine(actor, teamId);
  }

  @Handle(routes.removeCardPhoto)
  async removePhoto(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    await this.photos.remove(actor, teamId);
    return this.cards.mine(actor, teamId);
  }

  @Handle(routes.askForPaperCard)
  async ask(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    await this.asking.execute(actor, teamId);
    return this.cards.mine(actor, teamId);
  }

  @Handle(routes.issuePaperCard)
  issue(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @PathId('personId') personId: string) {
    return this.cards.print(actor, teamId, personId);
  }

  @Handle(routes.paperCard)
  @Header('cache-control', 'private, no-store')
  async file(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @PathId('personId') personId: string) {
    const { file, name } = await this.print.execute(actor, teamId, personId);
    return new StreamableFile(file, {
      type: 'application/pdf',
      length: file.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    });
  }

  @Handle(routes.revokeCards)
  revoke(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string, @PathId('personId') personId: string) {
    return this.cards.revoke(actor, teamId, personId);
  }
}
