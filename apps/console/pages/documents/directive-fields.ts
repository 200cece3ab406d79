import { directiveKinds } from '#contracts/enums';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

/** What stands on the directive itself. */
export function useDirectiveFields() {
  const { t } = useI18n();
  const { me } = useIdentity();
  return {
    kind: {
      as: 'choice',
      half: true,
      required: false,
      label: t('documents.kind'),
      options: directiveKinds.map((value) => ({ value, label: t(`directive.${value}`) })),
    },
    number: { as: 'text', half: true, label: t('documents.number'), placeholder: t('documents.numberHint') },
    issuedOn: { as: 'day', half: true, required: true, label: t('documents.date'), max: me.today },
    issuer: { as: 'text', half: true, label: t('documents.issuer') },
    abstract: { as: 'note', label: t('documents.abstract') },
  } as const;
}
