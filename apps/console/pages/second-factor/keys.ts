/** Keys of the machine, by the browser; the library comes when one is used. */
import type { createApi } from '#client/create-api';
import { client } from '../../api/client.ts';
import { isProblem } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import type { useI18n } from '../../i18n/i18n.tsx';

type Asker = Pick<ReturnType<typeof createApi>, 'POST'>;

const library = () => import('@simplewebauthn/browser');

export const browserHasKeys = (): boolean => typeof PublicKeyCredential === 'function';

/** Makes one for the person who is signed in. @returns codes for paper when it is their first second factor */
export async function makeKey(name: string): Promise<string[]> {
  const offer = await client.POST('/me/passkeys/start');
  if (!offer.data) throw offer.error;
  const { startRegistration } = await library();
  const { id, rawId, type, response } = await startRegistration({ optionsJSON: offer.data });
  const { clientDataJSON, attestationObject, transports } = response;
  const made = { id, rawId, type, response: { clientDataJSON, attestationObject, ...(transports && { transports }) } };
  const added = await client.POST('/me/passkeys', { body: { name, credential: made } });
  if (!added.data) throw added.error;
  return added.data.recoveryCodes;
}

/** What one of the person's keys has signed. @param asker the session that is asked, whole or waiting */
export async function signByKey(asker: Asker) {
  const question = await asker.POST('/session/passkey');
  if (!question.data) throw question.error;
  const { startAuthentication } = await library();
  const { id, rawId, type, response } = await startAuthentication({ optionsJSON: question.data });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId,
    type,
    response: { clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) },
  };
}

/** What the server says, or the browser: it names the same error for "put aside" and "waited too long". */
export function keyTrouble(i18n: ReturnType<typeof useI18n>, error: unknown): string {
  if (isProblem(error)) return problemText(i18n, error);
  const name = error instanceof Error ? error.name : '';
  if (name === 'InvalidStateError') return i18n.t('factor.keyHere');
  return i18n.t(name === 'NotAllowedError' || name === 'AbortError' ? 'factor.keyAside' : 'factor.keyFailed');
}
