import { Inject, Injectable } from '@nestjs/common';
import type { Channel, ChatAction, NeutralMessage, Rendered } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { definitionOf, type MessageText, wordMessage } from '../messages/index.ts';
import { word } from '../messages/word-message.ts';
import type { ClaimedChunk, DeliveryRow } from './chunk-store.ts';
import { digestText } from './digest-text.ts';

export interface ReadyMessage {
  message: NeutralMessage;
  parts: readonly Rendered[];
}
type Reader = Pick<DeliveryRow, 'language' | 'mandatory' | 'task_id' | 'items'>;
export type ChunkRenderer = (row: Reader) => ReadyMessage;

/** Words a message for the outside. Its link names the task and signs nobody in. */
@Injectable()
export class MessageRenderer {
  private readonly base: string;

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly clock: Clock,
  ) {
    this.base = env.PUBLIC_URL.replace(/\/$/, '');
  }

  /** Words are made once per language, links once per team: most of a chunk shares both. */
  forChunk(chunk: Pick<ClaimedChunk, 'kind' | 'params'>, channel: Channel): ChunkRenderer {
    const known = new Map<string, ReadyMessage>();
    const texts = new Map<string, NeutralMessage>();
    return (row) => {
      const textKey = `${row.language}${row.mandatory}${row.items ? JSON.stringify(row.items) : ''}`;
      const key = `${textKey}${row.task_id}`;
      const ready = known.get(key);
      if (ready) return ready;
      const text = texts.get(textKey) ?? this.text(chunk, row);
      texts.set(textKey, text);
      const message = answerable(
        { ...text, link: this.link(chunk.kind, row.language, row.task_id, channel) },
        chunk.kind,
        row,
        channel,
      );
      const made = { message, parts: channel.render(message) };
      known.set(key, made);
      return made;
    };
  }

  private text(
    { kind, params }: Pick<ClaimedChunk, 'kind' | 'params'>,
    { language, mandatory, items }: Reader,
  ): NeutralMessage {
    const now = this.clock.now();
    const { title, paragraphs } = items
      ? digestText(items, language, now)
      : paragraphsOf(wordMessage(kind, params, language, now));
    return {
      language,
      title,
      paragraphs,
      footer: `${word(mandatory ? 'frame.mandatory' : 'frame.mute', language)} ${word('frame.noSecrets', language)}`,
      ...(!mandatory && { muteUrl: `${this.base}/app/#/cai-dat` }),
    };
  }

  private link(
    kind: string,
    language: DeliveryRow['language'],
    taskId: string | null,
    channel: Channel,
  ): { label: string; url: string } {
    if (taskId !== null && definitionOf(kind)?.opens === 'task')
      return { label: word('frame.openTask', language), url: this.place(`viec/${taskId}`, channel) };
    return { label: word('frame.openInbox', language), url: this.place('hop-thu', channel) };
  }

  /** Inside Zalo the mini-app opens by Zalo's own address; elsewhere the host finds it behind ours. */
  private place(path: string, { id }: Channel): string {
    const { ZALO_MINI_APP_ID: miniAppId } = this.env;
    return miniAppId && id.startsWith('zalo-')
      ? `https://zalo.me/s/${miniAppId}/${path}`
      : `${this.base}/app/#/${path}`;
  }
}

const paragraphsOf = ({ title, body }: MessageText) => ({ title, paragraphs: body.split('\n\n') });

/**
 * What can be answered in the chat: by buttons where the channel has them, in words where it listens. A button's data names
 * the task and grants nothing: who presses it is known by their account. Who is no leader may accept, not decline.
 */
function answerable(message: NeutralMessage, kind: string, row: Reader, { capabilities }: Channel): NeutralMessage {
  const { task_id: taskId, mandatory, language } = row;
  if (taskId === null || !definitionOf(kind)?.answerable) return message;
  if (capabilities.buttons === 'callback') return { ...message, actions: actions(taskId, mandatory, language) };
  if (!capabilities.inbound || capabilities.buttons !== 'none') return message;
  const hint = word(mandatory ? 'frame.replyBoth' : 'frame.replyAccept', language);
  return { ...message, paragraphs: [...message.paragraphs, hint] };
}

function actions(taskId: string, mayDecline: boolean, language: Reader['language']): ChatAction[] {
  const accept = { label: word('action.accept', language), data: `accept:${taskId}` };
  return mayDecline ? [accept, { label: word('action.decline', language), data: `decline:${taskId}` }] : [accept];
}
