import { Injectable } from '@nestjs/common';
import { renderPdf } from '#documents';
import { fill, formatDate, initials } from '#i18n';
import { cardVi as words } from '#i18n/server/card.vi';
import { qrSvg } from '#qr';
import type { Actor } from '#platform/auth';
import { CardPhotos } from './card-photos.ts';
import { KeepCards } from './keep-cards.ts';

/** A card on A6, to be cut and worn. It is a paper of the commune: Vietnamese. */
@Injectable()
export class PrintCard {
  constructor(
    private readonly cards: KeepCards,
    private readonly photos: CardPhotos,
  ) {}

  /** @throws card.notFound */
  async execute(actor: Actor, teamId: string, personId: string): Promise<{ file: Buffer; name: string }> {
    const card = await this.cards.paper(actor, teamId, personId);
    const file = await renderPdf('member-card', {
      office: card.office,
      fullName: card.fullName,
      initials: initials(card.fullName),
      // Typst reads no base64.
      photo: card.photo ? [...((await this.photos.bytes(card.photo.id)) ?? [])] : [],
      role: fill(words['paper.role'], { role: words[`role.${card.role}`], team: card.team }),
      valid: fill(words['paper.valid'], { date: formatDate(card.validUntil, 'vi', { withYear: true }) }),
      qr: qrSvg(card.address, { border: 0, repair: 'medium' }),
      words: {
        title: words['paper.title'],
        scan: words['paper.scan'],
        never: words['paper.never'],
        doubt: words['paper.doubt'],
      },
    });
    return { file, name: fill(words['paper.file'], { name: card.fullName }) };
  }
}
