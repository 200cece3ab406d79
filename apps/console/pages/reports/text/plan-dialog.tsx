import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { foldMarks } from '#i18n/fold';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, SearchField } from '../../../ui/form.tsx';
import { inPillars, type Report } from '../report-facts.ts';
import { nameOf, unitOf } from '../../../ui/text/figures.ts';
import { reportPaths } from './use-words.ts';

const most = 1_000_000_000_000;
export type Plans = Readonly<Record<string, number | null>>;

/** Only what differs from what stands is sent: null takes a plan away. Pure. */
export function changedPlans(figures: Report['figures'], typed: Plans): { code: string; value: number | null }[] {
  return figures.flatMap(({ indicator: { code }, plan }) => {
    const value = typed[code];
    return value === undefined || value === plan ? [] : [{ code, value }];
  });
}

/** What the unit means to reach in the year; the per cent of its reports is of this. */
export function PlanDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [typed, setTyped] = useState<Plans>({});
  const [query, setQuery] = useState('');
  const year = report.month.slice(0, 4);
  const plans = changedPlans(report.figures, typed);
  const save = useCommand({
    send: (_: void, header) =>
      client.PUT('/units/{unitId}/figure-plans', {
        params: { path: { unitId: report.unit.id }, header },
        body: { year: Number(year), plans },
      }),
    touches: [...reportPaths, '/units/{unitId}/dashboard'],
    done: () => sayAndClose(t('plan.saved'), onClose),
  });
  const wanted = foldMarks(query);
  const shown = inPillars(report.figures).filter(({ indicator }) =>
    foldMarks(`${indicator.code} ${nameOf(indicator, lang)}`).includes(wanted),
  );
  return (
    <FormDialog
      title={t('plan.title', { year })}
      size="lg"
      label={t('act.save')}
      busy={save.isPending}
      disabled={plans.length === 0}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <p className="caption">{t('plan.note')}</p>
      <SearchField label={t('plan.find')} value={query} width={320} onChange={setQuery} />
      <div className="plan-fields">
        {shown.map(({ indicator, plan }) => (
          <NumberInput
            key={indicator.code}
            label={t('plan.unit', { name: nameOf(indicator, lang), unit: unitOf(indicator, lang) })}
            min={0}
            max={most}
            allowDecimal={false}
            thousandSeparator={lang === 'vi' ? '.' : ','}
            decimalSeparator={lang === 'vi' ? ',' : '.'}
            value={(indicator.code in typed ? typed[indicator.code] : plan) ?? ''}
            onChange={(value) => setTyped((now) => ({ ...now, [indicator.code]: value === '' ? null : Number(value) }))}
          />
        ))}
      </div>
    </FormDialog>
  );
}
