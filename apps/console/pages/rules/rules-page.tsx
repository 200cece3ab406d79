import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/dates/styles.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { CatalogueDetail } from './catalogue-detail.tsx';
import { catalogueParts } from './use-catalogue.ts';
import { KeepingDetail } from './keeping-detail.tsx';
import { RuleDetail } from './rule-detail.tsx';
import type { Rule } from './rule-kinds.ts';
import { RuleList } from './rule-list.tsx';
import './rules.css';
import { mayKeep } from './use-keeping.ts';
import { useRules } from './use-rule-form.ts';

const route = getRouteApi('/rules');
const ONE_COLUMN_BELOW = 820;

/** "9 quy định đang dùng · 1 sắp đổi từ 1/12/2026" */
function useSub(rules: readonly Rule[] | undefined): string | undefined {
  const { t, lang } = useI18n();
  if (!rules) return undefined;
  const n = rules.filter(({ now }) => now).length;
  const later = rules.flatMap(({ next }) => next ?? []);
  const [first] = later;
  if (first && later.length === 1)
    return t('rules.subOne', { n, day: formatDate(first.from, lang, { withYear: true }) });
  return later.length > 0 ? t('rules.subLater', { n, later: later.length }) : t('rules.sub', { n });
}

/** How many communes a rule of the unit may touch: said while it is counted. */
function useCommunes(): number | undefined {
  const { post, commune } = useIdentity();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/summary',
    { params: { path: { unitId: post.unit.id }, query: {} } },
    { enabled: !commune },
  );
  return data?.types.filter(({ kind }) => kind === 'commune').reduce((sum, { count }) => sum + count, 0);
}

function Columns({ rules, at }: { rules: readonly Rule[]; at: string | undefined }) {
  const { t } = useI18n();
  const search = route.useSearch();
  const communes = useCommunes();
  const narrow = useViewportStep() < ONE_COLUMN_BELOW;
  const chosen = rules.find(({ kind }) => kind === search.kind);
  const part = at ? undefined : catalogueParts.find((one) => one === search.kind);
  const keeping = !at && search.kind === 'keeping' && mayKeep(rules);
  const rule = chosen ?? (narrow || part || keeping ? undefined : rules.find(({ kind }) => kind === 'reply'));
  const isOpen = narrow && (keeping || (rule ?? part) !== undefined);
  return (
    <>
      {isOpen && (
        <Link to="/rules" search={{ at }} className="unit-back">
          <Icon name="chevron-left" size={16} /> {t('rules.back')}
        </Link>
      )}
      <div className="rule-columns">
        {!isOpen && (
          <RuleList
            rules={rules}
            current={keeping ? 'keeping' : rule?.kind}
            catalogue={part}
            keeps={!at && mayKeep(rules)}
          />
        )}
        {rule && <RuleDetail key={`${rule.kind} ${at}`} rule={rule} at={at} communes={communes} />}
        {part && <CatalogueDetail key={part} part={part} />}
        {keeping && <KeepingDetail />}
      </div>
    </>
  );
}

export function RulesPage() {
  const { t } = useI18n();
  const at = useAt();
  const query = useRules(at);
  return (
    <div className="page">
      <PageHeader title={t('rules.title')} state={useSub(query.data)} />
      <Loaded query={query} rows={9}>
        {(rules) => <Columns rules={rules} at={at} />}
      </Loaded>
    </div>
  );
}
