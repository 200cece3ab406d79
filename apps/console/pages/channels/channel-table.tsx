import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { endOfDay } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { clockText } from '../../ui/text/clock-text.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { channelName, lookOf } from '../../ui/channel-looks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Chip } from '../../ui/layout.tsx';
import {
  arrivedPercent,
  type ChannelRow,
  failureWords,
  orderedChannels,
  quotaEnds,
  stateLooks,
} from '../../ui/text/channel-facts.ts';
import { Spark } from './spark.tsx';
import type { ChannelActs } from './use-channel-acts.ts';

interface RowView {
  row: ChannelRow;
  /** A commune sees the state only: neither keys nor quotas. */
  full: boolean;
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

function TokenNote({ tokens }: { tokens: NonNullable<ChannelRow['tokens']> }) {
  const { t } = useI18n();
  if (tokens.state !== 'ok') return <>{t(`channel.token.${tokens.state}`, { n: tokens.failures })}</>;
  if (!tokens.expiresAt) return null;
  const left = Date.parse(tokens.expiresAt) - Date.now();
  if (left >= 2 * dayMs) return <>{t('channel.note.tokenDays', { n: Math.floor(left / dayMs) })}</>;
  return <>{t('channel.note.tokenHours', { n: Math.max(0, Math.floor(left / hourMs)) })}</>;
}

/** One line under the name: what is wrong, else what an officer would ask next. */
function Note({ row, full }: RowView) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const clock = (at: string) => clockText(at, Date.now(), lang);
  if (row.state === 'off') return <>{t('channel.note.off')}</>;
  if (row.state === 'down') return <>{t('channel.note.down', { time: row.since ? clock(row.since) : '–' })}</>;
  if (row.state === 'failing') {
    const why = t(failureWords(row.detail).id);
    return <>{row.since ? t('channel.note.failing', { why, time: clock(row.since) }) : why}</>;
  }
  if (!full) return <>{t(`route.note.${row.id}` as MessageId)}</>;
  if (row.tokens) return <TokenNote tokens={row.tokens} />;
  const ends = row.state === 'quota_low' ? quotaEnds(row, Date.now(), endOfDay(me.today)) : null;
  if (ends) return <>{t('channel.note.lasts', { time: clock(new Date(ends).toISOString()) })}</>;
  return <>{t(`route.note.${row.id}` as MessageId)}</>;
}

const broken = (row: ChannelRow): boolean =>
  row.state === 'failing' || row.state === 'down' || (row.tokens !== null && row.tokens.state !== 'ok');

function NameCell({ row, full }: RowView) {
  const { t } = useI18n();
  return (
    <span className="channel-name" data-off={row.state === 'off' || undefined}>
      <Icon name={lookOf(row.id).icon} />
      <span>
        <b>{channelName(t, row.id)}</b>
        <span className={`cell-2 ${broken(row) ? 'late-text' : ''}`} title={row.detail ?? undefined}>
          <Note row={row} full={full} />
        </span>
      </span>
    </span>
  );
}

function StateCell({ row }: { row: ChannelRow }) {
  const { t } = useI18n();
  const { tone, icon } = stateLooks[row.state];
  return (
    <span className="stack-chips">
      <Chip tone={tone} icon={icon}>
        {t(`channel.state.${row.state}`)}
      </Chip>
    </span>
  );
}

/** Where no number is known: free, without a limit, or not told by the platform yet. */
function FreeOf({ id }: Pick<ChannelRow, 'id'>) {
  const { t } = useI18n();
  if (id === 'zalo-oa') return <span className="caption">{t('channel.free')}</span>;
  if (id === 'web-push' || id === 'telegram') return <span className="caption">{t('channel.unlimited')}</span>;
  return <span className="muted">–</span>;
}

function Quota({ row }: { row: ChannelRow }) {
  const { t, n } = useI18n();
  const { quota } = row;
  if (row.state === 'off') return <span className="muted">–</span>;
  if (!quota) return <FreeOf id={row.id} />;
  if (quota.total === null) return <span className="caption num">{t('channel.quotaLeft', { n: quota.left })}</span>;
  const used = Math.max(0, quota.total - quota.left);
  const text = `${n(used)}/${n(quota.total)}`;
  const color = row.state === 'quota_low' ? 'bar-warn' : 'bar-1';
  return (
    <>
      <Bar parts={[{ value: used, color }]} of={quota.total} label={text} />
      <span className="caption num">{text}</span>
    </>
  );
}

function Arrived({ row }: { row: ChannelRow }) {
  const { t, lang } = useI18n();
  const percent = arrivedPercent(row);
  return (
    <>
      {percent === null ? '–' : `${lang === 'vi' ? String(percent).replace('.', ',') : percent}%`}
      {row.failed > 0 && <span className="cell-2">{t('channel.notArrived', { n: row.failed })}</span>}
    </>
  );
}

function Speed({ seconds }: { seconds: number | null }) {
  const { t } = useI18n();
  if (seconds === null) return <>–</>;
  if (seconds < 120) return <>{t('channel.seconds', { n: seconds })}</>;
  return <>{t('channel.minutes', { n: Math.round(seconds / 60) })}</>;
}

function Traffic({ row }: { row: ChannelRow }) {
  const { t, n } = useI18n();
  return (
    <>
      <td data-right className="hide-tiny">
        {n(row.sentToday)}
        {row.costTodayVnd > 0 && <span className="cell-2">{t('channel.cost', { n: row.costTodayVnd })}</span>}
      </td>
      <td data-right className={row.waiting > 0 && broken(row) ? 'late' : ''}>
        {n(row.waiting)}
      </td>
      <td data-right className="hide-small">
        <Arrived row={row} />
      </td>
      <td data-right className="hide-small">
        <Speed seconds={row.p95Seconds} />
      </td>
      <td className="hide-medium">
        <Spark hours={row.hours} tone={row.state === 'quota_low' ? 'bar-warn' : 'bar-1'} />
      </td>
      <td className="hide-small channel-quota">
        <Quota row={row} />
      </td>
    </>
  );
}

/** Sends that may or may not have arrived, and the two ways out; and what a broken channel can be told. */
function RowActs({ row, acts, span }: { row: ChannelRow; acts: ChannelActs; span: number }) {
  const { t } = useI18n();
  const needsConsent = row.tokens !== null && row.tokens.state !== 'ok';
  const doubt = row.inDoubt > 0 && row.mayManage;
  if (row.inDoubt === 0 && !(row.mayManage && (needsConsent || row.state === 'down'))) return null;
  return (
    <tr className="channel-acts">
      <td colSpan={span}>
        <div>
          {row.inDoubt > 0 && (
            <span className="warn caption">
              <Icon name="help-hexagon" size={15} /> {t('channel.doubt', { n: row.inDoubt })}
            </span>
          )}
          {doubt && (
            <Decide label={t('channel.doubtAgain')} onClick={() => acts.decide(row.id, true)} busy={acts.busy} />
          )}
          {doubt && (
            <Decide label={t('channel.doubtLeave')} onClick={() => acts.decide(row.id, false)} busy={acts.busy} />
          )}
          {needsConsent && row.mayManage && (
            <Decide label={t('channel.authorise')} onClick={acts.authorise} busy={acts.busy} />
          )}
          {row.state === 'down' && row.mayManage && (
            <Decide label={t('channel.up')} onClick={() => acts.up(row.id)} busy={acts.busy} />
          )}
        </div>
      </td>
    </tr>
  );
}

function Decide({ label, onClick, busy }: { label: string; onClick: () => void; busy: boolean }) {
  return (
    <Button size="xs" variant="default" disabled={busy} onClick={onClick}>
      {label}
    </Button>
  );
}

function Heads({ full }: { full: boolean }) {
  const { t } = useI18n();
  return (
    <thead>
      <tr>
        <th>{t('channels.col.channel')}</th>
        <th>{t('channels.col.state')}</th>
        {full && (
          <th data-right className="hide-tiny">
            {t('channels.col.sent')}
          </th>
        )}
        {full && <th data-right>{t('channels.col.waiting')}</th>}
        {full && (
          <th data-right className="hide-small">
            {t('channels.col.arrived')}
          </th>
        )}
        {full && (
          <th data-right className="hide-small">
            {t('channels.col.speed')}
          </th>
        )}
        {full && <th className="hide-medium">{t('channels.col.hours')}</th>}
        {full && <th className="hide-small">{t('channels.col.quota')}</th>}
      </tr>
    </thead>
  );
}

function Totals({ rows }: { rows: readonly ChannelRow[] }) {
  const { t, n } = useI18n();
  const sum = (of: (row: ChannelRow) => number) => n(rows.reduce((total, row) => total + of(row), 0));
  return (
    <tfoot>
      <tr>
        <td>{t('table.total')}</td>
        <td />
        <td data-right className="hide-tiny">
          {sum((row) => row.sentToday)}
        </td>
        <td data-right>{sum((row) => row.waiting)}</td>
        <td className="hide-small" />
        <td className="hide-small" />
        <td className="hide-medium" />
        <td className="hide-small" />
      </tr>
    </tfoot>
  );
}

const columns = 8;

interface TableProps {
  rows: readonly ChannelRow[];
  acts: ChannelActs;
  /** A commune sees only the states. */
  full: boolean;
  foot: ReactNode;
}

export function ChannelTable({ rows, acts, full, foot }: TableProps) {
  const { t } = useI18n();
  return (
    <section className="card" aria-label={t('nav.channels')}>
      <table className="dt-table plain-table channel-table" data-full={full || undefined}>
        <Heads full={full} />
        {orderedChannels(rows).map((row) => (
          <tbody key={row.id}>
            <tr>
              <td>
                <NameCell row={row} full={full} />
              </td>
              <td>
                <StateCell row={row} />
              </td>
              {full && <Traffic row={row} />}
            </tr>
            {full && <RowActs row={row} acts={acts} span={columns} />}
          </tbody>
        ))}
        {full && <Totals rows={rows} />}
      </table>
      <div className="card-foot">{foot}</div>
    </section>
  );
}
