/** What this module tells by itself. Of chasing, which is about orders: tasks-orders.messages.ts. */
import { GMF_NAME, shortGroupName } from '#channels';
import { groupNameSent } from '../../notifications.events.ts';
import { defineMessage, type MessageDefinition, staleAfterDays } from './message-definition.ts';

export const notificationMessages = {
  /** The committee asks the leader to give the team's group its right name. */
  groupName: defineMessage({
    on: [groupNameSent],
    kind: 'groupName',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'inbox',
    async draft({ teamId }, occurrence, facts) {
      const owner = await facts.groups.owner({ teamId });
      if (!owner) return undefined;
      return {
        params: {
          team: await facts.teamName(teamId),
          name: owner.proposed,
          shortName: owner.short(GMF_NAME) ?? shortGroupName(owner.proposed),
        },
        audience: { by: 'team', teamId, roles: ['leader'] },
        teamId,
        issuerUnitId: occurrence.unitId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 7),
      };
    },
  }),
};

/**
 * News that can wait, as one message per person and day, planned by the clock. What it says stands in each person's inbox; it
 * has no entry there.
 */
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
