import { GMF_NAME, shortGroupName } from '#channels';
import { type MessageDefinition, staleAfterDays } from './message-definition.ts';

/** The committee asks the leader to give the team's group its right name. */
export const groupNameMessage: MessageDefinition<{ teamId: string }> = {
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
};
