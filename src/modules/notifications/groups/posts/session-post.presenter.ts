/** What a group reads of a session: what, when, where. Who teaches, who comes and why it moved is told to each alone. */
import { Inject, Injectable } from '@nestjs/common';
import type { NeutralMessage } from '#channels';
import type { GroupOwnerInfo } from '#modules/membership';
import { type SessionInfo, TrainingApi } from '#modules/training';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { appPlace } from '../../app-place.ts';
import { word } from '../../plan/messages/words/word.ts';
import { sessionWords } from '../../plan/messages/words/word-session.ts';
import type { ClaimedPost } from './group-post-store.ts';
import { groupWord, placeName } from '../group-words.ts';

@Injectable()
export class SessionPostPresenter {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly training: TrainingApi,
    private readonly clock: Clock,
  ) {}

  /** Undefined when there is nothing to tell any more. */
  async of(post: ClaimedPost, sessionId: string, owner: GroupOwnerInfo): Promise<NeutralMessage | undefined> {
    const session = await this.training.session(sessionId);
    if (session?.state !== (post.kind === 'session_cancelled' ? 'cancelled' : 'published')) return undefined;
    const values = { ...this.words(session), title: session.title, place: placeName(owner) };
    if (post.kind === 'session_cancelled')
      return this.message(groupWord('sessionCancelled.title', values), [groupWord('sessionCancelled.body', values)]);
    const isNews = post.kind === 'session';
    const title =
      isNews || !values.change ? groupWord('session.title', values) : groupWord('sessionMoved.title', values);
    const body = groupWord(isNews ? 'session.body' : 'sessionMoved.body', values);
    return this.message(title, [body, isNews ? values.bring : ''], post.teamId ? sessionId : undefined);
  }

  private words(session: SessionInfo): Record<'when' | 'where' | 'change' | 'bring' | 'provider', string> {
    const told = {
      ...session,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      trainer: '',
    };
    const {
      when = '',
      where = '',
      change = '',
      bring = '',
      provider = '',
    } = sessionWords(told, 'vi', this.clock.now());
    return { when, where, change, bring, provider };
  }

  /** A team's group opens the session; in a commune's, not everybody is invited, and it opens the app. */
  private message(title: string, paragraphs: string[], sessionId?: string): NeutralMessage {
    const link = sessionId
      ? { label: groupWord('open.session'), url: appPlace(this.env, `tap-huan/${sessionId}`, 'telegram') }
      : { label: groupWord('open.app'), url: appPlace(this.env, '', 'telegram') };
    return {
      language: 'vi',
      title,
      paragraphs: paragraphs.filter(Boolean),
      link,
      footer: word('frame.noSecrets', 'vi'),
    };
  }
}
