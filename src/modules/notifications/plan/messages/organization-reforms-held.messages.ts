/** Reforms that cannot begin, to whoever looks after them, and mergers of hamlets that gave way to a greater one, to their commune. */
import { reorganisationHeld, reorganisationRevoked, type ReformNews } from '#modules/organization';
import { defineMessage, type MessageParams, staleAfterDays } from './message-definition.ts';
import type { MessageFacts } from './facts/message-facts.ts';

/** What is said of it besides which unit it is about; of everything else the screen says it. */
const named: ReadonlySet<string> = new Set([
  'otherReform',
  'insideReform',
  'notAllotted',
  'splitMembers',
  'noDirective',
  'codeElsewhere',
  'codeClaimed',
]);
const changed: ReadonlySet<string> = new Set([
  'unitEnded',
  'unitNotYet',
  'unitChangedLater',
  'splitGone',
  'splitHouseholds',
]);

export const heldReformMessages = {
  /** As often as the reform itself says so: at once when something new is in the way, daily near its day. */
  held: defineMessage({
    on: [reorganisationHeld],
    takesBack: ({ reorganisationId }) => ({ subject: subjectOfHeld(reorganisationId), silent: true }),
    kind: 'reformHeld',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    urgent: true,
    opens: 'page',
    async draft({ reorganisationId }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      if (reform?.state !== 'scheduled' || !reform.held) return undefined;
      return {
        params: {
          ...obstacleOf(reform.held),
          title: reform.title,
          until: reform.onDate,
          count: reform.held.count,
          page:
            reform.reach === 'units' ? `/unit-reforms/${reorganisationId}?tab=units` : `/reforms/${reorganisationId}`,
        },
        audience: { by: 'people', personIds: await lookersAfter(reform, facts), teamId: null },
        subject: subjectOfHeld(reorganisationId),
        issuerUnitId: reform.unitId,
        expiresAt: staleAfterDays(occurrence, 7),
      };
    },
  }),

  gaveWay: defineMessage({
    on: [reorganisationRevoked],
    writtenOut: true,
    kind: 'mergerGaveWay',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ reorganisationId }, occurrence, facts) {
      const reform = await facts.reforms.news(reorganisationId);
      const greater = reform?.state === 'revoked' && reform.gaveWayTo && (await facts.reforms.news(reform.gaveWayTo));
      if (!greater) return undefined;
      return {
        params: {
          title: reform.title,
          words: greater.title,
          issuer: await facts.unitName(greater.unitId),
          until: greater.onDate,
          page: `/reforms/${reorganisationId}`,
        },
        audience: { by: 'people', personIds: await facts.committeeOf(reform.unitId), teamId: null },
        issuerUnitId: greater.unitId,
        senderId: occurrence.actorId,
        expiresAt: staleAfterDays(occurrence, 14),
      };
    },
  }),
};

/** The last one about it is the one that counts. */
const subjectOfHeld = (reorganisationId: string): string => `reform ${reorganisationId} held`;

function obstacleOf({ code, unit, title }: NonNullable<ReformNews['held']>): MessageParams {
  const kind = named.has(code) ? code : changed.has(code) ? 'changed' : 'other';
  const says = kind !== 'other' || unit !== null;
  return { ...(says && { kind: `reformHeld.${kind}` }), ...(unit && { name: unit }), ...(title && { words: title }) };
}

/** Who may clear it, and where nobody holds that post now, those above. */
async function lookersAfter({ reach, unitId }: ReformNews, facts: MessageFacts): Promise<string[]> {
  const action = reach === 'units' ? 'reform.manage' : 'hamlet.merge';
  const here = await facts.officersAt(unitId, action);
  return here.length > 0 ? here : facts.officersOver(unitId, action);
}
