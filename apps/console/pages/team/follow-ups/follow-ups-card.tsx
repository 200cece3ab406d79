import { formatDate } from '#i18n';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';

/** On which days people of the team ask again how their advice went; nothing where nobody does. */
export function FollowUpsCard({ teamId }: { teamId: string }) {
  const { t, n, lang } = useI18n();
  const { me } = useIdentity();
  const { data = [] } = api.useQuery('get', '/teams/{teamId}/follow-ups', { params: { path: { teamId } } });
  if (data.length === 0) return null;
  return (
    <Card title={t('team.followUps')} note={n(data.length)}>
      <ul className="rules card-body">
        {data.map(({ id, task, by, askOn, note }) => (
          <li key={id} className={askOn < me.today ? 'warn' : ''}>
            <span>
              <Icon name={askOn < me.today ? 'alert-triangle' : 'calendar-event'} />
            </span>
            <span>
              <b>{task?.title ?? t('team.followUp.quick')}</b>
              {note && `, ${note}`}
              <span className="cell-2">
                {t('team.followUp.by', { name: by.fullName, day: formatDate(askOn, lang) })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
