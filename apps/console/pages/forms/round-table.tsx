import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { returnCells } from '#client/commands';
import type { Question } from '#contracts/questions/question-kinds';
import { type I18n, useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { answerText, isNumber, type RoundTable, type RoundUnit, standingLook } from './form-facts.ts';

type Cell = { unit: RoundUnit; question: Question };
type Total = RoundTable['totals'][number];

function ReturnDialog({ unit, question, onClose }: Cell & { onClose: () => void }) {
  const { t, lang } = useI18n();
  const { fullName } = unit.unit;
  return (
    <CommandForm
      route={returnCells}
      path={{ sheetId: unit.sheetId }}
      touches={['/form-rounds/{roundId}']}
      title={t('round.returnTitle', { unit: fullName })}
      text={
        <>
          <p>{question.label}</p>
          <p className="forms-value">{answerText(t, lang, question, unit.sheet?.answers[question.id])}</p>
          <p className="caption">{t('round.returnKeeps')}</p>
        </>
      }
      fields={{
        cells: {
          as: 'own',
          required: true,
          show: ({ value, onChange }) => (
            <ReturnFields
              value={value?.[0] ?? null}
              question={question}
              onChange={(cell) => onChange(cell.sentence.trim() ? [cell] : null)}
            />
          ),
        },
      }}
      label={t('round.return')}
      said={t('round.returnedDone', { unit: fullName })}
      onClose={onClose}
    />
  );
}

interface ReturnProps {
  value: { sentence: string; isApart?: boolean } | null;
  question: Question;
  onChange: (cell: { question: string; sentence: string; isApart: boolean }) => void;
}

function ReturnFields({ question, onChange }: ReturnProps) {
  const { t } = useI18n();
  const [sentence, setSentence] = useState('');
  const [isApart, setApart] = useState(false);
  const tell = (part: { sentence?: string; isApart?: boolean }) =>
    onChange({ question: question.id, sentence, isApart, ...part });
  return (
    <>
      <NoteField
        label={t('round.sentence')}
        required
        maxLength={500}
        value={sentence}
        onChange={(text) => {
          setSentence(text);
          tell({ sentence: text });
        }}
      />
      {isNumber(question) && (
        <Checkbox
          label={t('round.setApart')}
          checked={isApart}
          onChange={(event) => {
            setApart(event.currentTarget.checked);
            tell({ isApart: event.currentTarget.checked });
          }}
        />
      )}
    </>
  );
}

function UnitHead({ unit }: { unit: RoundUnit }) {
  const { t } = useI18n();
  const { status, daysLate, revisionReason } = unit;
  const { tone } = standingLook(status);
  return (
    <th scope="row">
      {unit.unit.fullName}
      {status !== 'on_time' && (
        <span className={`cell-2 ${tone === 'late' ? 'late' : ''}`}>
          {t(`round.standing.${status}`, { n: daysLate })}
        </span>
      )}
      {revisionReason && <span className="cell-2 late">{t('round.asksBack', { reason: revisionReason })}</span>}
    </th>
  );
}

function AnswerCell({ cell, mayReturn, onOpen }: { cell: Cell; mayReturn: boolean; onOpen: () => void }) {
  const { t, lang } = useI18n();
  const { unit, question } = cell;
  const answer = unit.sheet?.answers[question.id];
  const text = answerText(t, lang, question, answer);
  const returned = unit.returned.find((one) => one.question === question.id);
  const before = unit.before[question.id];
  if (!unit.sheet) return <td data-right={isNumber(question) || undefined}>–</td>;
  return (
    <td data-right={isNumber(question) || undefined} data-returned={returned ? true : undefined}>
      {mayReturn ? (
        <button
          type="button"
          className="forms-cell"
          aria-label={t('round.cell', { value: text, unit: unit.unit.fullName, question: question.label })}
          title={returned?.sentence}
          onClick={onOpen}
        >
          {returned && <Icon name="corner-up-left" size={14} />} {text}
        </button>
      ) : (
        text
      )}
      {before !== undefined && (
        <span className="cell-2">{t('round.was', { value: answerText(t, lang, question, before) })}</span>
      )}
    </td>
  );
}

/** What all say of one question: a sum, or how many said what. */
function totalText({ t, n }: I18n, question: Question, { number, choices, answered }: Total): string {
  if (number) return n(number.sum);
  if (!choices) return answered > 0 ? n(answered) : '–';
  const labels = new Map((question.choices ?? []).map(({ key, label }) => [key, label]));
  const named = { yes: t('forms.yes'), no: t('forms.no') };
  const nameOf = (key: string) => labels.get(key) ?? named[key as 'yes' | 'no'] ?? key;
  return Object.entries(choices)
    .map(([key, count]) => `${nameOf(key)} ${n(count)}`)
    .join(', ');
}

function Totals({ round }: { round: RoundTable }) {
  const i18n = useI18n();
  const { t, n } = i18n;
  const { questions, totals, apart } = round;
  const answered = round.units.filter(({ sheet }) => sheet !== null).length;
  const totalOf = (question: Question) => totals.find((one) => one.question === question.id);
  return (
    <tfoot>
      <tr>
        <th scope="row">
          {t('round.total', { n: answered })}
          {apart > 0 && <span className="cell-2">{t('round.apart', { n: apart })}</span>}
        </th>
        {questions.map((question) => {
          const total = totalOf(question);
          return (
            <td key={question.id} data-right={isNumber(question) || undefined}>
              {total ? totalText(i18n, question, total) : '–'}
            </td>
          );
        })}
      </tr>
      {totals.some(({ number }) => number) && (
        <tr>
          <th scope="row">{t('round.mean')}</th>
          {questions.map((question) => {
            const number = totalOf(question)?.number;
            return (
              <td key={question.id} data-right>
                {number ? n(Math.round((number.sum / number.answered) * 10) / 10) : ''}
              </td>
            );
          })}
        </tr>
      )}
    </tfoot>
  );
}

/** One row for each unit, one column for each question, and what all say together. "–" is not answered, which is not 0. */
export function AnswersTable({ round, rows }: { round: RoundTable; rows: readonly RoundUnit[] }) {
  const { t } = useI18n();
  const [opened, setOpened] = useState<Cell | null>(null);
  return (
    <div className="forms-answers" tabIndex={0} role="region" aria-label={t('forms.col.sent')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('round.unit')}</th>
            {round.questions.map((question, at) => (
              <th key={question.id} scope="col" data-right={isNumber(question) || undefined}>
                {`${at + 1}. ${question.label}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((unit) => (
            <tr key={unit.sheetId}>
              <UnitHead unit={unit} />
              {round.questions.map((question) => (
                <AnswerCell
                  key={question.id}
                  cell={{ unit, question }}
                  mayReturn={round.mayReturn && round.state !== 'recalled'}
                  onOpen={() => setOpened({ unit, question })}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <Totals round={round} />
      </table>
      {opened && <ReturnDialog {...opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
