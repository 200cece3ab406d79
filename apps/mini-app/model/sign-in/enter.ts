/** Signs in by what the host proves: Telegram's signed launch data, Zalo's access token. Nothing is typed. */
import { ApiError, type HostSignIn, type SessionAnswer, take } from '#client';
import { api } from '../api.ts';
import { deviceName } from '../device/device.ts';
import { type LinkTicket, entering } from './entering.ts';
import { host, launch } from '../device/host.ts';
import { signIn } from './sign-in.ts';
import { failureCode } from '../tasks.ts';

const KEPT = 'to-so.ticket';
/** How long the server takes a ticket. */
const TICKET_MS = 15 * 60_000;
/** A server that signs out at once must not be asked in a circle. */
const AGAIN_MS = 10_000;
let lastTry = Number.NEGATIVE_INFINITY;

export async function enter(byHand = false): Promise<void> {
  if (!byHand && performance.now() - lastTry < AGAIN_MS) {
    entering.value = { is: 'failed', code: 'TS-401' };
    return;
  }
  lastTry = performance.now();
  entering.value = { is: 'signing' };
  try {
    takeAnswer(await (launch.kind === 'telegram' ? askByTelegram() : askByZalo()));
  } catch (error) {
    afterRefusal(error);
  }
}

function takeAnswer({ session: found, link }: HostSignIn): void {
  if (found) return enterAs(found);
  if (!link) throw new ApiError(500);
  keepTicket(link);
  entering.value = { is: 'link', ...link };
}

/** A way in that ends well: the session is kept, and start.ts loads the list on the route that the link named. */
export function enterAs(answer: Pick<SessionAnswer, 'token' | 'me'>): void {
  keepTicket(undefined);
  signIn(answer.token, answer.me);
}

function askByTelegram(): Promise<HostSignIn> {
  const body = { initData: launch.initData ?? '', device: deviceName() };
  return take(api.POST('/session/telegram', { body }));
}

async function askByZalo(): Promise<HostSignIn> {
  const accessToken = await accessTokenOfZalo();
  return take(api.POST('/session/zalo', { body: { accessToken, device: deviceName() } }));
}

/** @throws ApiError when Zalo gives none. */
export async function accessTokenOfZalo(): Promise<string> {
  const { value } = await (await host()).credential();
  if (!value) throw new ApiError(401, { code: 'zalo.tokenInvalid' });
  return value;
}

const AGAIN = ['telegram.usedBefore', 'telegram.tooOld', 'telegram.notProven'];

/** Launch data signs in once: a page that was reloaded goes on with the ticket it was given. */
function afterRefusal(error: unknown): void {
  if (!(error instanceof ApiError) || error.status === 0) entering.value = { is: 'failed', code: failureCode(error) };
  else if (AGAIN.includes(error.code)) {
    const kept = keptTicket();
    entering.value = kept ? { is: 'link', ...kept } : { is: 'stale' };
  } else if (error.code.endsWith('.notConfigured')) entering.value = { is: 'off' };
  else if (error.status < 500) entering.value = { is: 'refused', error };
  else entering.value = { is: 'failed', code: failureCode(error) };
}

/** A ticket lives a quarter of an hour. Zalo proves its account again by itself, Telegram has to be opened again. */
export async function ticketIsOver(): Promise<void> {
  keepTicket(undefined);
  if (launch.kind === 'zalo') await enter(true);
  else entering.value = { is: 'stale' };
}

export function keepTicket(ticket: LinkTicket | undefined): void {
  try {
    if (ticket)
      sessionStorage.setItem(KEPT, JSON.stringify({ ...ticket, account: launch.account, keptAt: Date.now() }));
    else sessionStorage.removeItem(KEPT);
  } catch {
    // Then a reload opens the host's launch again.
  }
}

type KeptTicket = LinkTicket & { account: string | null; keptAt: number };

/** By this phone's own clock from beginning to end: it may be hours away from the server's. */
function keptTicket(): LinkTicket | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as KeptTicket | null;
    return kept && kept.account === launch.account && Date.now() - kept.keptAt < TICKET_MS ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The ticket's account now waits for an officer. */
export function nowWaiting(): void {
  const state = entering.value;
  if (state.is !== 'link') return;
  const waiting = { ...state, waiting: true };
  keepTicket(waiting);
  entering.value = waiting;
}
