import { answerOddFigure, askOddFigure, dismissOddFigure } from '#client/commands';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { draftOf, type Odd, valueText, whyText } from './odd-facts.ts';

const oddPaths = [
  '/units/{unitId}/odd-figures',
  '/reports/{reportId}/odd-figures',
  '/odd-figures/{oddFigureId}',
] as const;
export type OddAct = 'ask' | 'answer' | 'dismiss';

interface Props {
  odd: Odd;
  onClose: () => void;
}

/** The question stands ready and can be worded otherwise. */
function AskDialog({ odd, onClose }: Props) {
  const { t, lang } = useI18n();
  return (
    <CommandForm
      route={askOddFigure}
      path={{ oddFigureId: odd.id }}
      touches={oddPaths}
      title={t('odd.askTitle', { unit: odd.unit.name })}
      text={<p>{whyText(odd, lang)}</p>}
      start={{ question: draftOf(odd) }}
      fields={{ question: { as: 'note', label: t('odd.askLabel') } }}
      label={t('odd.ask')}
      said={t('odd.askDone', { unit: odd.unit.name })}
      onClose={onClose}
    >
      <p className="caption">{t('odd.stays')}</p>
    </CommandForm>
  );
}

function AnswerDialog({ odd, onClose }: Props) {
  const { t, lang } = useI18n();
  return (
    <CommandForm
      route={answerOddFigure}
      path={{ oddFigureId: odd.id }}
      touches={oddPaths}
      title={t('odd.answerTitle', { value: valueText(odd, lang) })}
      text={<p>{odd.asked?.question}</p>}
      fields={{ answer: { as: 'note', label: t('odd.answerLabel') } }}
      label={t('odd.answer')}
      said={t('odd.answerDone')}
      onClose={onClose}
    >
      <p className="caption">{t('odd.stays')}</p>
    </CommandForm>
  );
}

/** Right as it is, and why in one sentence. */
function DismissDialog({ odd, onClose }: Props) {
  const { t, lang } = useI18n();
  return (
    <CommandForm
      route={dismissOddFigure}
      path={{ oddFigureId: odd.id }}
      touches={oddPaths}
      title={t('odd.dismissTitle', { value: valueText(odd, lang), unit: odd.unit.name })}
      text={<p>{odd.answered?.answer ?? whyText(odd, lang)}</p>}
      fields={{ reason: { as: 'note', label: t('odd.dismissLabel') } }}
      label={t('odd.dismiss')}
      said={t('odd.dismissDone')}
      onClose={onClose}
    />
  );
}

const dialogs = { ask: AskDialog, answer: AnswerDialog, dismiss: DismissDialog };

export function OddDialog({ act, ...all }: Props & { act: OddAct }) {
  const Dialog = dialogs[act];
  return <Dialog {...all} />;
}
