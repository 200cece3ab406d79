import { Button, Checkbox, NumberInput, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { returnReasons } from '#contracts/enums';
import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useOnline } from '../../frame/clock.ts';
import { useKeys } from '../../frame/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useUnitWord } from '../../ui/use-unit-word.ts';
import { Bar } from '../../ui/layout.tsx';
import { indicatorOf, liveEntries, type Parts, partsOf, type ResultRow, sumOf, waitingEntries } from './decision.ts';
import { ProductsChoice } from './products-choice.tsx';
import { asksForNames, namedProducts, type Names } from './products.ts';
import { useDecide } from './use-decide.ts';

interface PanelProps {
  result: ResultRow;
  tab: 'confirm' | 'return';
  setTab: (tab: 'confirm' | 'return') => void;
  onDone: () => void;
}

type Reason = Schemas['ReturnInput']['reasons'][number];
function PartRows({
  result,
  good,
  setGood,
}: {
  result: ResultRow;
  good: Readonly<Record<string, number>>;
  setGood: (good: Record<string, number>) => void;
}) {
  const { t, lang } = useI18n();
  return (
    <ul className="parts">
      {waitingEntries(result).map((entry) => (
        <li key={entry.id}>
          <Checkbox
            aria-label={t('confirm.partOf', { date: formatDate(entry.happenedOn, lang) })}
            checked={(good[entry.id] ?? 0) > 0}
            onChange={(event) => setGood({ ...good, [entry.id]: event.currentTarget.checked ? entry.value : 0 })}
          />
          <span className="num">{formatDate(entry.happenedOn, lang)}</span>
          <NumberInput
            size="xs"
            w={72}
            min={0}
            max={entry.value}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="strict"
            aria-label={t('confirm.partValue', { date: formatDate(entry.happenedOn, lang) })}
            value={good[entry.id] ?? 0}
            onChange={(value) => setGood({ ...good, [entry.id]: Number(value) || 0 })}
          />
          <span className="caption num">/ {entry.value}</span>
        </li>
      ))}
    </ul>
  );
}

interface FormProps<I> {
  result: ResultRow;
  busy: boolean;
  online: boolean;
  onSend: (input: I) => void;
}

function Reasons({
  value,
  onChange,
  missing,
}: {
  value: Reason[];
  onChange: (value: Reason[]) => void;
  missing: boolean;
}) {
  const { t } = useI18n();
  const error = missing ? t('confirm.chooseReason') : undefined;
  const change = (chosen: string[]) => onChange(chosen as Reason[]);
  return (
    <Checkbox.Group label={t('confirm.because')} required value={value} onChange={change} error={error}>
      <div className="reasons">
        {returnReasons.map((reason) => (
          <Checkbox key={reason} value={reason} label={t(`return.${reason}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

/** Which parts are right already; off, everything goes back. */
function useParts(result: ResultRow) {
  const [partly, setPartly] = useState(false);
  const [good, setGood] = useState<Record<string, number>>({});
  return { partly, setPartly, good, setGood, parts: partsOf(result, partly ? good : {}) };
}

function ReturnButton({
  parts,
  unit,
  busy,
  disabled,
  onClick,
}: {
  parts: Parts;
  unit: string;
  busy: boolean;
  disabled: boolean;
  onClick: () => void;
}) {
  const { t, n } = useI18n();
  const values = { n: n(parts.returned), unit, m: n(parts.confirmed) };
  return (
    <Button
      variant="outline"
      color="red"
      className="return-button"
      leftSection={<Icon name="corner-up-left" />}
      loading={busy}
      disabled={disabled}
      onClick={onClick}
    >
      {parts.confirmed > 0 ? t('confirm.returnSome', values) : t('confirm.returnAll', values)}
    </Button>
  );
}

const namedUpTo = 3;
/** The whole team hears of its task; of a quick report whoever sent it. */
const hearersOf = (result: ResultRow) => (result.task ? result.members : result.entries.map(({ by }) => by));

function ReturnForm({ result, busy, online, onSend }: FormProps<Schemas['ReturnInput']>) {
  const { t } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  const [reasons, setReasons] = useState<Reason[]>([]);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const { partly, setPartly, good, setGood, parts } = useParts(result);
  const names = hearersOf(result)
    .slice(0, namedUpTo)
    .map((person) => person.fullName)
    .join(', ');
  const send = () => {
    setTried(true);
    if (reasons.length > 0 && parts.returned > 0) onSend({ reasons, comment: comment.trim(), confirm: parts.confirm });
  };
  useKeys({ 'mod+Enter': send });
  return (
    <div className="form">
      <Reasons value={reasons} onChange={setReasons} missing={tried && reasons.length === 0} />
      <NoteField
        label={t('confirm.tell')}
        value={comment}
        onChange={setComment}
        description={names && t('confirm.willHear', { names })}
        inputWrapperOrder={['label', 'input', 'description']}
      />
      {result.task && (
        <Checkbox
          label={t('confirm.partly')}
          checked={partly}
          onChange={(event) => setPartly(event.currentTarget.checked)}
        />
      )}
      {partly && <PartRows result={result} good={good} setGood={setGood} />}
      <ReturnButton parts={parts} unit={unit} busy={busy} disabled={!online || parts.returned === 0} onClick={send} />
    </div>
  );
}

function ConfirmForm({ result, busy, online, onSend }: FormProps<Schemas['ConfirmTaskInput']>) {
  const { t, n } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  const [names, setNames] = useState<Names>({});
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    const products = namedProducts(names);
    if (products) onSend({ products });
  };
  useKeys({ 'mod+Enter': send });
  const icon = <Icon name="check" />;
  return (
    <>
      {asksForNames(result) && <ProductsChoice result={result} names={names} setNames={setNames} tried={tried} />}
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
