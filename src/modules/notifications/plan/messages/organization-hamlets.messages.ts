/** What communes do to the units that they keep themselves: to the administrators above. */
import { addDays } from '#contracts/reporting/periods';
import { hamletKept } from '#modules/organization';
import { defineMessage, staleAfterDays } from './message-definition.ts';

export const hamletMessages = {
  /** News of the day, never pushed by itself: the hamlets are the commune's own, and nothing waits for an answer. */
  hamletKept: defineMessage({
    on: [hamletKept],
    kind: 'hamletKept',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'page',
    async draft({ unitId, communeId, kind, on, directiveId }, occurrence, facts) {
      const told = await facts.officersOver(communeId, 'unit.manage');
      const byThemselves = occurrence.actorId !== null && told.includes(occurrence.actorId);
      const basis = directiveId && (await facts.citation(directiveId));
      if (told.length === 0 || byThemselves || !basis) return undefined;
      return {
        params: {
          kind: `hamletKept.${kind}`,
          issuer: await facts.unitName(communeId),
          title: await facts.unitNameOn(unitId, addDays(on, -1)),
          name: await facts.unitNameOn(unitId, on),
          until: on,
          basis,
          actor: await facts.personName(occurrence.actorId),
          page: `/units?unit=${unitId}`,
        },
        audience: { by: 'people', personIds: told, teamId: null },
        issuerUnitId: communeId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),
};
