import { setAllowanceRule } from '#client/commands';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Choice } from '../../ui/form.tsx';
import { bases } from '../rules/allowance.ts';

/** The province itself, or one below an administrator of the country. */
function useProvinces() {
  const { unit } = useIdentity().post;
  const { data = [] } = api.useQuery(
    'get',
    '/units/{unitId}/children',
    { params: { path: { unitId: unit.id } } },
    { enabled: unit.kind === 'country' },
  );
  return unit.kind === 'country' ? data.filter(({ kind }) => kind === 'province') : [unit];
}

interface DirectiveChoiceProps {
  unitId: string | null;
  value: string | null;
  onChange: (id: string) => void;
}

/** Resolutions of the province and above. */
function DirectiveChoice({ unitId, ...field }: DirectiveChoiceProps) {
  const { t } = useI18n();
  const { directives, isSuccess } = useDirectives(unitId);
  const options = directives.map(({ id, citation, issuer }) => ({ value: id, label: `${citation} · ${issuer}` }));
  return (
    <Choice
      label={t('service.directive')}
      required
      searchable
      options={options}
      {...field}
      {...(isSuccess && options.length === 0 && { error: t('service.noDirective') })}
    />
  );
}

/** A province's rule from a day on, by its resolution. */
export function SetRuleDialog({ onClose }: { onClose: () => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const provinces = useProvinces();
  const only = provinces.length === 1 ? (provinces[0]?.id ?? null) : null;
  return (
    <CommandForm
      route={setAllowanceRule}
      path="chosen"
      touches={['/units/{unitId}/allowance-rules', '/units/{unitId}/service-days']}
      title={t('service.set')}
      body={{ amount: 0 }}
      start={{ unitId: only, basis: 'day' }}
      fields={({ unitId, basis }) => ({
        unitId: only
          ? { as: 'own', show: () => null }
          : {
              as: 'choice',
              label: t('service.province'),
              searchable: true,
              options: provinces.map(({ id, fullName }) => ({ value: id, label: fullName })),
            },
        basis: {
          as: 'choice',
          label: t('service.basis'),
          options: bases.map((value) => ({ value, label: t(`service.basis.${value}`) })),
        },
        amount: basis !== 'none' && { as: 'count', label: t('service.amount') },
        from: {
          as: 'day',
          required: true,
          label: t('service.from'),
          description: t('service.setHint'),
          opensAt: me.today,
        },
        directiveId: {
          as: 'own',
          required: true,
          show: ({ value, onChange }) => <DirectiveChoice unitId={unitId ?? null} value={value} onChange={onChange} />,
        },
      })}
      ready={({ basis, amount }) => basis === 'none' || (amount ?? 0) > 0}
      label={t('service.set')}
      said={({ from }) => t('service.done', { from: formatDate(from, lang, { withYear: true }) })}
      onClose={onClose}
    />
  );
}
