import { Button, Checkbox, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { returnReasons } from '#contracts/enums';
import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useKeys } from '../../frame/keys.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useUnitWord } from '../../ui/text/use-unit-word.ts';
import { indicatorOf, type Parts, partsOf, type ResultRow, waitingEntries } from './decision.ts';
import { ProductsChoice } from './products-choice.tsx';
import { asksForNames, linesOf, namedProducts, namesWithin, type Names, toldNames } from './products.ts';

type Reason = Schemas['ReturnInput']['reasons'][number];

export interface DecisionFormProps<I> {
  result: ResultRow;
  busy: boolean;
  online: boolean;
  onSend: (input: I) => void;
}

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

/** The products behind the part that is confirmed; less of it leaves room for fewer. */
function useNames(result: ResultRow, parts: Parts) {
  const [chosen, setNames] = useState<Names>(() => toldNames(waitingEntries(result)));
  const lines = linesOf(result, parts);
  const names = namesWithin(chosen, lines);
  return { asked: parts.confirmed > 0 && asksForNames(result), lines, names, setNames };
}

function Hearers({ result }: { result: ResultRow }) {
  const { t } = useI18n();
  const names = hearersOf(result)
    .slice(0, namedUpTo)
    .map((person) => person.fullName)
    .join(', ');
  return names ? <p className="caption">{t('confirm.willHear', { names })}</p> : null;
}

export function ReturnForm({ result, busy, online, onSend }: DecisionFormProps<Schemas['ReturnInput']>) {
  const { t } = useI18n();
  const unit = useUnitWord(indicatorOf(result));
  const [reasons, setReasons] = useState<Reason[]>([]);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const { partly, setPartly, good, setGood, parts } = useParts(result);
  const { asked, ...named } = useNames(result, parts);
  const send = () => {
    setTried(true);
    const products = asked ? namedProducts(named.names) : [];
    if (reasons.length > 0 && parts.returned > 0 && products)
      onSend({ reasons, comment: comment.trim(), confirm: parts.confirm, products });
  };
  useKeys({ 'mod+Enter': send });
  return (
    <div className="form">
      <Reasons value={reasons} onChange={setReasons} missing={tried && reasons.length === 0} />
      <div>
        <NoteField label={t('confirm.tell')} value={comment} onChange={setComment} />
        <Hearers result={result} />
      </div>
      {result.task && (
        <Checkbox
          label={t('confirm.partly')}
          checked={partly}
          onChange={(event) => setPartly(event.currentTarget.checked)}
        />
      )}
      {partly && <PartRows result={result} good={good} setGood={setGood} />}
      {parts.returned === 0 && <p className="warn caption">{t('confirm.nothingBack')}</p>}
      {asked && <ProductsChoice result={result} {...named} tried={tried} />}
      <ReturnButton parts={parts} unit={unit} busy={busy} disabled={!online || parts.returned === 0} onClick={send} />
    </div>
  );
}
