import type { keptByRuleVi } from './record-kept.vi.ts';

export const keptByRuleEn: Record<keyof typeof keptByRuleVi, string> = {
  'records.kept.request': 'until the person asks for it to go; reported numbers stay, the name goes',
  'records.kept.good': 'as the rules on archives say',
  'records.kept.done': 'erased when the work is done; what was left by the rule on keeping',
  'records.kept.keepLog': 'by the rule on keeping, at least {least} months',
  'records.kept.keepInbox':
    'by the rule on keeping, {least} to {most} months; where it was sent to for less; sooner when the person asks',
  'records.kept.keepDeliveries': 'by the rule on keeping, at most {most} months',
  'records.kept.keepPhotos':
    'by the rule on keeping, {least} to {most} months, then only that there was a photo; sooner when the person asks',
  'records.kept.keepLeavers':
    'while in a team or a post; afterwards by the rule on keeping, at most {most} months; sooner when the person asks',
  'records.kept.keepDrafts': 'by the rule on keeping, at most {most} days',
  'records.kept.keepWebhooks': 'by the rule on keeping, at most {most} days',
  'records.kept.keepFiles': 'by the rule on keeping, at most {most} days',
  'records.kept.keepAsked': 'waits {least} to {most} working days',
  'records.kept.keepLists': 'by the rule on keeping, at most {most} days',
  'records.kept.keepUploads': 'by the rule on keeping, at most {most} days',
  'records.kept.keepSessions': 'by the rule on keeping, at most {most} days after signing out',
};
