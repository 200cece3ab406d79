import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Chip, type Tone } from '../../ui/layout.tsx';
import { type StepId, stepIds, type StepState } from './start-facts.ts';
import type { StepText } from './use-step-texts.ts';

const looks: Record<StepState, { tone: Tone; icon: IconName }> = {
  done: { tone: 'done', icon: 'check' },
  todo: { tone: 'doing', icon: 'alert-triangle' },
  doing: { tone: 'new', icon: 'circle-dashed' },
  later: { tone: 'mute', icon: 'clock' },
  blocked: { tone: 'mute', icon: 'lock' },
};

interface StepRowProps {
  id: StepId;
  state: StepState;
  text: StepText;
  isNext: boolean;
  onToggle: (id: StepId) => void;
}

export function StepRow({ id, state, text, isNext, onToggle }: StepRowProps) {
  const { t } = useI18n();
  const { lines, warning, to, search, label, also } = text;
  const title = t(`start.${id}`);
  return (
    <li className="start-step" data-state={state}>
      <span className="start-mark num" aria-hidden="true">
        {state === 'done' ? <Icon name="check" size={15} /> : stepIds.indexOf(id) + 1}
      </span>
      <div className="start-text">
        <h3>
          {title} <Chip {...looks[state]}>{t(`start.${state}`)}</Chip>
        </h3>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {warning && <p className="start-warning">{warning}</p>}
        {also && state !== 'blocked' && (
          <p className="no-print">
            <Link className="link" to={also.to} search={also.search ?? {}}>
              {also.label}
            </Link>
          </p>
        )}
        {(state === 'todo' || state === 'doing' || state === 'later') && (
          <button
            type="button"
            className="link caption no-print"
            aria-label={t('start.menuOf', { step: title })}
            onClick={() => onToggle(id)}
          >
            {t(state === 'later' ? 'start.takeUp' : 'start.putOff')}
          </button>
        )}
      </div>
      {state !== 'blocked' && (
        <Button
          renderRoot={(props) => <Link to={to} search={search ?? {}} {...props} />}
          variant={isNext ? 'filled' : 'default'}
          className="no-print"
        >
          {label}
        </Button>
      )}
    </li>
  );
}
