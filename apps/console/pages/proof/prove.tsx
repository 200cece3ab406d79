/**
 * "Xác nhận đúng là mình", over whatever screen asked: the request that the server held back waits here, is sent again once
 * the code was right, and its screen goes on as if nothing had been asked. It stands beside the screens, so that none of them
 * knows of it, and comes when it is needed.
 */
import { createRoot } from 'react-dom/client';
import { isProblem, type Problem, queryClient } from '../../api/client.ts';
import { Around } from '../../around.tsx';
import { loadLanguage } from '../../i18n/i18n.tsx';
import type { Asked } from './asked.ts';
import { ProofDialog } from './proof-dialog.tsx';

/** Several at once ask one question. */
let asking: Promise<boolean> | undefined;

export async function prove(refused: Response, again: () => Promise<Response>): Promise<Response> {
  const problem = await problemOf(refused.clone());
  // A rule has begun while somebody was in: the screen that turns the second factor on takes over.
  if (problem?.code === 'platform.enrolmentNeeded') void queryClient.invalidateQueries({ queryKey: ['get', '/me'] });
  if (problem?.code !== 'platform.proofNeeded') return refused;
  asking ??= ask(problem.details[0]?.params as unknown as Asked).finally(() => {
    asking = undefined;
  });
  return (await asking) ? again() : refused;
}

async function problemOf(response: Response): Promise<Problem | undefined> {
  const body: unknown = await response.json().catch(() => undefined);
  return isProblem(body) ? body : undefined;
}

async function ask(asked: Asked): Promise<boolean> {
  const overlay = await loadLanguage();
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  // It lies beside the dialogue that asked, which knows nothing of it.
  const before = document.activeElement;
  return new Promise((resolve) => {
    const end = (isShown: boolean) => {
      root.unmount();
      place.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(isShown);
    };
    root.render(
      <Around overlay={overlay}>
        <ProofDialog asked={asked} onEnd={end} />
      </Around>,
    );
  });
}
