/** What goes to and fro about a line of the log. Only the question and its being answered: the answer itself stays in the log. */
import { dateInVietnam, formatTime } from '#i18n';
import type { Occurrence } from '#platform/outbox';
import { logReasonAnswered, logReasonAsked } from '../../notifications.events.ts';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

const DAYS = 14;

export const logMessages = {
  reasonAsked: defineMessage({
    on: [logReasonAsked],
    kind: 'reasonAsked',
    repeatable: false,
    mandatory: 'all',
    opens: 'page',
    duty: 'frame.mandatoryLog',
    async draft({ questionId, personId }, occurrence, facts) {
      const params = await paramsOf(questionId, facts);
      if (!params) return undefined;
      const actor = await facts.personName(occurrence.actorId);
      // Who holds no office answers in the inbox itself.
      const page = (await facts.holdsOffice(personId)) ? `/why/${questionId}` : undefined;
      return draftTo(personId, { ...params, actor, ...(page && { page }) }, occurrence);
    },
  }),

  reasonAnswered: defineMessage({
    on: [logReasonAnswered],
    kind: 'reasonAnswered',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'page',
    async draft({ questionId, personId }, occurrence, facts) {
      const params = await paramsOf(questionId, facts);
      const asked = await facts.logQuestions.one(questionId);
      if (!params || !asked) return undefined;
      const { logQuestionId: _, ...told } = params;
      const name = await facts.personName(personId);
      return draftTo(asked.askedBy, { ...told, name, page: `/why/${questionId}` }, occurrence);
    },
  }),
};

async function paramsOf(questionId: string, facts: MessageFacts): Promise<MessageParams | undefined> {
  const asked = await facts.logQuestions.one(questionId);
  if (!asked) return undefined;
  return {
    kind: `reasonAsked.${asked.kind}`,
    count: asked.people ?? 0,
    until: dateInVietnam(asked.at),
    time: formatTime(asked.at),
    logQuestionId: questionId,
  };
}

const draftTo = (personId: string, params: MessageParams, occurrence: Occurrence): MessageDraft => ({
  params,
  audience: { by: 'people', personIds: [personId], teamId: null },
  senderId: occurrence.actorId,
  expiresAt: staleAfterDays(occurrence, DAYS),
});
