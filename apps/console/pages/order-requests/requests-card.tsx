import { Link } from '@tanstack/react-router';
import { formatMoment } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import '../../i18n/order-request-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';

/** Orders of the unit that wait for a second officer; nothing where there is none. */
export function RequestsCard() {
  const { t, lang } = useI18n();
  const { post, may } = useIdentity();
  const { data = [] } = api.useQuery(
    'get',
    '/units/{unitId}/order-requests',
    { params: { path: { unitId: post.unit.id } } },
    { enabled: may('assignment.issue') },
  );
  if (data.length === 0) return null;
  return (
    <Card title={t('second.list')}>
      <ul className="drafts">
        {data.map(({ id, title, asked, teams, people }) => (
          <li key={id}>
            <Icon name="clock" />
            <Link to="/order-requests/$requestId" params={{ requestId: id }}>
              <b>{title}</b>
            </Link>
            <span className="caption">
              {t('second.sub', {
                name: asked.by.fullName,
                at: formatMoment(asked.at, Date.now(), lang),
                teams,
                people,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
