import { Inject, Injectable } from '@nestjs/common';
import type { Channel, NeutralMessage, Rendered } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { definitionOf, wordMessage } from '../messages/index.ts';
import { word } from '../messages/word-message.ts';
import type { ClaimedChunk, DeliveryRow } from './chunk-store.ts';

export interface ReadyMessage {
  message: NeutralMessage;
  parts: readonly Rendered[];
}
export type ChunkRenderer = (row: Pick<DeliveryRow, 'language' | 'mandatory' | 'task_id'>) => ReadyMessage;

/** Words a message for the outside. Its link names the task and signs nobody in. */
@Injectable()
export class MessageRenderer {
  private readonly base: string;

  constructor(
    @Inject(ENV) env: Env,
    private readonly clock: Clock,
  ) {
    this.base = env.PUBLIC_URL.replace(/\/$/, '');
  }

  /** A team's members share language and link, so most of a chunk is rendered once per team. */
  forChunk(chunk: Pick<ClaimedChunk, 'kind' | 'params'>, channel: Channel): ChunkRenderer {
    const known = new Map<string, ReadyMessage>();
    return (row) => {
      const key = `${row.language}${row.mandatory}${row.task_id}`;
      const ready = known.get(key);
      if (ready) return ready;
      const message = this.message(chunk, row);
      const made = { message, parts: channel.render(message) };
      known.set(key, made);
      return made;
    };
  }

  private message({ kind, params }: Pick<ClaimedChunk, 'kind' | 'params'>, { language, mandatory, task_id }: Pick<DeliveryRow, 'language' | 'mandatory' | 'task_id'>): NeutralMessage {
    const { title, body } = wordMessage(kind, params, language, this.clock.now());
    const opensTask = definitionOf(kind)?.opens === 'task' && task_id !== null;
    const link = opensTask ? { label: word('frame.openTask', language), url: `${this.base}/app/#/viec/${task_id}` } : { label: word('frame.openInbox', language), url: `${this.base}/app/#/hop-thu` };
    return {
      language, title, paragraphs: body.split('\n\n'), link,
      footer: `${word(mandatory ? 'frame.mandatory' : 'frame.mute', language)} ${word('frame.noSecrets', language)}`,
      ...(!mandatory && { muteUrl: `${this.base}/app/#/cai-dat` }),
    };
  }
}
