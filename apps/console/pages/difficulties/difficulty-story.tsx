import { formatDate, formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { Difficulty } from './difficulty-facts.ts';

type Step = NonNullable<Difficulty['steps']>[number];

const icons: Record<Step['kind'], IconName> = {
  passed_on: 'broadcast',
  above: 'arrow-up',
  answered: 'message',
  asked: 'help-hexagon',
  closed: 'checkbox',
  reopened: 'refresh',
};

function useTitle(): (step: Step) => string {
  const { t } = useI18n();
  return ({ kind, by, provider }) => {
    const name = by?.fullName ?? '';
    if (kind === 'passed_on')
      return t(by ? 'difficulty.step.passedOn' : 'difficulty.step.passedOnByRule', {
        company: provider?.name ?? '',
        name,
      });
    if (kind === 'above') return t(by ? 'difficulty.step.above' : 'difficulty.step.aboveByClock', { name });
    return t(`difficulty.step.${kind}`, { name });
  };
}

/** What was asked and answered in turn, since it was told. */
export function DifficultyStory({ row }: { row: Difficulty }) {
  const { t, lang } = useI18n();
  const titleOf = useTitle();
  const { steps = [] } = row;
  if (steps.length === 0) return null;
  return (
    <ol className="difficulty-story" aria-label={t('difficulty.story')}>
      {steps.map((step) => (
        <li key={`${step.kind}${step.at}`}>
          <Icon name={icons[step.kind]} />
          <div>
            <b>{titleOf(step)}</b> <span className="caption">{formatMoment(step.at, Date.now(), lang)}</span>
            {step.text && <p>{step.text}</p>}
            {step.promisedOn && (
              <span className="caption">{t('difficulty.promised', { day: formatDate(step.promisedOn, lang) })}</span>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
