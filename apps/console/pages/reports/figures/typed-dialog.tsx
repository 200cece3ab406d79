import { Button } from '@mantine/core';
import { useState } from 'react';
import { absent, faultOf, type Pair } from '#contracts/reporting/figures';
import { client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, FormDialog, TextField } from '../../../ui/form.tsx';
import { type Figure, type Report } from '../report-facts.ts';
import { nameOf, pairText, unitOf } from '../../../ui/text/figures.ts';

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

/** What was typed a month ago: who counts by the same book types its whole and its name once. */
function Before({ figure, onTake }: { figure: Figure; onTake: () => void }) {
  const { t, lang } = useI18n();
  const { indicator, typedBefore } = figure;
  if (!typedBefore) return null;
  const { pair, source } = typedBefore;
  const isRatio = indicator.aggregation === 'ratio';
  const value = isRatio ? `${pair.numerator ?? 0}/${pair.denominator ?? 0}` : pairText(pair, indicator, lang);
  return (
    <p className="caption">
      {t('rep.typed.before', { value, source })}{' '}
      <button type="button" className="link" onClick={onTake}>
        {t(isRatio ? 'rep.typed.takeWhole' : 'rep.typed.takeSource')}
      </button>
    </p>
  );
}

interface CountsProps {
  figure: Figure;
  pair: Pair;
  fault: ReturnType<typeof faultOf>;
  onPair: (pair: Pair) => void;
}

function Counts({ figure: { indicator }, pair, fault, onPair }: CountsProps) {
  const { t, lang } = useI18n();
  const isRatio = indicator.aggregation === 'ratio';
  const word = fault && t(`rep.fault.${fault}`);
  const onWhole = fault === 'denominatorMissing' || fault === 'denominatorZero';
  return (
    <>
      <CountField
        label={isRatio ? t('rep.typed.numerator') : t('rep.typed.count', { unit: unitOf(indicator, lang) })}
        value={pair.numerator}
        onChange={(numerator) => onPair({ ...pair, numerator })}
        error={onWhole ? undefined : word}
      />
      {isRatio && (
        <CountField
          label={t('rep.typed.denominator')}
          value={pair.denominator}
          onChange={(denominator) => onPair({ ...pair, denominator })}
          error={onWhole ? word : undefined}
        />
      )}
    </>
  );
}

/** A figure from outside our records, with its source; the server's rules are shown while typing. */
export function TypedDialog({ report, figure, onClose }: { report: Report; figure: Figure; onClose: () => void }) {
  const { t, lang } = useI18n();
  const { indicator, typed, typedBefore } = figure;
  const isRatio = indicator.aggregation === 'ratio';
  const [pair, setPair] = useState<Pair>(typed ? figure.now : absent);
  const [source, setSource] = useState(typed?.source ?? '');
  const save = useType(report, onClose);
  const fault = faultOf(pair, indicator.aggregation, indicator.unit);
  const body = { code: indicator.code, ...pair, source: source.trim() };
  const takeBefore = () => {
    if (isRatio) setPair({ ...pair, denominator: typedBefore?.pair.denominator ?? null });
    setSource(typedBefore?.source ?? '');
  };
  return (
    <FormDialog
      title={t('rep.typed.title', { name: nameOf(indicator, lang) })}
      label={t('act.save')}
      busy={save.isPending}
      disabled={pair.numerator === null || fault !== undefined || source.trim() === ''}
      onClose={onClose}
      onSubmit={() => save.mutate(body)}
    >
      <Before figure={figure} onTake={takeBefore} />
      <Counts figure={figure} pair={pair} fault={fault} onPair={setPair} />
      <SourceField value={source} onChange={setSource} />
      {typed && (
        <Button variant="default" onClick={() => save.mutate({ ...body, numerator: null, denominator: null })}>
          {t('rep.typed.remove')}
        </Button>
      )}
    </FormDialog>
  );
}
