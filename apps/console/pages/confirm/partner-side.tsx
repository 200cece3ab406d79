import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { liveEntries, type ResultRow, sumOf } from './decision.ts';

/** Joint work: what the company says beside the team's number. It is added to nothing; the commune confirms once. */
export function PartnerSide({ result }: { result: ResultRow }) {
  const { t, n, lang } = useI18n();
  const partner = result.task?.partner;
  if (!partner) return null;
  const isSame = partner.reported === sumOf(liveEntries(result));
  const values = { name: partner.provider.name, n: n(partner.reported) };
  return (
    <div className="partner-side">
      <p className={isSame ? 'caption' : 'warn evidence-missing'} role="status">
        <Icon name={isSame ? 'check' : 'alert-triangle'} size={16} />{' '}
        {partner.reports.length === 0
          ? t('confirm.partnerSilent', values)
          : t(isSame ? 'confirm.partnerSame' : 'confirm.partnerDiffers', values)}
      </p>
      <ul>
        {partner.reports.map(({ id, value, happenedOn, note, link, by }) => (
          <li key={id} className="caption">
            {formatDate(happenedOn, lang)} · {n(value)} · {by.fullName}
            {note && ` · ${note}`}
            {link && (
              <>
                {' · '}
                <a href={link} target="_blank" rel="noreferrer">
                  {link}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
