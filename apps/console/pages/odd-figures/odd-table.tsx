import { Button, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatDate, formatMoment, formatNumber } from '#i18n';
import { dateInVietnam } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import type { OddAct } from './odd-dialogs.tsx';
import { effectText, type Odd, signed, usualText, valueText, whyText } from './odd-facts.ts';

export type OnAct = (odd: Odd, act: OddAct) => void;

function Effect({ odd }: { odd: Odd }) {
  const { t, lang } = useI18n();
  if (!odd.effect) return <>{t('odd.unknown')}</>;
  const { difference } = odd.effect;
  return (
    <>
      <b>{signed(difference, formatNumber(difference, lang))}</b>
      <span className="cell-2">{effectText(odd.effect, t, lang)}</span>
    </>
  );
}

/** How it stands, or the next act of whoever may. */
function Step({ odd, onAct }: { odd: Odd; onAct: OnAct }) {
  const { t, lang } = useI18n();
  if (odd.state === 'dismissed')
    return (
      <Chip tone="mute" icon="check">
        {t('odd.filter.dismissed')}
      </Chip>
    );
  if (odd.answered)
    return (
      <Chip tone="done" icon="message">
        {t('odd.filter.answered')}
      </Chip>
    );
  if (odd.asked)
    return odd.may.answer ? (
      <Button size="xs" onClick={() => onAct(odd, 'answer')}>
        {t('odd.answer')}
      </Button>
    ) : (
      <Chip tone="new" icon="send">
        {t('odd.asked', { day: formatDate(dateInVietnam(odd.asked.at), lang) })}
      </Chip>
    );
  if (!odd.may.decide) return null;
  return (
    <Button size="xs" variant="default" onClick={() => onAct(odd, 'ask')}>
      {t('odd.ask')}
    </Button>
  );
}

/** The answer, or why it is right as it is, with who said so. */
export function Said({ odd }: { odd: Odd }) {
  const { t, lang } = useI18n();
  const said = odd.answered
    ? { ...odd.answered, words: odd.answered.answer }
    : odd.dismissed && { ...odd.dismissed, words: odd.dismissed.reason };
  if (!said) return null;
  return (
    <span className="odd-said">
      <Icon name="corner-up-left" size={16} />
      <span>
        “{said.words}”{' '}
        <span className="caption">
          {t('odd.said', { name: said.by.fullName, time: formatMoment(said.at, Date.now(), lang) })}
        </span>
      </span>
    </span>
  );
}

function SaidRow({ odd, onAct }: { odd: Odd; onAct: OnAct }) {
  const { t, lang } = useI18n();
  if (!odd.answered && !odd.dismissed) return null;
  return (
    <Table.Tr className="odd-answer">
      <Table.Td colSpan={6}>
        <div className="odd-answer-row">
          <Said odd={odd} />
          {odd.answered && odd.may.decide && (
            <span className="odd-acts">
              <Button size="xs" variant="default" onClick={() => onAct(odd, 'dismiss')}>
                {t('odd.take', { value: valueText(odd, lang) })}
              </Button>
              <Link className="strong-link" to="/reports/$reportId" params={{ reportId: odd.reportId }}>
                {t('odd.return')}
              </Link>
            </span>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

interface RowProps {
  odd: Odd;
  isChosen: boolean;
  onChoose: (id: string) => void;
  onAct: OnAct;
}

export function OddRow({ odd, isChosen, onChoose, onAct }: RowProps) {
  const { t, lang } = useI18n();
  const name = nameOf(odd.indicator, lang);
  return (
    <>
      <Table.Tr data-selected={isChosen || undefined}>
        <Table.Td className="odd-name">
          <button
            type="button"
            className="cell-link odd-choose"
            aria-pressed={isChosen}
            aria-label={t('odd.open', { unit: odd.unit.name, name })}
            onClick={() => onChoose(odd.id)}
          >
            <b>{odd.unit.name}</b>
          </button>
          <span className="cell-2">{name}</span>
        </Table.Td>
        <Table.Td data-right data-label={t('odd.col.value')}>
          <b className="odd-value">{valueText(odd, lang)}</b>
        </Table.Td>
        <Table.Td data-right data-label={t('odd.col.usual')}>
          {usualText(odd, lang)}
        </Table.Td>
        <Table.Td data-right data-label={t('odd.col.effect')}>
          <Effect odd={odd} />
        </Table.Td>
        <Table.Td className="odd-why">{whyText(odd, lang)}</Table.Td>
        <Table.Td>
          <Step odd={odd} onAct={onAct} />
        </Table.Td>
      </Table.Tr>
      <SaidRow odd={odd} onAct={onAct} />
    </>
  );
}
