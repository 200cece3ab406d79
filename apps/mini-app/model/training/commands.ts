/** What a member sends about training, as commands for the queue. */
import type { ActionOn, CommandDraft, CreditInput, Feedback, SmallPhoto } from '#client';
import { uuid } from '#client';
import { t } from '../words/words.ts';
import { type SeatAnswer, type ShownSession, laneOf } from './answers.ts';

type About = Pick<ShownSession, 'id' | 'title'>;

const onSession = (
  { id, title }: About,
  kind: string,
  action: ActionOn<'/me/training/{sessionId}'>,
  body: unknown,
  view: CommandDraft['view'],
): CommandDraft => ({
  kind: `training.${kind}`,
  lane: laneOf(id),
  method: 'POST',
  path: `/me/training/${id}/${action}`,
  body,
  view: { sessionId: id, title, ...view },
});

export const answer = (session: About, wanted: SeatAnswer): CommandDraft =>
  onSession(
    session,
    'answer',
    'answer',
    { answer: wanted },
    {
      answer: wanted,
      title: t(`tr.queue.${wanted}`, { title: session.title }),
    },
  );

export const acknowledge = (session: About & { version: number }): CommandDraft =>
  onSession(
    session,
    'know',
    'acknowledge',
    { version: session.version },
    {
      version: session.version,
      title: t('tr.queue.know', { title: session.title }),
    },
  );

/** @param at when the code was scanned, not when it is sent */
export const checkMyselfIn = (session: About, code: string, at: string): CommandDraft =>
  onSession(
    session,
    'self',
    'check-in',
    { clientId: uuid(), code, at },
    {
      at,
      title: t('tr.queue.self', { title: session.title }),
    },
  );

export const giveFeedback = (session: About, body: Feedback): CommandDraft =>
  onSession(session, 'feedback', 'feedback', body, { title: t('tr.queue.feedback', { title: session.title }) });

/** The photo goes after the course, to the id that the server gave it. */
export function recordCredit(id: string, body: CreditInput, photo: SmallPhoto | undefined): CommandDraft[] {
  const shared = { lane: `credit:${id}`, method: 'POST' as const };
  const title = t('tr.queue.credit', { title: body.course });
  const course: CommandDraft = {
    ...shared,
    id,
    kind: 'training.credit',
    path: '/me/credits',
    body,
    view: { title, course: body.course },
  };
  if (!photo) return [course];
  return [
    course,
    {
      ...shared,
      kind: 'training.proof',
      path: '/me/credits/{creditId}/photo',
      blob: photo.blob,
      after: id,
      view: { title: t('tr.queue.proof', { title: body.course }), bytes: photo.blob.size },
    },
  ];
}
