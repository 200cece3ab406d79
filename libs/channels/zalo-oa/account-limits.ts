/** How fast the Official Account may be called: messages, groups and templates count together. */
export interface AccountLimits {
  account: string;
  perSecond: number;
  burst: number;
}

/**
 * A limit counts by the minute, wherever that minute begins, and messages arrive a little earlier or later than they were
 * sent: at this share of it no minute sees more than is allowed.
 */
export const SHARE_OF_LIMIT = 0.97;

/** @param perMinute requests that the account's plan allows */
export function accountLimits(perMinute: number): AccountLimits {
  const perSecond = (perMinute * SHARE_OF_LIMIT) / 60;
  // What comes at once comes on top of a minute's even flow, so there is hardly room for it.
  return { account: 'zalo-oa', perSecond, burst: Math.max(1, Math.floor(perMinute / 200)) };
}
