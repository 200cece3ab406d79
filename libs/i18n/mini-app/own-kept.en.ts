import type { keptOfMineVi } from './own-kept.vi.ts';

export const keptOfMineEn: typeof keptOfMineVi = {
  'records.kept.request': 'until it is asked to go; reported numbers stay, the name goes',
  'records.kept.good': 'for good, as all records of the commune',
  'records.kept.done': 'until the work is done; what was left goes by itself',
  'records.kept.keepLog': 'at least {least} months',
  'records.kept.keepInbox': 'at most {most} months; sooner when asked',
  'records.kept.keepDeliveries': 'at most {most} months',
  'records.kept.keepPhotos': 'at most {most} months, then only that there was a photo; sooner when asked',
  'records.kept.keepLeavers': 'while in a team or a post; afterwards at most {most} months; sooner when asked',
  'records.kept.keepDrafts': 'at most {most} days',
  'records.kept.keepWebhooks': 'at most {most} days',
  'records.kept.keepFiles': 'at most {most} days',
  'records.kept.keepAsked': '{least} to {most} working days',
  'records.kept.keepLists': 'at most {most} days',
  'records.kept.keepUploads': 'at most {most} days',
  'records.kept.keepSessions': 'at most {most} days after signing out',
};
