import { z } from 'zod';
import { HeldAct } from '#contracts/access/acts';
import { unitChangeKinds } from '#contracts/organization/unit-change-kinds';
import { defineEvent } from '#platform/outbox';

const unit = z.object({ unitId: z.uuid() });

export const unitCreated = defineEvent('unit.created', unit, { auditOnly: true });
export const unitChanged = defineEvent('unit.changed', unit, { auditOnly: true });
/** What a commune did to a hamlet of its own: the administrators above hear of it. */
export const hamletKept = defineEvent(
  'unit.hamlet-kept',
  unit.extend({
    communeId: z.uuid(),
    kind: z.enum(unitChangeKinds),
    /** From which day it holds. */
    on: z.string(),
    directiveId: z.uuid().nullable(),
    /** What is part of an act on many that can be taken back. */
    act: HeldAct.optional(),
  }),
);
export const unitsImported = defineEvent('unit.imported', unit, { auditOnly: true });
export const unitImportTakenBack = defineEvent('unit.import-taken-back', unit, { auditOnly: true });
export const officeSet = defineEvent('office.set', unit, { auditOnly: true });
/** Somebody called the office and nobody answered. */
export const officeUnanswered = defineEvent('office.unanswered', unit);
/** Half a year nobody has said that the contact card is right: its keepers are asked. */
export const officeCheckDue = defineEvent('office.check-due', unit);
export const unitShapesDrawn = defineEvent('unit.shapes-drawn', unit, { auditOnly: true });
export const unitMapRemoved = defineEvent('unit.map-removed', unit, { auditOnly: true });
export const directiveRegistered = defineEvent('directive.registered', z.object({ directiveId: z.uuid() }), {
  auditOnly: true,
});
export const directiveCorrected = defineEvent('directive.corrected', z.object({ directiveId: z.uuid() }), {
  auditOnly: true,
});
export const registerRecorded = defineEvent('register.recorded', unit, { auditOnly: true });
export const ocopProductRecorded = defineEvent('ocop-product.recorded', z.object({ productId: z.uuid() }), {
  auditOnly: true,
});
export const providerCreated = defineEvent('provider.created', z.object({ providerId: z.uuid() }), { auditOnly: true });

const ruleOf = unit.extend({ kind: z.string() });
export const ruleSet = defineEvent('rule.set', ruleOf, { auditOnly: true });
export const ruleTakenBack = defineEvent('rule.taken-back', ruleOf, { auditOnly: true });
export const ruleEnded = defineEvent('rule.ended', ruleOf, { auditOnly: true });
/** What a unit had laid down for itself binds it less from a day on: the level above hears of it. */
export const ruleLoosened = defineEvent('rule.loosened', ruleOf.extend({ from: z.iso.date() }));
/** Officers are told by one message, leaders of teams by another. */
const announced = z.object({ announcementId: z.uuid(), to: z.enum(['officers', 'teams']) });
export const ruleAnnounced = defineEvent('rule.announced', announced);
export const ruleCalledOff = defineEvent('rule.called-off', announced.extend({ silent: z.boolean() }));
const entryOf = unit.extend({ code: z.string() });
export const indicatorAdded = defineEvent('catalogue.indicator-added', entryOf, { auditOnly: true });
export const indicatorEnded = defineEvent('catalogue.indicator-ended', entryOf, { auditOnly: true });
export const coverageSet = defineEvent('provider.coverage-set', z.object({ providerId: z.uuid() }), {
  auditOnly: true,
});

const reform = z.object({ reorganisationId: z.uuid() });
export const reorganisationSaved = defineEvent('reorganisation.saved', reform, { auditOnly: true });
export const reorganisationScheduled = defineEvent('reorganisation.scheduled', reform);
export const reorganisationRevoked = defineEvent('reorganisation.revoked', reform);
/** It cannot begin as things stand: whoever looks after it hears what is in the way. */
export const reorganisationHeld = defineEvent('reorganisation.held', reform);
export const reorganisationDiscarded = defineEvent('reorganisation.discarded', reform, { auditOnly: true });
/** A commune is asked about the names proposed for its hamlets. */
const asking = reform.extend({ communeId: z.uuid() });
export const namesAsked = defineEvent('reorganisation.names-asked', asking);
export const namesAnswered = defineEvent('reorganisation.names-answered', asking, { auditOnly: true });
/** What follows its day is held, by whoever looks after it. */
export const reorganisationPaused = defineEvent('reorganisation.paused', reform, { auditOnly: true });
/** It goes on, and a step that had failed is tried again. */
export const reorganisationResumed = defineEvent('reorganisation.resumed', reform);
/** The tree has changed by it: what hangs on its units is put in its place by whoever it belongs to. */
export const reorganisationApplied = defineEvent('reorganisation.applied', reform);
/** Hamlets of the one are the other's since, and all that hangs on them; the same twice: it has another name. */
export const unitsMoved = defineEvent(
  'reorganisation.units-moved',
  reform.extend({ fromUnitId: z.uuid(), toUnitId: z.uuid() }),
);
