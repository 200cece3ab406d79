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

  /** Words are made once per language, links once per team: most of a chunk shares both. */
  forChunk(chunk: Pick<ClaimedChunk, 'kind' | 'params'>, channel: Channel): ChunkRenderer {
    const known = new Map<string, ReadyMessage>();
    const texts = new Map<string, NeutralMessage>();
    return (row) => {
      const textKey = `${row.language}${row.mandatory}`;
      const key = `${textKey}${row.task_id}`;
      const ready = known.get(key);
      if (ready) return ready;
      const text = texts.get(textKey) ?? this.text(chunk, row.language, row.mandatory);
      texts.set(textKey, text);
      const message = { ...text, link: this.link(chunk.kind, row.language, row.task_id) };
      const made = { message, parts: channel.render(message) };
      known.set(key, made);
      return made;
    };
  }

  private text(
    { kind, params }: Pick<ClaimedChunk, 'kind' | 'params'>,
    language: DeliveryRow['language'],
    mandatory: boolean,
  ): NeutralMessage {
    const { title, body } = wordMessage(kind, params, language, this.clock.now());
    return {
      language,
      title,
      paragraphs: body.split('\n\n'),
      footer: `${word(mandatory ? 'frame.mandatory' : 'frame.mute', language)} ${word('frame.noSecrets', language)}`,
      ...(!mandatory && { muteUrl: `${this.base}/app/#/cai-dat` }),
    };
  }

  private link(kind: string, language: DeliveryRow['language'], taskId: string | null): { label: string; url: string } {
    if (taskId !== null && definitionOf(kind)?.opens === 'task')
      return { label: word('frame.openTask', language), url: `${this.base}/app/#/viec/${taskId}` };
    return { label: word('frame.openInbox', language), url: `${this.base}/app/#/hop-thu` };
  }
}
