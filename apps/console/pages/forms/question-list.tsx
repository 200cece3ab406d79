import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { type FormQuestion, newId } from './form-facts.ts';
import type { FormDraft, ShownFault } from './use-form-draft.ts';

interface Props {
  draft: FormDraft;
  faults: readonly ShownFault[];
  chosen: string | null;
  onChoose: (id: string) => void;
  mayWrite: boolean;
}

interface LineProps {
  question: FormQuestion;
  at: number;
  isChosen: boolean;
  isFaulty: boolean;
  onChoose: (id: string) => void;
}

function Line({ question, at, isChosen, isFaulty, onChoose }: LineProps) {
  const { t } = useI18n();
  const { id, label, kind, unit, shownWhen, checks } = question;
  return (
    <li>
      <button type="button" aria-current={isChosen ? 'true' : undefined} onClick={() => onChoose(id)}>
        <span>{`${at + 1}. ${label || t('forms.questionN', { n: at + 1 })}`}</span>
        <span className="cell-2">
          {t(`forms.kind.${kind}`)}
          {unit && ` · ${unit}`}
          {shownWhen && ` · ${t('forms.when')}`}
          {checks && ` · ${t('forms.check')}`}
        </span>
        {isFaulty && <Icon name="alert-triangle" size={16} label={t('forms.faults', { n: 1 })} />}
      </button>
    </li>
  );
}

/** Names of the form and of its questions; the one that is chosen is written beside it. */
export function QuestionList({ draft, faults, chosen, onChoose, mayWrite }: Props) {
  const { t } = useI18n();
  const { title, questions } = draft.written;
  const add = () => {
    const id = newId(questions);
    draft.set([...questions, { id, kind: 'whole', label: '', required: true }]);
    onChoose(id);
  };
  return (
    <Card title={t('forms.list')} note={t('forms.questionsN', { n: questions.length })}>
      {mayWrite && (
        <div className="card-body">
          <TextField
            label={t('forms.name')}
            required
            maxLength={200}
            value={title}
            onChange={(text) => draft.rename(text)}
          />
        </div>
      )}
      <ol className="forms-list">
        {questions.map((question, at) => (
          <Line
            key={question.id}
            {...{ question, at, onChoose }}
            isChosen={question.id === chosen}
            isFaulty={faults.some((one) => one.question === question.id)}
          />
        ))}
      </ol>
      {mayWrite && (
        <div className="card-body">
          <Button variant="subtle" leftSection={<Icon name="plus" />} onClick={add}>
            {t('forms.add')}
          </Button>
        </div>
      )}
    </Card>
  );
}
