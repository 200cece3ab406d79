/** What the thread that judges signatures says of them. */

/** From the best to the worst; the worst signature speaks for the file. */
export type SignatureState = 'trusted' | 'untrusted' | 'unchecked' | 'invalid';
export type SignatureReason =
  | 'changed'
  | 'changedAfter'
  | 'contentReplaced'
  | 'notWhole'
  | 'malformed'
  | 'expired'
  | 'unreadable'
  | 'unsupported'
  | 'noCertificate'
  | 'tooComplex'
  | 'weak'
  | 'timeUnproven'
  | 'contentAdded'
  | 'addedAfter'
  | 'issuerUnknown'
  | 'noTrustList'
  | 'keyUsage';

export interface SignatureFact {
  state: SignatureState;
  /** Null for a trusted one. */
  reason: SignatureReason | null;
  /** By the certificate; null where none could be read. */
  signer: string | null;
  issuer: string | null;
  signedAt: string | null;
  /** By a trusted authority of time; else the signer's own clock said it. */
  isStamped: boolean;
  /** Something stands behind what it covers. */
  addedAfter: boolean;
}

/** What a signature is worth by itself, whatever stands behind it. */
export type SignatureWorth = Omit<SignatureFact, 'addedAfter'>;

/** Of a signature of which nothing could be read. */
export const nobody = { signer: null, issuer: null, signedAt: null, isStamped: false, addedAfter: false } as const;

/** What a file's signatures come to. */
export type Found = { outcome: 'different' | 'notSigned' } | { signatures: SignatureFact[]; addedAfter: boolean };
