/** What the system's screen says of a part: its looks, its measure and its limit in words, and what to do. Pure. */
import { FAILED_TIMES, type PartId, partRules, type PartState, STUCK_MINUTES } from '#contracts/system/parts';
import { formatBytes, formatNumber, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Part = Schemas['SystemPart'];
export interface Words {
  t: Translate;
  lang: Lang;
}

export const stateLooks: Record<PartState, { tone: Tone; icon: IconName }> = {
  good: { tone: 'done', icon: 'circle-check' },
  watch: { tone: 'doing', icon: 'alert-triangle' },
  alarm: { tone: 'late', icon: 'alert-circle' },
  off: { tone: 'mute', icon: 'circle-off' },
  unknown: { tone: 'mute', icon: 'circle-dashed' },
};

export const partIcons: Record<PartId, IconName> = {
  answers: 'device-laptop',
  queue: 'list-details',
  failed: 'refresh',
  deliveries: 'mail',
  channels: 'plug-connected-x',
  backup: 'device-floppy',
  drill: 'history',
  disk: 'package',
  statements: 'list-numbers',
  connections: 'link',
  clock: 'clock',
  logs: 'eye-off',
};

/** What is pressed or opened for a part; for the others there are words only. */
export const partActs = ['backup', 'deliveries', 'failed', 'queue'] as const;
export type PartAct = (typeof partActs)[number];
export const actOf = (part: PartId): PartAct | undefined => partActs.find((one) => one === part);

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** Below it a unit is told in the next smaller one: 90 minutes, 26 hours. */
const FEW = 2;
const SHORT = 10;

/** "0,18 giây", "40 giây", "31 giờ", "12 ngày". */
export function timeText(seconds: number, { t, lang }: Words): string {
  const n = (value: number) => formatNumber(Math.round(value), lang);
  if (seconds < SHORT) {
    // So that what is above a limit of a second does not read like it.
    const digits = seconds < FEW ? 100 : 10;
    return t('system.time.seconds', { n: formatNumber(Math.round(seconds * digits) / digits, lang) });
  }
  if (seconds < FEW * MINUTE) return t('system.time.seconds', { n: n(seconds) });
  if (seconds < FEW * HOUR) return t('system.time.minutes', { n: n(seconds / MINUTE) });
  if (seconds < FEW * DAY) return t('system.time.hours', { n: n(seconds / HOUR) });
  return t('system.time.days', { n: Math.floor(seconds / DAY) });
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** A value of the part's own unit. */
export function amountText(part: PartId, value: number, words: Words): string {
  const { unit } = partRules[part];
  if (unit === 'seconds') return timeText(value, words);
  return unit === 'share' ? percent(value) : formatNumber(value, words.lang);
}

/** What it is now; empty where it was not measured and nothing else can be said. */
export function valueText({ part, state, value, facts, at }: Part, words: Words): string {
  const { t, lang } = words;
  if (state === 'off') return t('system.value.backupOff');
  if (value === null) return t(part === 'drill' ? 'system.value.drillNever' : 'system.unknown');
  const time = amountText(part, value, words);
  switch (part) {
    case 'failed':
    case 'deliveries':
    case 'channels':
    case 'logs':
      return countText(part, value, at ?? '', t);
    case 'answers':
      return t('system.value.answers', { time });
    case 'queue':
      return t(facts.waiting ? 'system.value.queue' : 'system.value.queueEmpty', { n: facts.waiting ?? 0, time });
    case 'backup':
      return backupText(facts, time, words);
    case 'drill':
      return t(facts.never ? 'system.value.drillNever' : 'system.value.drill', { time });
    case 'disk':
      return t('system.value.disk', { share: time, size: sizeText(facts.freeBytes ?? 0, lang) });
    case 'statements':
      return t('system.value.statements', { time });
    case 'connections':
      return t('system.value.connections', { used: facts.used ?? 0, most: facts.most ?? 0 });
    case 'clock':
      return clockText(time, state === 'good' ? undefined : at, t);
  }
}

const countText = (part: 'failed' | 'deliveries' | 'channels' | 'logs', n: number, at: string, t: Translate): string =>
  t(n > 0 ? `system.value.${part}` : `system.value.${part}None`, { n, minutes: STUCK_MINUTES, at });

/** Of a clock that is wrong one wants to know whose. */
const clockText = (time: string, at: string | undefined, t: Translate): string =>
  at ? t('system.value.clockAt', { time, at }) : t('system.value.clock', { time });

function backupText(facts: Part['facts'], time: string, { t, lang }: Words): string {
  if (facts.never) return t('system.value.backupNever');
  if (facts.running) return t('system.value.backupRunning', { time });
  const size = sizeText(facts.bytes ?? 0, lang);
  return t(facts.encrypted ? 'system.value.backup' : 'system.value.backupOpen', { time, size });
}

const GB = 1e9;

/** "4,2 GB"; what is smaller as everywhere. */
export function sizeText(bytes: number, lang: Lang): string {
  if (bytes < GB) return formatBytes(bytes, lang);
  const value = bytes / GB;
  return `${formatNumber(value < SHORT ? Math.round(value * 10) / 10 : Math.round(value), lang)} GB`;
}

export function limitText({ part, alarm }: Pick<Part, 'part' | 'alarm'>, words: Words): string {
  const limit = amountText(part, alarm, words);
  return words.t(`system.limit.${part}`, {
    limit,
    minutes: part === 'deliveries' ? STUCK_MINUTES : partRules[part].heldMinutes,
    times: FAILED_TIMES,
  });
}

/** What stands first: the alarm's name. */
export function alarmText({ part, value, alarm, facts, at }: Part, words: Words): string {
  const isFirst = (part === 'backup' || part === 'drill') && facts.never;
  if (isFirst) return words.t(`system.alarm.${part}Never`, { time: amountText(part, value ?? 0, words) });
  return words.t(`system.alarm.${part}`, {
    n: value ?? 0,
    time: amountText(part, value ?? 0, words),
    limit: amountText(part, alarm, words),
    minutes: STUCK_MINUTES,
    at: at ?? '',
  });
}

/** The page's title: how many places need a hand, how many are to be looked at. */
export function titleOf(parts: readonly Part[], t: Translate): string {
  const of = (state: PartState) => parts.filter((part) => part.state === state).length;
  const [n, m] = [of('alarm'), of('watch')];
  if (n > 0) return m > 0 ? t('system.needBoth', { n, m }) : t('system.needHand', { n });
  if (m > 0) return t('system.needWatch', { n: m });
  const unseen = of('unknown') + of('off');
  return unseen > 0 ? t('system.wellOfMeasured', { n: unseen }) : t('system.allWell');
}

/** Heights of the bars of a day; null: not measured. What is not nothing is seen. */
export function barHeights(hours: readonly (number | null)[], height: number): (number | null)[] {
  const most = Math.max(0, ...hours.map((value) => value ?? 0));
  return hours.map((value) =>
    value === null ? null : most === 0 ? 1 : Math.max(1, Math.round((value / most) * height)),
  );
}

export interface BackupDay {
  day: string;
  state: 'done' | 'failed' | 'running' | 'none';
  bytes: number | null;
}

/** The last seven days, the oldest first; of several attempts of a day the best one counts. */
export function backupDays(
  runs: readonly Pick<Schemas['BackupRunRow'], 'state' | 'startedAt' | 'bytes'>[],
  days: readonly string[],
  dayOf: (instant: string) => string,
): BackupDay[] {
  return days.map((day) => {
    const ofDay = runs.filter(({ startedAt }) => dayOf(startedAt) === day);
    const best = ['done', 'running', 'failed'].flatMap((state) => ofDay.find((run) => run.state === state) ?? [])[0];
    return { day, state: best?.state ?? 'none', bytes: best?.bytes ?? null };
  });
}
