/** What a signature on a file that came back is worth, and why. Persisted. Free of zod: screens name them. */
export const signatureStates = ['trusted', 'untrusted', 'unchecked', 'invalid'] as const;
export type SignatureState = (typeof signatureStates)[number];

export const signatureReasons = [
  'changed',
  'changedAfter',
  'contentReplaced',
  'notWhole',
  'malformed',
  'expired',
  'unreadable',
  'unsupported',
  'noCertificate',
  'tooComplex',
  'weak',
  'timeUnproven',
  'contentAdded',
  'addedAfter',
  'issuerUnknown',
  'noTrustList',
  'keyUsage',
] as const;
export type SignatureReason = (typeof signatureReasons)[number];
