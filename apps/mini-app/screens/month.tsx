/** "Tháng của Tổ": what the team did this month, what of it the commune has confirmed, how the commune's report stands. */
import { CardScreen } from './card.tsx';
import { ServiceDaysScreen } from './service-days.tsx';
import { ready } from '../model/words/service-words.ts';
import { type TeamMonth, take } from '#client';
import { addDays, monthBefore } from '#contracts/reporting/periods';
import { formatDate, monthOf, yearOf } from '#i18n/dates';
import { api } from '../model/api.ts';
import { today } from '../model/clock.ts';
import { keptKeys } from '../model/keep-ahead.ts';
import { type Kept as KeptAnswer, useKeptAnswer } from '../model/kept-answer.ts';
import { read } from '../model/local.ts';
import { unsent } from '../model/queue/kept-commands.ts';
import { may, post, shortTeam } from '../model/sign-in/session.ts';
import { dayText, lang, momentText, number, t, tidy, unitWord } from '../model/words/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ActionBar } from '../ui/more-parts.tsx';
import { Button, GroupHeading } from '../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

/** In one file with this screen: each file costs a request and a line in the worker. They have words of their own. */
export const cardReady = ready.then(() => CardScreen);
export const serviceReady = ready.then(() => ServiceDaysScreen);

type Figure = TeamMonth['figures'][number];
type Kept = KeptAnswer<'month', TeamMonth>;

export function MonthScreen({ month: wanted }: { month?: string | undefined }) {
  const team = post.value?.team;
  const { kept, failed, load } = useMonth(team?.id, wanted);
  const quick = team && may('task.report', team.id);
  return (
    <Screen
      bar={<AppBar title={t('month.title')} back={['to']} />}
      foot={
        quick && (
          <ActionBar>
            <Button wide icon="send" href={href('bao-nhanh')}>
              {t('quick.title')}
            </Button>
          </ActionBar>
        )
      }
    >
      {!team ? (
        <EmptyState title={t('team.none')} />
      ) : kept ? (
        <Month kept={kept} team={shortTeam(team.name)} stale={failed !== undefined} isNow={!wanted} />
      ) : failed ? (
        <ErrorState title={t('month.unloaded')} code={failed} onRetry={load} />
      ) : (
        <SkeletonRows />
      )}
    </Screen>
  );
}

/** Each month that was looked at stays on the phone. */
function useMonth(teamId: string | undefined, month: string | undefined) {
  const query = month ? { month } : {};
  const ask = teamId
    ? () => take(api.GET('/teams/{teamId}/month', { params: { path: { teamId }, query } }))
    : undefined;
  return useKeptAnswer(keptKeys.month(teamId ?? '', month), 'month', ask);
}

/** "Tháng 12", with the year when it is not the one that people are in. */
function monthName(month: string): string {
  const first = `${month}-01`;
  const withYear = yearOf(first) !== yearOf(today());
  if (lang.value === 'en') return formatDate(first, 'en', { long: true, withYear }).slice(2);
  return t('month.name', { month: withYear ? `${monthOf(first)}/${yearOf(first)}` : String(monthOf(first)) });
}
const monthAfter = (month: string): string => addDays(`${month}-28`, 7).slice(0, 7);
/** No team is older than the guidance. */
const FIRST_MONTH = '2022-04';

function Month({ kept, team, stale, isNow }: { kept: Kept; team: string; stale: boolean; isNow: boolean }) {
  const { month, at } = kept;
  const waiting = unsent.value.length;
  const empty = month.figures.length === 0 && month.trained === 0;
  return (
    <>
      <section class="head">
        <p class="muted">{t('home.team', { team })}</p>
        <h2 class="screen-title">{monthName(month.month)}</h2>
        <p class="muted">{t('month.window', { from: dayText(month.startsOn), to: dayText(month.endsOn) })}</p>
        {stale && <p class="muted">{t('month.saved', { time: momentText(at) })}</p>}
      </section>
      {(isNow || !empty || month.report !== 'open') && <ReportCard month={month} />}
      {waiting > 0 && isNow && (
        <a class="card row" href={href('cho-gui')}>
          <Icon name="device" />
          <span class="grow">{t('month.unsent', { n: waiting })}</span>
          <Icon name="next" />
        </a>
      )}
      {empty ? (
        <EmptyState hall title={t('month.none')} {...(isNow && { text: t('month.none.text') })} />
      ) : (
        <Results month={month} />
      )}
      <nav class="two space-above" aria-label={t('month.others')}>
        {month.month > FIRST_MONTH && (
          <Button kind="outline" href={href('thang', monthBefore(month.month))}>
            {monthName(monthBefore(month.month))}
          </Button>
        )}
        {!isNow && (
          <Button kind="outline" href={nextMonth(month.month)}>
            {monthName(monthAfter(month.month))}
          </Button>
        )}
      </nav>
    </>
  );
}

/** The month that runs has an address without a month, so that it stays the running one. */
function nextMonth(month: string): string {
  const running = read<Kept>(`snapshot.month.${post.value?.team?.id ?? ''}.now`)?.month.month;
  const next = monthAfter(month);
  return running && next >= running ? href('thang') : href('thang', next);
}

const STATES: Record<TeamMonth['report'], [tone: string, icon: IconName]> = {
  open: ['doing', 'clock'],
  submitted: ['accepted', 'send'],
  returned: ['wait', 'returned'],
  accepted: ['done', 'checkCircle'],
};

function ReportCard({ month }: { month: TeamMonth }) {
  const [tone, icon] = STATES[month.report];
  return (
    <section class="card">
      <p>
        <b>{t('month.report')}</b>
      </p>
      <p class="chips" style={{ margin: '6px 0' }}>
        <span class={`chip ${tone}`}>
          <Icon name={icon} size={16} />
          {t(`month.report.${month.report}`)}
        </span>
      </p>
      <p class="muted">{t(`month.report.${month.report}.text`, { day: dayText(month.endsOn) })}</p>
    </section>
  );
}

function Results({ month }: { month: TeamMonth }) {
  return (
    <section>
      <GroupHeading>{t('month.figures')}</GroupHeading>
      <div class="card rows">
        {month.figures.map((figure) => (
          <FigureRow key={figure.indicator.code} figure={figure} before={monthBefore(month.month)} />
        ))}
        {month.trained > 0 && (
          <div class="row still top">
            <b class="grow">{t('month.trained')}</b>
            <b>{t('team.people', { n: month.trained })}</b>
          </div>
        )}
      </div>
    </section>
  );
}

function FigureRow({ figure, before }: { figure: Figure; before: string }) {
  const { indicator } = figure;
  return (
    <div class="row still top">
      <span class="grow">
        <b>{tidy((lang.value === 'en' && indicator.nameEn) || indicator.name)}</b>
        <span class="muted">
          {t('month.confirmed', { unit: unitWord(indicator) })}
          {figure.before > 0 && ` · ${t('month.before', { month: monthName(before), n: number(figure.before) })}`}
        </span>
        {figure.waiting > 0 && (
          <span class="chip wait">
            <Icon name="clock" size={16} />
            {t('month.waiting', { n: figure.waiting })}
          </span>
        )}
      </span>
      <b class="strong">{number(figure.confirmed)}</b>
    </div>
  );
}
