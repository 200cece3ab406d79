import { useState } from 'react';
import { judge } from '#contracts/questions/judge';
import { shownQuestions } from '#contracts/questions/settle';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { type AnswerValues, findingWords, type FormQuestion } from './form-facts.ts';
import { QuestionField } from './question-field.tsx';

/** How it looks to whoever answers, by the same fields and the same rules. */
export function FormPreview({ questions }: { questions: readonly FormQuestion[] }) {
  const { t } = useI18n();
  const [answers, setAnswers] = useState<AnswerValues>({});
  if (questions.length === 0) return null;
  // One that has no words yet is called by its number.
  const named = questions.map((one, at) => ({ ...one, label: one.label || t('forms.questionN', { n: at + 1 }) }));
  const findings = judge(questions, answers).filter(({ code }) => code !== 'missing');
  return (
    <Card title={t('forms.preview')} className="forms-preview">
      <ol className="forms-sheet">
        {shownQuestions(named, answers).map((question) => (
          <li key={question.id}>
            <QuestionField
              question={question}
              value={answers[question.id]}
              error={findings.find((one) => one.question === question.id) && findingsOf(question.id)}
              onChange={(value) =>
                setAnswers(({ [question.id]: _, ...rest }) =>
                  value === undefined ? rest : { ...rest, [question.id]: value },
                )
              }
            />
          </li>
        ))}
      </ol>
      <p className="caption card-body">{t('forms.previewNote')}</p>
    </Card>
  );

  function findingsOf(id: string): string {
    return findings
      .filter(({ question }) => question === id)
      .map((one) => findingWords(t, one))
      .join(' ');
  }
}
