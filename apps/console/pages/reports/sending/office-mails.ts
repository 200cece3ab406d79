/** How the copies by e-mail to the offices' mailboxes are shown. Pure. */
import type { Schemas } from '../../../api/client.ts';
import type { MessageId } from '../../../i18n/i18n.tsx';
import type { Look } from '../report-facts.ts';

export type OfficeMail = Schemas['OfficeMail'];

export const mailLooks: Record<OfficeMail['state'], Look> = {
  due: { tone: 'new', icon: 'hourglass', word: 'mail.state.due' },
  sent: { tone: 'done', icon: 'circle-check', word: 'mail.state.sent' },
  failed: { tone: 'late', icon: 'alert-circle', word: 'mail.state.failed' },
  unknown: { tone: 'doing', icon: 'help-hexagon', word: 'mail.state.unknown' },
};

const reasons: readonly [RegExp, MessageId][] = [
  [/^(550|551|553|EENVELOPE|bad_address)$/, 'mail.why.mailbox'],
  [/^(53[0458]|EAUTH)$/, 'mail.why.login'],
  [/^channel_held$/, 'mail.why.held'],
  [/^expired$/, 'mail.why.expired'],
  [/^worker_died$/, 'mail.why.cutOff'],
  [/^(nothing_to_send|NOTHING_RENDERED)$/, 'mail.why.nothing'],
  [/^(452|552)$/, 'mail.why.full'],
  [/^4\d\d$/, 'mail.why.busy'],
  [/^5\d\d$/, 'mail.why.refused'],
  [/CONN|TIMEDOUT|DNS|SOCKET|NOTFOUND|EHOST|ENET/, 'mail.why.noAnswer'],
];

const foreign = /^[A-Z\d_]+$/;

export interface Trouble {
  why: MessageId;
  act: MessageId;
  /** The mail server's or the network's, for whoever mends it; our own are said in words. */
  code: string | null;
}

/** A copy names its office as a recipient. */
type Told = Pick<OfficeMail, 'state' | 'failureCode'> & { recipient?: string | null };

/** What is wrong with a mail and the way out; null while nothing is. */
export function troubleOf({ state, failureCode: code, recipient }: Told): Trouble | null {
  if (state === 'sent' || (state === 'due' && !code)) return null;
  const why = reasons.find(([pattern]) => pattern.test(code ?? ''))?.[1] ?? 'mail.why.other';
  return {
    why,
    act: wayOut(state, why, typeof recipient === 'string'),
    code: code && foreign.test(code) ? code : null,
  };
}

function wayOut(state: OfficeMail['state'], why: MessageId, isCopy: boolean): MessageId {
  if (state === 'due') return why === 'mail.why.held' ? 'mail.do.held' : 'mail.do.waits';
  if (state === 'unknown') return 'mail.do.ask';
  if (why !== 'mail.why.mailbox') return 'mail.do.byHand';
  return isCopy ? 'mail.do.recipient' : 'mail.do.address';
}

/** The office that a mail goes to. */
export const officeOf = ({ recipient, unit }: Pick<OfficeMail, 'recipient' | 'unit'>): string =>
  recipient ?? unit.fullName;

/** Mails that can go once more: the newest round of the version that counts, when it is not on its way. */
export function repeatable(mails: readonly OfficeMail[], version: number): Set<string> {
  const rounds = new Map<string, OfficeMail>();
  for (const mail of mails) {
    const key = `${mail.version} ${mail.occasion} ${mail.unit.id} ${mail.recipient ?? ''}`;
    const known = rounds.get(key);
    if (!known || known.round < mail.round) rounds.set(key, mail);
  }
  const newest = [...rounds.values()].filter((mail) => mail.version === version && mail.state !== 'due');
  return new Set(newest.map(({ id }) => id));
}

const freshMs = 60_000;

/**
 * How often to look again: while a mail is on its way, and shortly after a step that one may follow.
 * @param steppedAt when this page saw the step, by its own clock
 */
export function lookAgainMs(mails: readonly OfficeMail[], steppedAt: number, now: number): number | false {
  if (mails.some(({ state }) => state === 'due')) return 15_000;
  return now - steppedAt < freshMs ? 5_000 : false;
}
