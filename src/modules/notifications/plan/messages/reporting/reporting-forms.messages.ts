/** Forms that are asked of units: to who answers there, and what goes back between them and who asks. */
import {
  formAsked,
  formRecalled,
  sheetChased,
  sheetReminded,
  sheetReturned,
  sheetRevisionAsked,
  type ToldRound,
  type ToldSheet,
} from '#modules/reporting';
import type { Occurrence } from '#platform/outbox';
import { defineMessage, type MessageDraft, type MessageParams, staleAfterDays } from '../message-definition.ts';
import type { MessageFacts } from '../facts/message-facts.ts';

export const formMessages = {
  /** Every unit that is asked hears of it once it can no longer be taken back without a word. */
  asked: defineMessage({
    on: [formAsked],
    kind: 'formAsked',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ roundId }, occurrence, facts) {
      const round = await facts.forms.round(roundId);
      if (!round || round.recallReason !== null) return undefined;
      const personIds = await facts.reportAudience.writers(round.unitIds);
      return { ...about(round, occurrence, personIds, { page: '/forms' }), holdUntil: round.recallUntil };
    },
  }),

  /** The units that had not answered yet hear that they need not, and why. */
  recalled: defineMessage({
    on: [formRecalled],
    kind: 'formRecalled',
    takesBack: ({ roundId, silent }) => ({ subject: subjectOf(roundId), silent }),
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ roundId, unitIds, silent }, occurrence, facts) {
      const round = silent ? undefined : await facts.forms.round(roundId);
      if (!round?.recallReason) return undefined;
      const personIds = await facts.reportAudience.writers(unitIds);
      return about(round, occurrence, personIds, { page: '/forms', reason: round.recallReason });
    },
  }),

  /** A reminder by the clock. */
  reminded: defineMessage({
    on: [sheetReminded],
    kind: 'formReminded',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    draft: askForAnswers,
  }),

  /** Whoever asks reminds by hand. */
  chased: defineMessage({
    on: [sheetChased],
    kind: 'formChased',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    draft: askForAnswers,
  }),

  /** The questions are named; what was written about each stays behind the sign-in. */
  sentBack: defineMessage({
    on: [sheetReturned],
    kind: 'formSentBack',
    repeatable: true,
    mandatory: 'all',
    duty: 'frame.mandatoryOffice',
    opens: 'page',
    async draft({ sheetId, number }, occurrence, facts) {
      const sheet = await facts.forms.sheet(sheetId);
      if (sheet?.state !== 'returned' || sheet.number !== number) return undefined;
      const personIds = await facts.reportAudience.writers(sheet.writtenBy);
      return aboutSheet(sheet, occurrence, personIds, { page: pageOf(sheet), words: sheet.returned.join('; ') });
    },
  }),

  /** The sender wants answers back; whoever asks gives them back. */
  revisionAsked: defineMessage({
    on: [sheetRevisionAsked],
    kind: 'formRevisionAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'page',
    async draft({ sheetId }, occurrence, facts) {
      const sheet = await facts.forms.sheet(sheetId);
      if (sheet?.state !== 'sent' || !sheet.revisionReason) return undefined;
      const personIds = await facts.reportAudience.receivers(sheet.round.unitId);
      const page = `/forms/rounds/${sheet.round.id}`;
      return aboutSheet(sheet, occurrence, personIds, { page, reason: sheet.revisionReason });
    },
  }),
};

const subjectOf = (roundId: string) => `form round ${roundId}`;
const pageOf = ({ id }: ToldSheet) => `/forms/answers/${id}`;

/** One that is answered meanwhile, or taken back, stays untold. */
async function askForAnswers({ sheetId }: { sheetId: string }, occurrence: Occurrence, facts: MessageFacts) {
  const sheet = await facts.forms.sheet(sheetId);
  if (!sheet || sheet.state === 'sent' || sheet.round.recallReason !== null) return undefined;
  const personIds = await facts.reportAudience.askedFor({ id: sheetId, writtenBy: sheet.writtenBy });
  return aboutSheet(sheet, occurrence, personIds, { page: pageOf(sheet) }, 2);
}

const aboutSheet = (
  { unit, round }: ToldSheet,
  occurrence: Occurrence,
  personIds: readonly string[],
  params: MessageParams,
  days?: number,
): MessageDraft => about(round, occurrence, personIds, params, { unit, days });

/** Nobody is told of what they did themselves. */
function about(
  { id, unitId, title, office, dueOn, workingDayOn }: ToldRound,
  occurrence: Occurrence,
  personIds: readonly string[],
  params: MessageParams,
  { unit = '', days = 14 }: { unit?: string; days?: number | undefined } = {},
): MessageDraft {
  const report = { id: null, version: 0, title, month: dueOn.slice(0, 7), unit, receiver: office, dueOn, workingDayOn };
  return {
    params: { report, ...params },
    audience: { by: 'people', personIds: personIds.filter((one) => one !== occurrence.actorId), teamId: null },
    subject: subjectOf(id),
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, days),
  };
}
