import type { QuickReportKind } from '../enums.ts';

/**
 * What a quick report counts as; its question on the phone asks for this indicator's unit. It joins only a task that counts
 * the same, and only by the person's word: "Thanh toán, 2 lượt" is no two accounts.
 */
export const quickReportIndicators: Record<QuickReportKind, string> = {
  communication: 'TT02',
  public_services: 'CQ01',
  payment: 'XH01',
  marketplace: 'KT01',
  health_insurance: 'XH05',
};
