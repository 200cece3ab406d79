import { formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { mailLooks, type OfficeMail, officeOf, troubleOf } from './office-mails.ts';
import type { Station } from './route-stations.ts';

function Trouble({ mail }: { mail: OfficeMail }) {
  const { t, lang } = useI18n();
  const trouble = troubleOf(mail);
  if (!trouble) return null;
  const unit = lang === 'vi' && !mail.recipient ? placeInside(mail.unit.fullName) : officeOf(mail);
  return (
    <p className="office-mail-trouble">
      {t(trouble.why)} {t(trouble.act, { unit })}
      {trouble.code && <span className="caption">{t('mail.code', { code: trouble.code })}</span>}
    </p>
  );
}

/** Which version went, which time, and where to if that is another mailbox than today's. */
function useWhat(known: string | null) {
  const { t } = useI18n();
  return ({ occasion, version, round, isSigned, address }: OfficeMail): string =>
    [
      t(`mail.${occasion}`, { version }),
      round > 1 && t('mail.round', { n: round }),
      isSigned && t('mail.signed'),
      address !== known && address,
    ]
      .filter(Boolean)
      .join(' · ');
}

function Mail({ mail, known }: { mail: OfficeMail; known: string | null }) {
  const { t, lang } = useI18n();
  const what = useWhat(known);
  const { tone, icon, word } = mailLooks[mail.state];
  return (
    <>
      <span className="caption">{what(mail)}</span>
      <Chip tone={tone} icon={icon}>
        {t(word, { at: mail.sentAt ? formatMoment(mail.sentAt, Date.now(), lang) : '' })}
      </Chip>
      <Trouble mail={mail} />
    </>
  );
}

/** Mails of earlier versions and earlier tries: looked at when somebody asks. */
function Earlier({ mails, known }: { mails: readonly OfficeMail[]; known: string | null }) {
  const { t, lang } = useI18n();
  const what = useWhat(known);
  if (mails.length === 0) return null;
  return (
    <details className="route-earlier">
      <summary>{t('mail.earlier', { n: mails.length })}</summary>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            {what(mail)} ·{' '}
            {t(mailLooks[mail.state].word, { at: mail.sentAt ? formatMoment(mail.sentAt, Date.now(), lang) : '' })}
          </li>
        ))}
      </ul>
    </details>
  );
}

export interface Again {
  /** A newer round of the newest mail. */
  again: ((mail: OfficeMail) => void) | null;
  /** Its mailbox is known only since the version was sent. */
  first: (() => void) | null;
}

/** One whom the report reaches, which way, what became of it and the next step. */
export function StationRow({ station, again, first }: { station: Station } & Again) {
  const { t } = useI18n();
  const { name, way, address, isCut, mails } = station;
  const [newest, ...earlier] = mails;
  return (
    <li>
      <b>{name}</b>
      {way && <span className={isCut ? 'route-cut' : 'caption'}>{t(way, { address: address ?? '' })}</span>}
      {newest && <Mail mail={newest} known={address} />}
      {newest && again && (
        <button
          type="button"
          className="strong-link"
          aria-label={t('mail.againNamed', { office: name })}
          onClick={() => again(newest)}
        >
          {t('mail.again')}
        </button>
      )}
      {first && (
        <button type="button" className="strong-link" onClick={first}>
          {t('mail.first', { office: name })}
        </button>
      )}
      <Earlier mails={earlier} known={address} />
    </li>
  );
}
