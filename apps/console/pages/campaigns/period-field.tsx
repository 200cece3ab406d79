import { longPeriodText } from '#i18n/words/period-text';
import { formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import type { CampaignForm } from './campaign-facts.ts';

type Period = Schemas['LongPeriod'];

const idOf = ({ code, year }: Period): string => `${code} ${year}`;

interface Props {
  form: CampaignForm;
  fault: string | undefined;
  onChange: (part: Partial<CampaignForm>) => void;
}

/** Which quarter, half or year, with the days of its months; the name and the due day go with it and can be changed. */
export function PeriodField({ form, fault, onChange }: Props) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const { data = [] } = api.useQuery('get', '/units/{unitId}/long-periods', {
    params: { path: { unitId: post.unit.id } },
  });
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const labelOf = (period: Period) => {
    const text = longPeriodText(period, lang);
    const span = t('camp.periodSpan', { from: day(period.startsOn), to: day(period.endsOn) });
    return `${text.charAt(0).toLocaleUpperCase(lang)}${text.slice(1)} (${span})`;
  };
  const choose = (id: string | null) => {
    const period = data.find((one) => idOf(one) === id);
    if (!period) return;
    const { startsOn, endsOn, dueBefore } = period;
    // The title is printed, so that it is Vietnamese for every reader.
    const title = `${t('camp.nameValue.months')} ${longPeriodText(period, 'vi')}`;
    onChange({ period: idOf(period), startsOn, endsOn, dueBefore, wording: 'before', title });
  };
  return (
    <Choice
      label={t('camp.period')}
      options={data.map((period) => ({ value: idOf(period), label: labelOf(period) }))}
      value={form.period ?? null}
      error={fault}
      onChange={choose}
    />
  );
}
