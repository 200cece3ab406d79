import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Difficulty, similar } from './difficulty-facts.ts';
import { Clock, StateChip } from './difficulty-table.tsx';
import { useDifficultyActs } from './use-difficulty-acts.ts';

const fewest = 3;

function Facts({ row }: { row: Difficulty }) {
  const { t, lang } = useI18n();
  const at = (moment: string) => formatMoment(moment, Date.now(), lang);
  return (
    <>
      <p className="difficulty-said">{row.text}</p>
      <dl className="difficulty-facts">
        <div>
          <dt>{t('difficulty.state')}</dt>
          <dd>
            <StateChip row={row} />
          </dd>
        </div>
        <div>
          <dt>{t('difficulty.clock')}</dt>
          <dd>
            <Clock row={row} />
          </dd>
        </div>
        <div>
          <dt>{t('difficulty.owner')}</dt>
          <dd>{row.owner?.fullName ?? <span className="muted">{t('difficulty.nobody')}</span>}</dd>
        </div>
      </dl>
      <p className="caption">
        {t(`difficulty.kind.${row.kind}`)} · {t('difficulty.told', { name: row.by.fullName, at: at(row.at) })}
        {row.escalatedAt && ` · ${t('difficulty.escalated', { at: at(row.escalatedAt) })}`}
      </p>
    </>
  );
}

function Answered({ row }: { row: Difficulty }) {
  const { t, lang } = useI18n();
  const at = row.answeredAt ? formatMoment(row.answeredAt, Date.now(), lang) : '';
  return (
    <section className="difficulty-answered">
      <p>{row.answer}</p>
      <span className="caption">
        {t('difficulty.answeredBy', { name: row.answeredBy?.fullName ?? '', at })}
        {row.publishedAt && ` · ${t('difficulty.published')}`}
      </span>
    </section>
  );
}

/** What was answered to the like before; a press takes the words over. */
function Known({ row, onUse }: { row: Difficulty; onUse: (answer: string) => void }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const { data } = api.useQuery('get', '/units/{unitId}/know-how', { params: { path: { unitId: post.unit.id } } });
  const known = similar(row, data ?? []);
  if (known.length === 0) return null;
  return (
    <section className="difficulty-known">
      <h3>{t('difficulty.similar')}</h3>
      <ul>
        {known.map(({ id, text, answer, answeredAt }) => (
          <li key={id}>
            <span className="caption">
              {text} · {formatDate(answeredAt.slice(0, 10), lang)}
            </span>
            <p>{answer}</p>
            <button type="button" className="strong-link" onClick={() => onUse(answer)}>
              {t('difficulty.use')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A commune passes up what it cannot settle; whoever answers above takes it over. */
function Moves({ row, acts }: { row: Difficulty; acts: ReturnType<typeof useDifficultyActs> }) {
  const { t } = useI18n();
  const { me, commune } = useIdentity();
  const isMine = row.owner?.id === me.person.id;
  return (
    <>
      <div className="difficulty-acts">
        {!isMine && (
          <Button
            variant="default"
            leftSection={<Icon name="user" />}
            loading={acts.take.isPending}
            onClick={() => acts.take.mutate()}
          >
            {t(row.owner ? 'difficulty.takeOver' : 'difficulty.take')}
          </Button>
        )}
        {commune && !row.escalatedAt && (
          <Button
            variant="default"
            leftSection={<Icon name="arrow-up" />}
            loading={acts.passUp.isPending}
            onClick={() => acts.passUp.mutate()}
          >
            {t('difficulty.passUp')}
          </Button>
        )}
      </div>
      {commune && !row.escalatedAt && <p className="caption">{t('difficulty.passUpAsk')}</p>}
    </>
  );
}

/** Take it on, pass it up, or answer it. */
function Acts({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { t } = useI18n();
  const [answer, setAnswer] = useState('');
  const [publish, setPublish] = useState(false);
  const acts = useDifficultyActs(row, onClose);
  return (
    <>
      <Moves row={row} acts={acts} />
      <Known row={row} onUse={setAnswer} />
      <NoteField
        label={t('difficulty.answerLabel')}
        description={t('difficulty.answerHint')}
        minRows={3}
        maxLength={2000}
        value={answer}
        onChange={setAnswer}
      />
      <Checkbox
        label={t('difficulty.publish')}
        description={t('difficulty.publishNote')}
        checked={publish}
        onChange={(event) => setPublish(event.currentTarget.checked)}
      />
      <div className="form-foot">
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button
          leftSection={<Icon name="send" />}
          loading={acts.answer.isPending}
          disabled={answer.trim().length < fewest}
          onClick={() => acts.answer.mutate({ answer: answer.trim(), publish })}
        >
          {t('difficulty.send')}
        </Button>
      </div>
    </>
  );
}

/** One difficulty: what was said, who sees to it, by when, and the answer. */
export function DifficultyDialog({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { may } = useIdentity();
  return (
    <Dialog title={row.team.name} size="lg" onClose={onClose}>
      <div className="form">
        <Facts row={row} />
        {row.answer !== null ? (
          <Answered row={row} />
        ) : (
          may('difficulty.answer') && <Acts row={row} onClose={onClose} />
        )}
      </div>
    </Dialog>
  );
}
