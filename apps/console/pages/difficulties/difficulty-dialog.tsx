import { Button } from '@mantine/core';
import { formatMoment } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { AnswerForm } from './answer-form.tsx';
import { type Difficulty, placeOf } from './difficulty-facts.ts';
import { DifficultyStory } from './difficulty-story.tsx';
import { Clock, StateChip } from './difficulty-columns.tsx';
import { PassOn } from './pass-on.tsx';
import { PublishLater } from './publish-later.tsx';
import { useDifficultyActs } from './use-difficulty-acts.ts';

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
          <dd>
            {row.owner?.fullName ?? row.provider?.name ?? <span className="muted">{t('difficulty.nobody')}</span>}
          </dd>
        </div>
      </dl>
      <p className="caption">
        {[
          t(`difficulty.kind.${row.kind}`),
          t('difficulty.told', { name: row.by.fullName, at: at(row.at) }),
          placeOf(row) && t('difficulty.place', { place: placeOf(row) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.photos && row.photos.length > 0 && (
        <div className="difficulty-photos">
          {row.photos.map((photo) => (
            <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
              <img src={photo.url} alt={t('difficulty.photo', { name: photo.takenBy.fullName })} />
            </a>
          ))}
        </div>
      )}
    </>
  );
}

/** A commune passes up what it cannot settle; whoever answers above takes it over. */
function Moves({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { t } = useI18n();
  const acts = useDifficultyActs(row, onClose);
  const { me, post, commune } = useIdentity();
  const isOffice = post.role !== 'trainer';
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
        {isOffice && commune && !row.escalatedAt && (
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
      {isOffice && commune && !row.escalatedAt && <p className="caption">{t('difficulty.passUpAsk')}</p>}
      {isOffice && row.kind === 'signal' && <PassOn row={row} acts={acts} />}
    </>
  );
}

/** One difficulty: what was said, who sees to it, by when, and what was answered in turn. */
export function DifficultyDialog({ row, onClose }: { row: Difficulty; onClose: () => void }) {
  const { t } = useI18n();
  const { may, post } = useIdentity();
  const isOffice = post.role !== 'trainer';
  return (
    <Dialog title={row.team.name} size="lg" onClose={onClose}>
      <div className="form">
        <Facts row={row} />
        <DifficultyStory row={row} />
        {(row.answer !== null || row.publishedAt) && isOffice && may('difficulty.answer') ? (
          <PublishLater key={String(row.publishedAt)} row={row} onClose={onClose} />
        ) : (
          row.publishedAt && <p className="caption">{t('difficulty.published')}</p>
        )}
        {row.answer === null && may('difficulty.answer') && (
          <>
            <Moves row={row} onClose={onClose} />
            <AnswerForm row={row} onClose={onClose} />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** By its address, whichever filter the list behind it has. */
export function OpenedDifficulty({ id, onClose }: { id: string; onClose: () => void }) {
  const { data } = api.useQuery('get', '/difficulties/{difficultyId}', { params: { path: { difficultyId: id } } });
  return data ? <DifficultyDialog row={data} onClose={onClose} /> : null;
}
