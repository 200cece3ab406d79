import { routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';

/** Exactly one message of the kind about the session. @throws Error when there are more */
export async function inboxHas(who: ApiClient, kind: string, sessionId: string): Promise<boolean> {
  const { items } = await who.call(routes.inbox);
  const found = items.filter((item) => item.kind === kind && item.sessionId === sessionId).length;
  if (found > 1) throw new Error(`${kind} came ${found} times`);
  return found === 1;
}
