/** What was written down wrongly and is put right: decisions of teams and directives, with the reason and what stood there. */
import { z } from 'zod';
import { TeamDetail } from './membership.ts';
import { Decision, DecisionInput, instant, PersonRef, reason } from '../primitives.ts';
import { Directive, directiveWords } from '../organization/references.ts';
import { route } from '../route.ts';

/** The version that the person saw: nothing is overwritten silently. */
const version = z.int().min(1).max(1_000_000);
const history = { by: PersonRef, at: instant, reason: z.string() };

const DirectiveWords = Directive.pick({ kind: true, number: true, issuedOn: true, issuer: true, abstract: true }).meta({
  id: 'DirectiveWords',
});

export const correctionRoutes = {
  correctDecision: route({
    method: 'PATCH',
    path: '/teams/{teamId}/decisions/{decisionId}',
    summary: "Put a decision's number, date or signer right, with the reason",
    access: 'team.manage',
    command: true,
    body: DecisionInput.extend({
      version,
      reason,
      /** Also where other teams of the commune have the same decision. */
      everywhere: z.boolean().default(false),
    }).meta({ id: 'DecisionCorrection' }),
    response: TeamDetail,
  }),
  decisionCorrections: route({
    method: 'GET',
    path: '/teams/{teamId}/decisions/{decisionId}/corrections',
    summary: 'What was put right in the decision, newest first',
    access: 'team.read',
    whole: 'slips of one decision',
    response: z.array(z.object({ ...history, before: Decision, after: Decision }).meta({ id: 'DecisionCorrected' })),
  }),
  correctDirective: route({
    method: 'PATCH',
    path: '/directives/{directiveId}',
    summary: "Put a directive's words right, with the reason: what quotes it shows the corrected words",
    access: 'directive.manage',
    command: true,
    body: z.strictObject({ ...directiveWords, version, reason }).meta({ id: 'DirectiveCorrection' }),
    response: Directive,
  }),
  directiveCorrections: route({
    method: 'GET',
    path: '/directives/{directiveId}/corrections',
    summary: 'What was put right in the directive, newest first',
    access: 'unit.read',
    whole: 'slips of one directive',
    response: z.array(
      z.object({ ...history, before: DirectiveWords, after: DirectiveWords }).meta({ id: 'DirectiveCorrected' }),
    ),
  }),
};
