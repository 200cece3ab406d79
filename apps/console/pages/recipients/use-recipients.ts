import { api, type Schemas } from '../../api/client.ts';

export type Recipients = Schemas['Recipients'];
export type Office = Schemas['Recipient'];

/** Whose mailbox a dialogue is about: an office of "Nơi nhận", or the unit's own. */
export type Target = Pick<Office, 'name' | 'used' | 'tried'> & { isOwn?: true; untried?: string };

/** @param name of the unit, as it stands within a sentence */
export const ownTarget = ({ own }: Pick<Recipients, 'own'>, name: string): Target => ({
  name,
  used: own.used,
  tried: own.tried,
  isOwn: true,
  untried: own.untried?.address,
});

export const recipientPaths = ['/units/{unitId}/recipients'] as const;

/** Looked at again while a code is on its way. */
export function useRecipients(unitId: string) {
  return api.useQuery(
    'get',
    '/units/{unitId}/recipients',
    { params: { path: { unitId } } },
    {
      refetchInterval: ({ state: { data } }) =>
        data && [data.own, ...data.offices].some(({ tried }) => tried?.state === 'due') ? 5_000 : false,
    },
  );
}

/** Offices that stand in "Nơi nhận": those that are mailed, and those that cannot be. */
export function mailedOf({ offices }: Pick<Recipients, 'offices'>): { mailed: Office[]; without: Office[] } {
  const named = offices.filter(({ line }) => line !== null);
  return {
    mailed: named.filter(({ used }) => used !== null),
    without: named.filter(({ used, isPerson }) => used === null && !isPerson),
  };
}

export type Standing = 'person' | 'gone' | 'used' | 'none' | 'sending' | 'waits' | 'failed' | 'unknown' | 'over';

/** What a row tells first: a mailbox that is tried asks for a hand, one in use does not. */
export function standingOf({ line, isPerson, used, tried }: Omit<Office, 'name' | 'earlier'>): Standing {
  if (tried) {
    if (tried.state !== 'sent') return tried.state === 'due' ? 'sending' : tried.state;
    return tried.triesLeft > 0 ? 'waits' : 'over';
  }
  if (line === null) return 'gone';
  if (used) return 'used';
  return isPerson ? 'person' : 'none';
}
