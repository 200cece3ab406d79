/** "Ngày công của tôi": on which days my work counts, and what that comes to by the province's rule. */
import { useState } from 'preact/hooks';
import { type MyServiceDays, type TeamDetail, take } from '#client';
import { addDays, monthBefore } from '#contracts/reporting/periods';
import { formatDate, monthOf, yearOf } from '#i18n/dates';
import { weekdayName, weekdayOf } from '#i18n/weekdays';
import { api } from '../model/api.ts';
import { callOffice, callPerson, officeReach } from '../model/device/phone.ts';
import { keptKeys } from '../model/keep-ahead.ts';
import { type Kept as KeptAnswer, useKeptAnswer } from '../model/kept-answer.ts';
import { showToast } from '../model/device/speak.ts';
import { read, write } from '../model/local.ts';
import { communeOf, leads, may, post } from '../model/sign-in/session.ts';
import '../model/words/service-words.ts';
import { saveFile } from '../model/training/files.ts';
import { dayText, lang, momentText, number, t, tidy, unitWord } from '../model/words/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Icon } from '../ui/icon.tsx';
import { ActionBar } from '../ui/more-parts.tsx';
import { Button, GroupHeading } from '../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

type Day = MyServiceDays['days'][number];
type Pay = NonNullable<MyServiceDays['pay']>;
type Kept = KeptAnswer<'days', MyServiceDays>;

// Of this screen only: rules in the common style sheet would be loaded before the first screen.
const INSET = { flex: 1, minWidth: 0, padding: '12px 14px', borderRadius: '8px', background: 'var(--inset)' };
const DAY_CELL = {
  flex: 'none',
  minWidth: '56px',
  padding: '6px',
  borderRadius: '8px',
  background: 'var(--inset)',
  textAlign: 'center',
};
const TURNED = { display: 'grid', transform: 'rotate(180deg)' };
const NAV = { display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '8px' };

export function ServiceDaysScreen({ month }: { month?: string | undefined }) {
  const team = post.value?.team;
  const { kept, failed, load } = useDays(team?.id, month);
  return (
    <Screen bar={<AppBar title={t('service.title')} back={['to']} />} foot={team && <Missing teamId={team.id} />}>
      {!team ? (
        <EmptyState title={t('team.none')} />
      ) : kept ? (
        <Days kept={kept} stale={failed !== undefined} teamId={team.id} />
      ) : failed ? (
        <ErrorState title={t('service.unloaded')} code={failed} onRetry={load} />
      ) : (
        <SkeletonRows />
      )}
    </Screen>
  );
}

/** Each month that was looked at stays on the phone. */
function useDays(teamId: string | undefined, month: string | undefined) {
  const query = month ? { month } : {};
  const ask = teamId
    ? () => take(api.GET('/teams/{teamId}/my-service-days', { params: { path: { teamId }, query } }))
    : undefined;
  return useKeptAnswer(keptKeys.service(teamId ?? '', month), 'days', ask);
}

/** "11/2026"; in English "November 2026". */
function monthName(month: string): string {
  const first = `${month}-01`;
  return lang.value === 'en'
    ? formatDate(first, 'en', { long: true, withYear: true }).slice(2)
    : `${monthOf(first)}/${yearOf(first)}`;
}
const monthAfter = (month: string): string => addDays(`${month}-28`, 7).slice(0, 7);
/** No team is older than the guidance. */
const FIRST_MONTH = '2022-04';

function Days({ kept: { days, at }, stale, teamId }: { kept: Kept; stale: boolean; teamId: string }) {
  return (
    <>
      <Month days={days} teamId={teamId} />
      {stale && <p class="muted">{t('service.saved', { time: momentText(at) })}</p>}
      {days.days.length === 0 ? (
        <EmptyState title={t('service.none')} text={t('service.none.text')} />
      ) : (
        <>
          <section class="card">
            <div class="two" style={{ marginTop: 0 }}>
              <Count n={days.confirmed} word={t('service.confirmed')} />
              <Count n={days.waiting} word={t('service.waiting')} />
            </div>
            {days.pay && <Sum pay={days.pay} />}
          </section>
          <GroupHeading count={t('service.days', { n: days.days.length })}>{t('service.each')}</GroupHeading>
          <div class="card rows">
            {days.days.map((day) => (
              <DayRow key={day.day} of={day} />
            ))}
          </div>
        </>
      )}
      <p class="muted space-above">{t('service.once')}</p>
      {may('task.answer', teamId) && <TeamSheet teamId={teamId} month={days.month} />}
    </>
  );
}

/** The period that runs has an address without a month, so that it stays the running one. */
function Month({ days, teamId }: { days: MyServiceDays; teamId: string }) {
  const { month, startsOn, endsOn } = days;
  const running = read<Kept>(keptKeys.service(teamId ?? '', undefined))?.days.month ?? month;
  const after = monthAfter(month);
  return (
    <nav class="head" style={NAV} aria-label={t('month.others')}>
      {month > FIRST_MONTH ? (
        <a class="icon-button" aria-label={t('service.before')} href={href('ngay-cong', monthBefore(month))}>
          <span style={TURNED}>
            <Icon name="next" />
          </span>
        </a>
      ) : (
        <span class="icon-button" />
      )}
      <p style={{ textAlign: 'center' }}>
        <b class="title">{tidy(t('service.month', { month: monthName(month) }))}</b>
        <span class="muted" style={{ display: 'block' }}>
          {t('service.window', { from: dayText(startsOn), to: dayText(endsOn) })}
        </span>
      </p>
      {month < running ? (
        <a
          class="icon-button"
          aria-label={t('service.after')}
          href={after >= running ? href('ngay-cong') : href('ngay-cong', after)}
        >
          <Icon name="next" />
        </a>
      ) : (
        <span class="icon-button" />
      )}
    </nav>
  );
}

function Count({ n, word }: { n: number; word: string }) {
  return (
    <p style={INSET}>
      <b class="screen-title" style={{ display: 'block' }}>
        {t('service.days', { n })}
      </b>
      <span class="muted">{word}</span>
    </p>
  );
}

/** A sum only where the person is paid, never more than was confirmed. */
function Sum({ pay }: { pay: Pay }) {
  const from = formatDate(pay.from, lang.value, { withYear: true });
  if (pay.sum === null)
    return (
      <p style={{ marginTop: '12px' }}>
        <b style={{ display: 'block' }}>{t('service.byTeam')}</b>
        <span class="muted">{t('service.byTeam.text', { from })}</span>
      </p>
    );
  const parts = pay.parts.map(({ days, amount }) => `${number(days)} × ${number(amount)}`).join(' + ');
  return (
    <p style={{ marginTop: '12px' }}>
      <span style={{ display: 'block' }}>
        {parts ? t('service.sum', { parts }) : t('service.sumPerson')}
        <b style={{ whiteSpace: 'nowrap' }}>{t('service.dong', { n: number(pay.sum) })}</b>
      </span>
      <span class="muted">{t('service.rule', { from })}</span>
    </p>
  );
}

function DayRow({ of: { day, isConfirmed, works } }: { of: Day }) {
  const weekday = lang.value === 'en' ? weekdayName(day, 'en').slice(0, 3) : t(`day.w${weekdayOf(day)}` as 'day.w0');
  const titles = [...new Set(works.map(({ title }) => title))].join('; ');
  return (
    <div class="row still">
      <span style={DAY_CELL}>
        <span class="muted" style={{ display: 'block' }}>
          {weekday}
        </span>
        <b>{formatDate(day, lang.value)}</b>
      </span>
      <span class="grow">
        <b>{tidy(titles)}</b>
        {isConfirmed ? (
          <span class="muted">{works.map(amountOf).join('; ')}</span>
        ) : (
          <b class="wait-word" style={{ display: 'block' }}>
            {t('service.notYet')}
          </b>
        )}
      </span>
      {isConfirmed ? <b>{t('service.days', { n: 1 })}</b> : <span class="muted">{t('service.notCounted')}</span>}
    </div>
  );
}

function amountOf(work: Day['works'][number]): string {
  const amount = `${number(work.value)} ${unitWord(work, work.value)}`;
  return tidy(work.minutes > 0 ? `${amount}, ${t('service.minutes', { n: work.minutes })}` : amount);
}

/** What the commune signs, of the own team: the leader shows it to the members before it is paid. */
function TeamSheet({ teamId, month }: { teamId: string; month: string }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await saveFile(`/teams/${teamId}/service-days/sheet?month=${month}`, `ngay-cong-${month}.pdf`).catch(() =>
      showToast(t('service.noSheet')),
    );
    setBusy(false);
  };
  return (
    <div class="space-above">
      <Button kind="outline" wide icon="paper" busy={busy} onClick={() => void save()}>
        {t('service.sheet')}
      </Button>
    </div>
  );
}

/** The leader is called; a leader calls the commune. */
function Missing({ teamId }: { teamId: string }) {
  const [busy, setBusy] = useState(false);
  const commune = communeOf(post.value);
  const isLeader = leads(teamId);
  const call = async () => {
    setBusy(true);
    const leader = isLeader ? undefined : await leaderOf(teamId);
    if (leader) await callPerson(leader);
    else if (commune) await callOffice(commune.id);
    setBusy(false);
  };
  return (
    <ActionBar hint={isLeader && commune ? tidy(officeReach(commune.id)) : undefined}>
      <Button kind="outline" wide icon="phone" busy={busy} onClick={() => void call()}>
        {t(isLeader ? 'service.missingOffice' : 'service.missing')}
      </Button>
    </ActionBar>
  );
}

/** As the phone knows the team; asked for when its list was never opened. Nobody where neither answers. */
export async function leaderOf(teamId: string) {
  const key = `snapshot.team.${teamId}`;
  const known = read<TeamDetail>(key);
  const team =
    known ?? (await take(api.GET('/teams/{teamId}', { params: { path: { teamId } } })).catch(() => undefined));
  if (team && !known) write(key, team);
  return team?.members.find(({ role, me }) => role === 'leader' && !me)?.person;
}
