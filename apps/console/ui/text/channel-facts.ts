/** What the channels' screen derives from a row: looks, shares, how long a quota lasts, what a failure means. */
import type { ChannelState } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import type { MessageId } from '../../i18n/i18n.tsx';
import type { IconName } from '../icon.tsx';
import type { Tone } from '../layout.tsx';

export type ChannelRow = Schemas['ChannelRow'];
export type ChannelsBoard = Schemas['ChannelsBoard'];
const hourMs = 3_600_000;
const paceHours = 3;

export const stateLooks: Record<ChannelState, { tone: Tone; icon: IconName }> = {
  ok: { tone: 'done', icon: 'circle-check' },
  quota_low: { tone: 'doing', icon: 'alert-triangle' },
  failing: { tone: 'late', icon: 'plug-off' },
  down: { tone: 'late', icon: 'plug-off' },
  off: { tone: 'mute', icon: 'circle-off' },
};

const codeClasses = [
  'RETRYABLE',
  'RETRY_AFTER',
  'AMBIGUOUS',
  'RECIPIENT_GONE',
  'WINDOW_CLOSED',
  'ADDRESS_MOVED',
  'QUOTA',
  'REAUTH',
  'CONFIG',
  'PERMANENT',
] as const;

const byCode: readonly [RegExp, MessageId][] = [
  [/ECONN|ETIMEDOUT|EHOST|ENOTFOUND|TIMEOUT|CUT_OFF|NO_ANSWER/i, 'failure.noAnswer'],
  [/^(HTTP_)?5\d\d/i, 'failure.server'],
  [/NOT_AUTHORISED|REAUTHORISE|UNAUTHORIZED|^(HTTP_)?401/i, 'failure.REAUTH'],
  [/no_?address/i, 'failure.noAddress'],
  [/stopped/i, 'failure.stopped'],
  [/(channel|declared)_?down/i, 'failure.channelDown'],
  [/no_?consent/i, 'failure.noConsent'],
  [/^(OFF|not-configured)$/i, 'failure.off'],
  [/^DEFERRED$/, 'failure.deferred'],
  [/never-interacted/, 'failure.neverInteracted'],
  [/window-closed/, 'failure.WINDOW_CLOSED'],
  [/quota/i, 'failure.QUOTA'],
];

/** "RETRYABLE ECONNREFUSED" or a bare code, as words; the code itself stays visible for whoever mends it. */
export function failureWords(failure: string | null): { id: MessageId; code: string | null } {
  if (!failure) return { id: 'failure.unknown', code: null };
  const [first = '', ...rest] = failure.split(' ');
  const cls = codeClasses.find((each) => each === first);
  const code = cls ? rest.join(' ') || null : failure;
  if (cls && cls !== 'RETRYABLE') return { id: `failure.${cls}`, code };
  const known = byCode.find(([pattern]) => pattern.test(code ?? ''));
  return { id: known?.[1] ?? (cls ? 'failure.RETRYABLE' : 'failure.unknown'), code };
}

/** Share of today's sends that a platform says arrived, in percent with one decimal; null where it says nothing. */
export function arrivedPercent({ sentToday, delivered }: ChannelRow): number | null {
  if (sentToday === 0 || delivered === 0) return null;
  return Math.min(100, Math.floor((delivered / sentToday) * 1000) / 10);
}

/** When the quota ends at the pace of the last three hours; null when it outlasts the day. */
export function quotaEnds({ quota, hours }: ChannelRow, now: number, dayEnds: number): number | null {
  if (!quota) return null;
  const recent = hours.slice(-paceHours).reduce((sum, count) => sum + count, 0) / paceHours;
  if (recent === 0) return null;
  const ends = now + (quota.left / recent) * hourMs;
  return ends < dayEnds ? ends : null;
}

/** Bars of a sparkline of the given height, each at least one pixel so that an empty hour is seen. */
export function sparkBars(hours: readonly number[], height: number): number[] {
  const most = Math.max(1, ...hours);
  return hours.map((count) => Math.max(1, Math.round((count / most) * height)));
}

/** A channel that is off is no alarm: somebody configured it so. */
export const brokenChannels = (board: ChannelsBoard): ChannelRow[] =>
  board.channels.filter((row) => row.state === 'failing');

/** Rows that can send, then those that are off; within each the order of the server. */
export const orderedChannels = (rows: readonly ChannelRow[]): ChannelRow[] => [
  ...rows.filter((row) => row.state !== 'off'),
  ...rows.filter((row) => row.state === 'off'),
];

/** After a colon: "máy chủ không trả lời". */
export const afterColon = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
