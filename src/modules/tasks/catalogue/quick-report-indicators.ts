import type { QuickReportKind } from '#contracts/enums';

/** What a quick report without a task counts as: its question on the phone asks for this indicator's unit. */
export const quickReportIndicators: Record<QuickReportKind, string> = {
  communication: 'TT02',
  public_services: 'CQ01',
  payment: 'XH01',
  marketplace: 'KT01',
  health_insurance: 'XH05',
};
