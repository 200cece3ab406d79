import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useOnline } from '../../api/clock.ts';
import { useKeys } from '../../frame/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useUnitWord } from '../../ui/text/use-unit-word.ts';
import { Bar } from '../../ui/layout.tsx';
import { indicatorOf, liveEntries, type ResultRow, sumOf, waitingEntries } from './decision.ts';
import { ProductsChoice } from './products-choice.tsx';
import { asksForNames, namedProducts, type Names, toldNames } from './products.ts';
import { type DecisionFormProps, ReturnForm } from './return-form.tsx';
import { useDecide } from './use-decide.ts';

interface PanelProps {
  result: ResultRow;
  tab: 'confirm' | 'return';
  setTab: (tab: 'confirm' | 'return') => void;
  onDone: () => void;
}

function ConfirmForm({ result, busy, online, onSend }: DecisionFormProps<Schemas['ConfirmTaskInput']>) {
  const { t, n } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  const [names, setNames] = useState<Names>(() => toldNames(waitingEntries(result)));
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    const products = namedProducts(names);
    if (products) onSend({ products });
  };
  useKeys({ 'mod+Enter': send });
  const icon = <Icon name="check" />;
  const lines = waitingEntries(result);
  return (
    <>
      {asksForNames(result) && <ProductsChoice {...{ result, lines, names, setNames, tried }} />}
      <Button fullWidth data-confirm-button leftSection={icon} loading={busy} disabled={!online} onClick={send}>
        {t('confirm.act', { n: n(sumOf(waitingEntries(result))), unit })}
      </Button>
    </>
  );
}

function AgainstTarget({ reported, target }: { reported: number; target: number }) {
  const { t } = useI18n();
  const parts = [{ value: reported, color: 'bar-1' }];
  return (
    <>
      <Bar parts={parts} of={target} label={t('home.reportedOf', { a: reported, b: target })} />
      {reported > target && <p className="caption">{t('confirm.over', { n: reported - target })}</p>}
      {reported < target && <p className="warn caption">{t('confirm.under', { n: target - reported })}</p>}
    </>
  );
}

/** A quick report has no target to be held against. */
function Claim({ result }: { result: ResultRow }) {
  const { t, n } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  const reported = sumOf(liveEntries(result));
  const target = result.task?.figures.target;
  return (
    <section className="card card-body">
      <span className="caption">{t('confirm.claim')}</span>
      <div className="claim">
        <b className="num">{n(reported)}</b>{' '}
        <span className="muted num">{target === undefined ? unit : `/ ${n(target)} ${unit}`}</span>
      </div>
      {target === undefined ? (
        <p className="caption">{t('confirm.noTask')}</p>
      ) : (
        <AgainstTarget reported={reported} target={target} />
      )}
    </section>
  );
}

export function DecisionPanel({ result, tab, setTab, onDone }: PanelProps) {
  const { t } = useI18n();
  const online = useOnline();
  const { confirm, giveBack } = useDecide(result, onDone);
  const tabs = [
    { value: 'confirm', label: t('act.confirm') },
    { value: 'return', label: t('confirm.giveBack') },
  ];
  const choose = (value: string) => setTab(value === 'return' ? 'return' : 'confirm');
  const shared = { result, online };
  return (
    <div className="decide">
      <Claim result={result} />
      <section className="card card-body form">
        <SegmentedControl fullWidth value={tab} onChange={choose} data={tabs} aria-label={t('confirm.decision')} />
        {tab === 'confirm' && <ConfirmForm {...shared} busy={confirm.isPending} onSend={confirm.mutate} />}
        {tab === 'return' && <ReturnForm {...shared} busy={giveBack.isPending} onSend={giveBack.mutate} />}
        <p className="caption decide-note">{t('confirm.sixty')}</p>
      </section>
    </div>
  );
}
