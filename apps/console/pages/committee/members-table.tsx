import { dateInVietnam, formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { HowCounted } from '../../ui/how-counted.tsx';
import { Bar } from '../../ui/layout.tsx';
import { type Load, longestOf, type Member, silentOf, sumsOf } from './use-committee.ts';

type OnOpen = (member: Member, onlySilent: boolean) => void;
/** A bar of so many teams is full; more teams make it longer for all. */
const SCALE = 10;

interface RowProps {
  member: Member;
  load: Load;
  scale: number;
  onOpen: OnOpen;
}

function Teams({ member, load, scale, onOpen }: RowProps) {
  const { t, n } = useI18n();
  const count = member.teams.length;
  if (count === 0) return <span className="muted">{member.seat === 'head' ? t('committee.directs') : '0'}</span>;
  const said = t('committee.teamsOf', { name: member.person.fullName, n: count });
  return (
    <button type="button" className="committee-teams" aria-label={said} onClick={() => onOpen(member, false)}>
      <span className="num">{n(count)}</span>
      <Bar parts={[{ value: count, color: count >= load.busyFrom ? 'bar-warn' : 'bar-1' }]} of={scale} label={said} />
    </button>
  );
}

/** A silence twice as long as counts stands out. */
const stands = ({ silentAfterDays }: Load, longest: number | null): true | undefined =>
  (longest ?? 0) > 2 * silentAfterDays || undefined;

function Silent({ member, load, onOpen }: RowProps) {
  const { t, n } = useI18n();
  const count = silentOf(member.teams).length;
  if (count === 0) return <>{n(0)}</>;
  return (
    <button
      type="button"
      className="committee-silent"
      data-worst={stands(load, longestOf(member.teams))}
      aria-label={t('committee.silentOf', { name: member.person.fullName, n: count })}
      onClick={() => onOpen(member, true)}
    >
      {n(count)}
    </button>
  );
}

function Contact({ member }: { member: Member }) {
  const { t, lang } = useI18n();
  const name = member.person.fullName;
  if (!member.lastSeenAt) return <span title={t('committee.noContact', { name })}>–</span>;
  const day = dateInVietnam(member.lastSeenAt);
  return (
    <span title={t('committee.contactNote', { name, day: formatDate(day, lang, { withYear: true }) })}>
      {formatDate(day, lang)}
    </span>
  );
}

/** The numbers of a row in one line, where there is no room for columns. */
function Brief({ member }: { member: Member }) {
  const { t } = useI18n();
  const [silent, longest] = [silentOf(member.teams).length, longestOf(member.teams)];
  const parts = [
    member.teams.length === 0 && member.seat === 'head'
      ? t('committee.directs')
      : t('committee.brief.teams', { n: member.teams.length }),
    ...(longest === null ? [] : [t('committee.brief.silent', { n: silent, days: longest })]),
  ];
  return (
    <span className="committee-brief" data-silent={silent > 0 || undefined}>
      {parts.join(' · ')}
    </span>
  );
}

function Row(props: RowProps) {
  const { member, load, onOpen } = props;
  const { t } = useI18n();
  const isPast = member.teams.some(({ quietDays }) => quietDays === null);
  const longest = longestOf(member.teams);
  return (
    <tr data-selected={load.proposal?.from.id === member.person.id || undefined}>
      <td>
        <button
          type="button"
          className="link committee-name"
          aria-label={t('committee.open', { name: member.person.fullName })}
          onClick={() => onOpen(member, false)}
        >
          {member.person.fullName}
        </button>
        {member.person.position && <span className="cell-2">{member.person.position}</span>}
        <Brief member={member} />
      </td>
      <td>
        {t(`committee.seat.${member.seat}`)}
        {member.standIn && <span className="cell-2">{t('committee.standIn')}</span>}
      </td>
      <td className="hide-small">
        <Teams {...props} />
      </td>
      <td className="hide-small" data-right>
        {isPast ? '–' : <Silent {...props} />}
      </td>
      <td className="hide-small" data-right data-worst={stands(load, longest)}>
        {longest === null ? '–' : t('committee.days', { n: longest })}
      </td>
      <td className="num hide-small">
        <Contact member={member} />
      </td>
    </tr>
  );
}

function Foot({ load }: { load: Load }) {
  const { t, n } = useI18n();
  const { people, teams, average, silent } = sumsOf(load.members);
  return (
    <tfoot>
      <tr>
        <td>
          {t('committee.sum', { n: people })}
          <span className="committee-brief">
            {[
              t('committee.brief.teams', { n: teams }),
              ...(average > 0 ? [t('committee.average', { n: n(average) })] : []),
              ...(silent > 0 ? [t('committee.brief.silentAll', { n: silent })] : []),
            ].join(' · ')}
          </span>
        </td>
        <td className="hide-small" />
        <td className="hide-small">
          <span className="num">{n(teams)}</span>{' '}
          {average > 0 && <span className="committee-average">{t('committee.average', { n: n(average) })}</span>}
        </td>
        <td className="hide-small" data-right>
          {n(silent)}
        </td>
        <td className="hide-small" />
        <td className="hide-small" />
      </tr>
    </tfoot>
  );
}

/** Who is in the committee and which teams they look after; the numbers open the teams. */
export function MembersTable({ load, onOpen }: { load: Load; onOpen: OnOpen }) {
  const { t } = useI18n();
  if (load.members.length === 0) return <p className="card-body muted">{t('committee.empty')}</p>;
  const scale = Math.max(SCALE, ...load.members.map(({ teams }) => teams.length));
  const isPast = load.members.some(({ teams }) => teams.some(({ quietDays }) => quietDays === null));
  return (
    <>
      <table className="dt-table plain-table committee-table">
        <thead>
          <tr>
            <th>{t('committee.col.member')}</th>
            <th>{t('committee.col.seat')}</th>
            <th>{t('committee.col.teams')}</th>
            <th data-right>{t('committee.col.silent')}</th>
            <th data-right>{t('committee.col.longest')}</th>
            <th>{t('committee.col.contact')}</th>
          </tr>
        </thead>
        <tbody>
          {load.members.map((member) => (
            <Row key={member.id} member={member} load={load} scale={scale} onOpen={onOpen} />
          ))}
        </tbody>
        <Foot load={load} />
      </table>
      <div className="card-foot">
        {isPast ? t('committee.pastNote') : t('committee.note', { busy: load.busyFrom })}
        {!isPast && <HowCounted of={['silent']} values={{ silentDays: load.silentAfterDays }} />}
      </div>
    </>
  );
}
