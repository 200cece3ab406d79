import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** News that can wait, as one message per person and day. What it says stands in each person's inbox; it has no entry there. */
export const digestMessage: MessageDefinition<{ day: string; since: string }> = {
  kind: 'digest',
  repeatable: false,
  mandatory: 'nobody',
  opens: 'inbox',
  async draft({ day, since }, occurrence) {
    return {
      params: { since },
      audience: { by: 'digest', day },
      expiresAt: staleAfterDays(occurrence, 1),
    };
  },
};
