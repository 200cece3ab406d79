/** What every part of the work says beside its number: kinds that the indicator knows, amounts, a link for each. */
import { NumberInput } from '@mantine/core';
import { amounts, canBeAsked, LINK_EACH } from '#contracts/tasks/breakdown';
import { listedProducts } from '#contracts/organization/ocop';
import { PRODUCT_EACH } from '#contracts/tasks/named-products';
import { api } from '../../api/client.ts';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Draft } from './draft.ts';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

/** What can be asked of this indicator, as it is worded today. */
function useAskable(indicatorCode: string | null) {
  const { t, lang } = useI18n();
  const { data = [] } = api.useQuery('get', '/indicators', {}, { staleTime: 60_000 });
  const dimensions = (data.find(({ code }) => code === indicatorCode)?.dimensions ?? []).filter(canBeAsked);
  const isMeeting = dimensions.some(({ key }) => key === 'host' || key === 'form');
  const hasHosts = dimensions.some(({ values }) => values.some(({ hosts }) => hosts));
  // Products bring place and link with their names.
  const each = indicatorCode === listedProducts ? [PRODUCT_EACH] : hasHosts ? [LINK_EACH] : [];
  const more = [...amounts.filter((amount) => isMeeting || amount === 'minutes_spent'), ...each];
  const asked = dimensions.filter(({ key }) => !each.includes(PRODUCT_EACH) || key !== 'marketplace');
  return [
    ...asked.map(({ key, name = key, nameEn }) => ({ key, label: (lang === 'en' && nameEn) || name })),
    ...more.map((key) => ({ key, label: t(`asks.${key}` as MessageId) })),
  ];
}

export function AsksField({ draft, change }: Props) {
  const { t } = useI18n();
  const askable = useAskable(draft.indicatorCode);
  const toggle = (key: string) =>
    change({ asks: draft.asks.includes(key) ? draft.asks.filter((each) => each !== key) : [...draft.asks, key] });
  return (
    <div role="group" aria-label={t('assign.asks')}>
      <span className="field-label">{t('assign.asks')}</span>
      <div className="filter-chips">
        {askable.map(({ key, label }) => (
          <button key={key} type="button" aria-pressed={draft.asks.includes(key)} onClick={() => toggle(key)}>
            {draft.asks.includes(key) && <Icon name="check" size={15} />}
            {label}
          </button>
        ))}
      </div>
      <p className="caption field-note">{t('assign.asksNote')}</p>
    </div>
  );
}

/** Only where codes are asked for. */
export function MinimumCodes({ draft, change }: Props) {
  const { t } = useI18n();
  if (!draft.evidence.includes('application_codes')) return null;
  return (
    <NumberInput
      label={t('assign.minimumCodes')}
      min={1}
      max={50}
      allowDecimal={false}
      w={220}
      value={draft.minimumCodes}
      onChange={(value) => change({ minimumCodes: Math.max(1, Number(value) || 1) })}
    />
  );
}
