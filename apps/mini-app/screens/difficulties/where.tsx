/**
 * Where a difficulty is: the team's own hamlet or another one of its commune, and the spot in it. Both are chosen or typed;
 * the phone's position is never asked.
 */
import { useState } from 'preact/hooks';
import { take } from '#client';
import { api } from '../../model/api.ts';
import { spotsBefore } from '../../model/difficulties.ts';
import { useKeptAnswer } from '../../model/kept-answer.ts';
import { teamPosts } from '../../model/sign-in/session.ts';
import { t, tidy } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { BottomSheet, RadioList } from '../../ui/sheet.tsx';
import { SkeletonRows } from '../../ui/states.tsx';

export interface Place {
  /** Of another hamlet than the team's; empty for its own. */
  hamletId: string;
  spot: string;
  /** The spot is typed, not one of those to choose from. */
  elsewhere: boolean;
}
interface WhereProps {
  teamId: string;
  value: Place;
  change: (part: Partial<Place>) => void;
}

export function Where({ teamId, value, change }: WhereProps) {
  const [choosing, setChoosing] = useState(false);
  const own = teamPosts.value.find((each) => each.team?.id === teamId)?.unit;
  const { kept, failed } = useKeptAnswer(`snapshot.places.${teamId}`, 'places', () =>
    take(api.GET('/teams/{teamId}/difficulty-places', { params: { path: { teamId } } })),
  );
  const hamlet = kept?.places.find(({ id }) => id === value.hamletId) ?? own;
  const isAlone = kept !== undefined && kept.places.length < 2;
  return (
    <>
      <div class="field">
        <p class="label ask-head">
          <span>
            <b>{t('difficulty.where')}</b> {hamlet && <span class="muted">{tidy(hamlet.fullName)}</span>}
          </span>
          {!isAlone && (
            <button type="button" class="link" onClick={() => setChoosing(true)}>
              {t('difficulty.otherHamlet')}
            </button>
          )}
        </p>
        <Spots hamletId={value.hamletId || own?.id} value={value} change={change} />
      </div>
      {choosing && (
        <BottomSheet title={t('difficulty.hamlet')} onClose={() => setChoosing(false)}>
          {kept ? (
            <RadioList
              name="hamlet"
              legend={t('difficulty.hamlet')}
              options={kept.places.map(({ id, fullName }) => ({ value: id, text: tidy(fullName) }))}
              value={value.hamletId || own?.id}
              onPick={(id) => {
                change({ hamletId: id === own?.id ? '' : id, spot: '', elsewhere: false });
                setChoosing(false);
              }}
            />
          ) : failed ? (
            <p class="muted">{t('difficulty.noHamlets')}</p>
          ) : (
            <SkeletonRows />
          )}
        </BottomSheet>
      )}
    </>
  );
}

function Spots({ hamletId, value, change }: Omit<WhereProps, 'teamId'> & { hamletId: string | undefined }) {
  const spots = [...new Set([t('difficulty.whole'), t('difficulty.hall'), ...spotsBefore(hamletId)])];
  return (
    <>
      <div class="picks" role="group" aria-label={t('difficulty.where')}>
        {spots.map((spot) => (
          <button
            type="button"
            key={spot}
            class="pick"
            aria-pressed={!value.elsewhere && value.spot === spot}
            onClick={() => change({ spot, elsewhere: false })}
          >
            <b>{spot}</b>
          </button>
        ))}
        <button
          type="button"
          class="pick"
          aria-pressed={value.elsewhere}
          onClick={() => change({ spot: '', elsewhere: true })}
        >
          <b>{t('difficulty.elsewhere')}</b>
        </button>
      </div>
      {value.elsewhere && (
        <Field
          label={t('difficulty.spot')}
          kind="text"
          maxLength={200}
          value={value.spot}
          onInput={(spot) => change({ spot })}
        />
      )}
    </>
  );
}
