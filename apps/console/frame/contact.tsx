/** Whom to ask: an office, never a person, at the foot of the menu in every screen. */
import { api } from '../api/client.ts';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';

export function Contact() {
  const { post } = useIdentity();
  const { t } = useI18n();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/contact',
    { params: { path: { unitId: post.unit.id } } },
    { staleTime: 3_600_000 },
  );
  if (!data?.office) return null;
  return (
    <div className="nav-contact">
      <strong>{t('frame.whoToAsk')}</strong>
      <span>{data.office}</span>
      {(data.holder || data.hours) && (
        <span className="caption">{[data.holder, data.hours].filter(Boolean).join(', ')}</span>
      )}
      {data.phone && (
        <a href={`tel:${data.phone.replace(/\s/g, '')}`} className="num">
          <Icon name="phone" size={14} /> {data.phone}
        </a>
      )}
      {data.email && (
        <a href={`mailto:${data.email}`} className="strong-link">
          <Icon name="message" size={14} /> {t('frame.sendDifficulty')}
        </a>
      )}
    </div>
  );
}
