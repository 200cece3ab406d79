import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Chip, Notice } from '../../ui/layout.tsx';
import type { SignatureFact, SignedFile } from './signing-facts.ts';

type State = SignatureFact['state'];
const looks = {
  trusted: { tone: 'done', icon: 'shield-check' },
  untrusted: { tone: 'doing', icon: 'shield-check' },
  unchecked: { tone: 'doing', icon: 'alert-circle' },
  invalid: { tone: 'late', icon: 'alert-circle' },
} as const;

/** What the signatures of a file are worth, in two or three words. */
export function SignatureChip({ state }: { state: State }) {
  const { t } = useI18n();
  const { tone, icon } = looks[state];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`sign.state.${state}`)}
    </Chip>
  );
}

function OneSignature({ fact }: { fact: SignatureFact }) {
  const { t, lang } = useI18n();
  const { state, reason, signer, issuer, signedAt, isStamped, addedAfter } = fact;
  const at = signedAt && formatMoment(signedAt, Date.now(), lang);
  return (
    <li data-state={state}>
      <b>{signer ?? t('sign.nameless')}</b>
      <span>
        {t(`sign.state.${state}`)}
        {addedAfter && `. ${t('sign.added')}`}
      </span>
      {reason && <span>{t(`sign.why.${reason}`)}</span>}
      {issuer && <span className="caption">{t('sign.issuer', { name: issuer })}</span>}
      {signer !== null && (
        <span className="caption">
          {at ? t(isStamped ? 'sign.stamped' : 'sign.claimed', { at }) : t('sign.noTime')}
        </span>
      )}
    </li>
  );
}

/** Each signature of a file: who, by whose certificate, when, and whether it holds. */
export function Signatures({ check }: { check: SignedFile['check'] }) {
  const { t } = useI18n();
  return (
    <>
      {check.addedAfter && (
        <Notice tone="doing" icon="alert-circle">
          {t('sign.addedFile')}
        </Notice>
      )}
      {check.signatures.length === 0 ? (
        <p className="muted">{t('sign.why.before')}</p>
      ) : (
        <ul className="sign-facts" aria-label={t('sign.list')}>
          {check.signatures.map((fact, i) => (
            <OneSignature key={i} fact={fact} />
          ))}
        </ul>
      )}
    </>
  );
}
