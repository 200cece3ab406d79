/**
 * The life of a report as a table: who may move it, from where, to where. Late, due, silent are derived. A submitted version
 * is never altered: what comes back is the next version. Free of zod: screens show what is possible before asking.
 */
export const reportStates = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];

export const reportMoves = ['submit', 'accept', 'return'] as const;
export type ReportMove = (typeof reportMoves)[number];

interface Rule {
  from: readonly ReportState[];
  to: ReportState;
  by: 'sender' | 'receiver';
}

/** An accepted report may be returned too: its sender asked for a revision, or the receiver found something later. */
export const reportTable: Record<ReportMove, Rule> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'sender' },
  accept: { from: ['submitted'], to: 'accepted', by: 'receiver' },
  return: { from: ['submitted', 'accepted'], to: 'returned', by: 'receiver' },
};

export function nextReportState(from: ReportState, move: ReportMove): ReportState | undefined {
  const rule = reportTable[move];
  return rule.from.includes(from) ? rule.to : undefined;
}

/** In these the words and typed figures can be changed. */
export const openReportStates: readonly ReportState[] = ['draft', 'returned'];

/** Asked for once: `roster` is Appendix 1, `results` the work of some days on the form of a month's, `months` the sum of months. */
export const campaignKinds = ['roster', 'results', 'months'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

export const reportKinds = ['monthly', ...campaignKinds] as const;
export type ReportKind = (typeof reportKinds)[number];
/** Asked for once and summed up by the offices above, the one that asks among them. */
export const isSummed = (kind: ReportKind): boolean => kind === 'results' || kind === 'months';

/** Parts of a monthly report, in the order in which they are printed. Persisted. */
export const reportSections = [
  'opening',
  'organization',
  'communication',
  'digital_government',
  'digital_economy',
  'digital_society',
  'strengths',
  'difficulties',
  'causes',
  'next_month',
  'proposals',
] as const;
export type ReportSection = (typeof reportSections)[number];

/** Signing capacity before the post, as decree 30/2020 abbreviates it; the chair signs without one. */
export const signingCapacities = ['none', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
export type SigningCapacity = (typeof signingCapacities)[number];

/** What a document can be had as. */
export const documentFormats = ['docx', 'pdf', 'xlsx'] as const;
export type DocumentFormat = (typeof documentFormats)[number];
export const signableFormats = ['docx', 'pdf'] as const;
export type SignableFormat = (typeof signableFormats)[number];
