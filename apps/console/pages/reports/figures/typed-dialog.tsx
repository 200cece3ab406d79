import { Button } from '@mantine/core';
import { useState } from 'react';
import { faultOf } from '#contracts/reporting/figures';
import { client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, FormDialog, TextField } from '../../../ui/form.tsx';
import { type Figure, nameOf, type Report, unitOf } from '../report-facts.ts';

type Body = Schemas['TypedFigureInput'];

function useType(report: Report, close: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Body, header) =>
      client.PUT('/reports/{reportId}/figures', { params: { path: { reportId: report.id }, header }, body }),
    touches: ['/reports/{reportId}', '/reports/{reportId}/source'],
    done: () => sayAndClose(t('rep.typed.saved'), close),
  });
}

function SourceField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useI18n();
  const texts = { label: t('rep.typed.source'), description: t('rep.typed.sourceHint') };
  return <TextField {...texts} required value={value} onChange={onChange} maxLength={300} />;
}

/** A figure from outside our records, with its source; the server's rules are shown while typing. */
export function TypedDialog({ report, figure, onClose }: { report: Report; figure: Figure; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { indicator, typed } = figure;
  const isRatio = indicator.aggregation === 'ratio';
  const [numerator, setNumerator] = useState(typed ? figure.now.numerator : null);
  const [denominator, setDenominator] = useState(typed ? figure.now.denominator : null);
  const [source, setSource] = useState(typed?.source ?? '');
  const save = useType(report, onClose);
  const pair = { numerator, denominator: isRatio ? denominator : null };
  const fault = faultOf(pair, indicator.aggregation, indicator.unit);
  const body = { code: indicator.code, ...pair, source: source.trim() };
  const word = fault && t(`rep.fault.${fault}`);
  const onWhole = fault === 'denominatorMissing' || fault === 'denominatorZero';
  return (
    <FormDialog
      title={t('rep.typed.title', { name: nameOf(indicator, lang) })}
      label={t('act.save')}
      busy={save.isPending}
      disabled={numerator === null || fault !== undefined || source.trim() === ''}
      onClose={onClose}
      onSubmit={() => save.mutate(body)}
    >
      <CountField
        label={isRatio ? t('rep.typed.numerator') : t('rep.typed.count', { unit: unitOf(indicator, lang) })}
        value={numerator}
        onChange={setNumerator}
        error={onWhole ? undefined : word}
      />
      {isRatio && (
        <CountField
          label={t('rep.typed.denominator')}
          value={denominator}
          onChange={setDenominator}
          error={onWhole ? word : undefined}
        />
      )}
      <SourceField value={source} onChange={setSource} />
      {typed && (
        <Button variant="default" onClick={() => save.mutate({ ...body, numerator: null, denominator: null })}>
          {t('rep.typed.remove')}
        </Button>
      )}
    </FormDialog>
  );
}
