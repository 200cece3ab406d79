import { Injectable } from '@nestjs/common';
import { OnEvent, type PayloadOf } from '#platform/outbox';
import { CardPhotos } from '../../people/cards/card-photos.ts';
import { dataRequestAnswered } from '../../membership.events.ts';
import { DataRequestsApi } from './data-requests.api.ts';

/** An objection to the photo on the card: it goes, with its bytes. */
@Injectable()
export class StopCardPhoto {
  constructor(
    private readonly requests: DataRequestsApi,
    private readonly photos: CardPhotos,
  ) {}

  @OnEvent(dataRequestAnswered, 'membership.stop-card-photo')
  async onAnswered({ requestId }: PayloadOf<typeof dataRequestAnswered>): Promise<void> {
    const request = await this.requests.info(requestId);
    if (request?.stops.includes('cardPhoto')) await this.photos.forget({ personId: request.personId });
  }
}
