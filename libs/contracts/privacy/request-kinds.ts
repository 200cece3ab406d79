/** What people ask about what is held about them, and what follows. Free of zod: the phone has it too. */

/** Persisted. */
export const dataRequestKinds = ['view', 'looks', 'correct', 'object', 'erase'] as const;
export type DataRequestKind = (typeof dataRequestKinds)[number];

/** What is answered by showing it. */
export const seeingKinds = ['view', 'looks'] as const satisfies readonly DataRequestKind[];
export type SeeingKind = (typeof seeingKinds)[number];
export const isSeeing = (kind: DataRequestKind): kind is SeeingKind => seeingKinds.some((one) => one === kind);

/** Decree 356/2025/NĐ-CP: an answer within so many working days after the day on which the request came. */
export const ANSWER_WORK_DAYS = 2;

/** What an objection can stop: messages outside of the app, and the photo on the card. */
export const dataStops = ['messages', 'cardPhoto'] as const;
export type DataStop = (typeof dataStops)[number];

/** How an officer has made sure that it is the person who asks; no paper of identity is copied. */
export const requesterProofs = ['called', 'met'] as const;
export type RequesterProof = (typeof requesterProofs)[number];

/** "YC-0031", counted in each unit. */
export const requestCode = (no: number): string => `YC-${String(no).padStart(4, '0')}`;
