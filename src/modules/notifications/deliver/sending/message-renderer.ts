import { Inject, Injectable } from '@nestjs/common';
import type { Channel, ChatAction, NeutralMessage, Rendered } from '#channels';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import type { Language } from '#contracts/enums';
import type { MessageId } from '#i18n/server/messages.vi';
import { appPlace } from '../../app-place.ts';
import { definitionOf, type MessageText, withOwn, wordMessage } from '../../plan/messages/index.ts';
import { word } from '../../plan/messages/words/word.ts';
import type { ClaimedChunk, DeliveryRow } from './chunks/chunk-rows.ts';
import { type Digest, digestText, soleWork } from './digest-text.ts';

export interface ReadyMessage {
  message: NeutralMessage;
  parts: readonly Rendered[];
}
type Reader = Pick<
  DeliveryRow,
  'language' | 'mandatory' | 'taskId' | 'items' | 'due' | 'missed' | 'target' | 'changed'
>;
export type ChunkRenderer = (row: Reader) => ReadyMessage;

type Told = Pick<ClaimedChunk, 'kind' | 'params' | 'sessionId'>;

/** Words a message for the outside. Its link names the task or the session and signs nobody in. */
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
  forChunk(chunk: Told, channel: Channel): ChunkRenderer {
    const known = new Map<string, { text: NeutralMessage; ofTask: Map<string | null, ReadyMessage> }>();
    return (row) => {
      const key = wordsKeyOf(row);
      let words = known.get(key);
      if (!words) known.set(key, (words = { text: this.text(chunk, row, channel), ofTask: new Map() }));
      const ready = words.ofTask.get(row.taskId);
      if (ready) return ready;
      const message = answerable({ ...words.text, link: this.link(chunk, row, channel) }, chunk, row, channel);
      const made = { message, parts: channel.render(message) };
      words.ofTask.set(row.taskId, made);
      return made;
    };
  }

  private text({ kind, params, sessionId }: Told, row: Reader, { capabilities }: Channel): NeutralMessage {
    const { language, mandatory, items } = row;
    const now = this.clock.now();
    const { title, paragraphs } = items
      ? digestText(digestOf(row), language, now, capabilities.inbound)
      : paragraphsOf(wordMessage(kind, withOwn(kind, params, row), language, now));
    return {
      language,
      title,
      paragraphs,
      footer: `${word(mandatory ? dutyOf(kind, sessionId, params) : 'frame.mute', language)} ${word('frame.noSecrets', language)}`,
      ...(!mandatory && { muteUrl: `${this.base}/app/#/cai-dat` }),
    };
  }

  private link({ kind, params, sessionId }: Told, row: Reader, channel: Channel): { label: string; url: string } {
    const { language, taskId } = row;
    const opens = definitionOf(kind)?.opens;
    const sole = row.items && soleWork(digestOf(row));
    if (sole) return { label: word('frame.openTask', language), url: this.place(`viec/${sole.taskId}`, channel) };
    if (taskId !== null && opens === 'task')
      return { label: word('frame.openTask', language), url: this.place(`viec/${taskId}`, channel) };
    if (sessionId !== null && opens === 'session')
      return { label: word('frame.openSession', language), url: this.place(`tap-huan/${sessionId}`, channel) };
    if (sessionId !== null && opens === 'plan')
      return { label: word('frame.openPlan', language), url: `${this.base}/console/#/training/${sessionId}` };
    if (params.report && opens === 'report')
      return {
        label: word(params.report.id ? 'frame.openReport' : 'frame.openReports', language),
        url: `${this.base}/console/#/reports${params.report.id ? `/${params.report.id}` : ''}`,
      };
    if (params.difficultyId && opens === 'difficulty')
      return {
        label: word('frame.openDifficulty', language),
        url: this.place(`vuong-mac/${params.difficultyId}`, channel),
      };
    if (params.difficultyId && opens === 'knowHow')
      return {
        label: word('frame.openKnowHow', language),
        url: this.place(`vuong-mac/cach-lam/${params.difficultyId}`, channel),
      };
    if (opens === 'jointWork')
      return { label: word('frame.openJointWork', language), url: `${this.base}/console/#/joint-work` };
    if (params.page) {
      const label = word(opens === 'handovers' ? 'frame.openHandovers' : 'frame.openPage', language);
      return { label, url: `${this.base}/console/#${params.page}` };
    }
    if (params.difficultyId && opens === 'difficulties')
      return { label: word('frame.openDifficulties', language), url: `${this.base}/console/#/difficulties` };
    return { label: word('frame.openInbox', language), url: this.place('hop-thu', channel) };
  }

  private place(path: string, { id }: Channel): string {
    return appPlace(this.env, path, id);
  }
}

/** By language: what may be muted has other words. Taken as they are, a string is not put together for every delivery. */
const muteable: Readonly<Record<Language, string>> = { vi: 'vi, muteable', en: 'en, muteable' };

/** The same for all whose message has the same words, apart from the link. */
function wordsKeyOf(row: Reader): string {
  const { language, mandatory, target, changed, items } = row;
  const shared = mandatory ? language : muteable[language];
  if (target === undefined && !changed && !items) return shared;
  return JSON.stringify([shared, target, changed, items && digestOf(row)]);
}

/** Why it cannot be muted. */
const dutyOf = (kind: string, sessionId: string | null, { report }: Told['params']): MessageId =>
  definitionOf(kind)?.duty ??
  (report ? 'frame.mandatoryReport' : sessionId ? 'frame.mandatorySeat' : 'frame.mandatory');

const digestOf = ({ items, due, missed }: Reader): Digest => ({
  items: items ?? [],
  due: due ?? [],
  missed: missed ?? 0,
});

const paragraphsOf = ({ title, body }: MessageText) => ({ title, paragraphs: body.split('\n\n') });

/**
 * What can be answered in the chat: by buttons where the channel has them, in words where it listens. A button's data names
 * the task or the session and grants nothing: who presses it is known by their account.
 */
function answerable(message: NeutralMessage, told: Told, row: Reader, { capabilities }: Channel): NeutralMessage {
  const hasButtons = capabilities.buttons === 'callback';
  const listens = capabilities.inbound && capabilities.buttons === 'none';
  const answers = hasButtons || listens ? answersOf(told, row) : undefined;
  if (!answers) return message;
  if (hasButtons) return { ...message, actions: answers.actions };
  return answers.hint ? { ...message, paragraphs: [...message.paragraphs, answers.hint] } : message;
}

interface Answers {
  actions: ChatAction[];
  /** The words that a channel without buttons listens to. */
  hint?: string;
}

function answersOf({ kind, params, sessionId }: Told, row: Reader): Answers | undefined {
  const { taskId, mandatory, language } = row;
  const action = (id: MessageId, data: string): ChatAction => ({ label: word(id, language), data });
  const { missing = 0 } = params.products ?? {};
  const answers = definitionOf(kind)?.answers;
  if (answers === 'task' && taskId !== null) {
    // Who is no leader may accept, not decline.
    const names: ChatAction[] =
      missing > 0
        ? [{ label: word('action.products', language, { n: missing }), data: `products:${taskId}`, wide: true }]
        : [];
    const decline = mandatory ? [action('action.decline', `decline:${taskId}`)] : [];
    return {
      actions: [action('action.accept', `accept:${taskId}`), ...decline, ...names],
      hint: word(mandatory ? 'frame.replyBoth' : 'frame.replyAccept', language),
    };
  }
  if (answers === 'invitation' && sessionId !== null)
    return {
      actions: [action('action.attend', `take:${sessionId}`), action('action.skip', `skip:${sessionId}`)],
      hint: word('frame.replyAttend', language),
    };
  if (answers === 'change' && sessionId !== null)
    return { actions: [action('action.know', `know:${sessionId}:${params.session?.version ?? 1}`)] };
  return undefined;
}
