import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Bar, Card, Chip, type Tone, ToneIcon } from '../../ui/layout.tsx';
import { type StepId, stepIds, type StepState } from './start-facts.ts';
import type { StepText } from './use-step-texts.ts';

const looks: Record<StepState, { tone: Tone; icon: IconName }> = {
  done: { tone: 'done', icon: 'check' },
  todo: { tone: 'doing', icon: 'alert-triangle' },
  doing: { tone: 'new', icon: 'circle-dashed' },
  later: { tone: 'mute', icon: 'clock' },
  blocked: { tone: 'mute', icon: 'lock' },
};
const icons: Record<StepId, IconName> = {
  units: 'sitemap',
  offices: 'phone',
  officers: 'user',
  rules: 'file-certificate',
  channels: 'broadcast',
  roster: 'file-import',
  invite: 'qrcode',
  order: 'send',
};

interface StepProps {
  id: StepId;
  text: StepText;
  onToggle: (id: StepId) => void;
}

function Also({ also }: Pick<StepText, 'also'>) {
  if (!also) return null;
  return (
    <Link className="link no-print" to={also.to} search={also.search ?? {}}>
      {also.label}
    </Link>
  );
}

/** The step that is to be taken now, with the screen's one filled button. */
export function NextStep({ id, text, onToggle }: StepProps) {
  const { t } = useI18n();
  const title = t(`start.${id}`);
  return (
    <Card className="start-next" label={title}>
      <ToneIcon tone="new" icon={icons[id]} size={24} />
      <div className="start-text">
        <p>{t('start.next', { n: stepIds.indexOf(id) + 1 })}</p>
        <h2>{title}</h2>
        {text.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {text.warning && <p className="start-warning">{text.warning}</p>}
      </div>
      {text.share && (
        <Bar parts={[{ value: text.share.done, color: 'bar-1' }]} of={text.share.of} label={text.lines[0] ?? title} />
      )}
      <div className="start-acts no-print">
        <Button renderRoot={(props) => <Link to={text.to} search={text.search ?? {}} {...props} />}>
          {text.label}
        </Button>
        <Also also={text.also} />
        <button
          type="button"
          className="link"
          aria-label={t('start.menuOf', { step: title })}
          onClick={() => onToggle(id)}
        >
          {t('start.putOff')}
        </button>
      </div>
    </Card>
  );
}

interface StepRowProps extends StepProps {
  state: StepState;
  isNext: boolean;
}

export function StepRow({ id, state, text, isNext, onToggle }: StepRowProps) {
  const { t } = useI18n();
  const { lines, warning, to, search, label, also } = text;
  const title = t(`start.${id}`);
  return (
    <li className="start-step" data-state={state} data-next={isNext || undefined}>
      <span className="start-mark num" aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={15} /> : stepIds.indexOf(id) + 1}
      </span>
      <h3>{title}</h3>
      <p className="start-line">
        {state === 'blocked' || state === 'later' ? (
          <Chip {...looks[state]}>{t(`start.${state}`)}</Chip>
        ) : (
          <span className="visually-hidden">{t(`start.${state}`)}: </span>
        )}{' '}
        {warning ?? lines[0]}
      </p>
      <span className="start-acts no-print">
        {!isNext && state !== 'blocked' && (
          <>
            {state !== 'done' && <Also also={also} />}
            <Link className="strong-link" to={to} search={search ?? {}}>
              {label}
            </Link>
          </>
        )}
        {isNext && <span className="good">{t('start.now')}</span>}
        {state === 'later' && (
          <button
            type="button"
            className="link"
            aria-label={t('start.menuOf', { step: title })}
            onClick={() => onToggle(id)}
          >
            {t('start.takeUp')}
          </button>
        )}
      </span>
    </li>
  );
}
