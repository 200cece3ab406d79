import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, CountField, DayField, FormDialog } from '../../ui/form.tsx';
import { type Basis, bases } from '../rules/allowance.ts';

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

function useRule(onClose: () => void) {
  const { t, lang } = useI18n();
  const provinces = useProvinces();
  const [chosen, setProvince] = useState<string | null>(null);
  const [basis, setBasis] = useState<Basis>('day');
  const [amount, setAmount] = useState<number | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [directiveId, setDirective] = useState<string | null>(null);
  const provinceId = chosen ?? (provinces.length === 1 ? (provinces[0]?.id ?? null) : null);
  const paid = basis !== 'none';
  const set = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/allowance-rules', {
        params: { path: { unitId: provinceId ?? '' }, header },
        body: { basis, amount: paid ? (amount ?? 0) : 0, from: from ?? '', directiveId: directiveId ?? '' },
      }),
    touches: ['/units/{unitId}/allowance-rules', '/units/{unitId}/service-days'],
    done: (rule) => sayAndClose(t('service.done', { from: formatDate(rule.from, lang, { withYear: true }) }), onClose),
  });
  const ready = Boolean(provinceId && from && directiveId && (!paid || amount));
  return {
    provinces,
    provinceId,
    setProvince,
    basis,
    setBasis,
    amount,
    setAmount,
    from,
    setFrom,
    directiveId,
    setDirective,
    paid,
    set,
    ready,
  };
}

/** A province's rule from a day on, by its resolution. */
export function SetRuleDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const rule = useRule(onClose);
  return (
    <FormDialog
      title={t('service.set')}
      label={t('service.set')}
      busy={rule.set.isPending}
      disabled={!rule.ready}
      onClose={onClose}
      onSubmit={() => rule.set.mutate()}
    >
      {rule.provinces.length !== 1 && (
        <Choice
          label={t('service.province')}
          required
          searchable
          options={rule.provinces.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={rule.provinceId}
          onChange={rule.setProvince}
        />
      )}
      <Choice
        label={t('service.basis')}
        required
        options={bases.map((value) => ({ value, label: t(`service.basis.${value}`) }))}
        value={rule.basis}
        onChange={rule.setBasis}
      />
      {rule.paid && <CountField label={t('service.amount')} min={1} value={rule.amount} onChange={rule.setAmount} />}
      <DayField
        label={t('service.from')}
        required
        defaultDate={me.today}
        description={t('service.setHint')}
        value={rule.from}
        onChange={rule.setFrom}
      />
      <DirectiveChoice unitId={rule.provinceId} value={rule.directiveId} onChange={rule.setDirective} />
    </FormDialog>
  );
}
