/** "Cách làm hay": found on the phone, with or without a network, accents or not. */
import { useEffect, useState } from 'preact/hooks';
import type { KnowHow } from '#client';
import { formatTime } from '#i18n/dates';
import { network } from '../../model/device/network.ts';
import {
  findKnowHow,
  fitsWork,
  keepAsUsed,
  knowHow,
  knowHowFailed,
  loadKnowHow,
  loadKnowHowInPassing,
  markWords,
  usedHere,
} from '../../model/know-how.ts';
import { useKnowHow } from '../../model/queue/commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { NotYet } from './not-yet.tsx';

/** So many cards; a word more finds the others. */
const MOST = 30;
const raised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The strip above says that there is no network. */
export function KnowHowOffline() {
  const kept = knowHow.value;
  if (network.value !== 'none' || !kept) return null;
  return <p class="muted kept">{t('knowHow.offline.text', { n: kept.items.length, time: formatTime(kept.at) })}</p>;
}

/** @param first stands on top: a message or a task has led to it */
export function KnowHowTab({ first, teamId }: { first: string | undefined; teamId: string | undefined }) {
  const [query, setQuery] = useState('');
  useEffect(() => void loadKnowHow(), []);
  const kept = knowHow.value;
  if (!kept) return <NotYet failed={knowHowFailed.value} load={loadKnowHow} />;
  if (kept.items.length === 0)
    return (
      <EmptyState hall title={t('knowHow.empty')} text={t('knowHow.empty.text')}>
        <Tell teamId={teamId} />
      </EmptyState>
    );
  const found = findKnowHow(kept.items, query);
  const led = query ? undefined : found.find(({ id }) => id === first);
  const shown = [...(led ? [led] : []), ...found.filter((one) => one !== led)];
  return (
    <>
      <Find query={query} onInput={setQuery} />
      <p class="muted" role="status">
        {t('knowHow.found', { n: found.length })}
      </p>
      {shown.slice(0, MOST).map((one) => (
        <Entry key={one.id} one={one} query={query} teamId={teamId} />
      ))}
      <p class="muted below">{t('knowHow.none')}</p>
      <Tell teamId={teamId} />
    </>
  );
}

const Tell = ({ teamId }: { teamId: string | undefined }) =>
  teamId ? (
    <Button kind="outline" wide icon="plus" href={href('kho-khan', teamId)}>
      {t('knowHow.tell')}
    </Button>
  ) : null;

function Find({ query, onInput }: { query: string; onInput: (query: string) => void }) {
  return (
    <div class="find">
      <Icon name="search" />
      <input
        type="search"
        value={query}
        maxLength={200}
        aria-label={t('knowHow.find')}
        placeholder={t('knowHow.find')}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {query && (
        <button type="button" class="icon-button" aria-label={t('knowHow.clear')} onClick={() => onInput('')}>
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}

function Entry({ one, query, teamId }: { one: KnowHow; query: string; teamId: string | undefined }) {
  const used = usedHere.value.includes(one.id);
  const use = useSending(async () => {
    if (!teamId) return;
    keepAsUsed(one);
    const [made] = await enqueue(useKnowHow(teamId, one));
    if (made) await tellWhatBecame(made.id, () => t('knowHow.useSent'));
  });
  const n = one.uses ?? 0;
  const unit = raised(one.unit?.fullName ?? '');
  return (
    <article class="card known">
      <b>
        {markWords(tidy(one.text), query).map((piece, i) =>
          piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text,
        )}
      </b>
      <span class="pre">{one.answer}</span>
      {fitsWork(one) && (
        <span class="chip new">
          <Icon name="tasks" size={16} />
          {t('knowHow.fits')}
        </span>
      )}
      {unit && <span class="muted">{n > 0 ? t('knowHow.from', { unit, n }) : t('knowHow.fromNew', { unit })}</span>}
      {used ? (
        <span class="muted">{t('knowHow.used')}</span>
      ) : (
        teamId && (
          <Button kind="text" icon="check" onClick={use}>
            {t('knowHow.use')}
          </Button>
        )
      )}
    </article>
  );
}

/** On a task that counts the same: the newest answer that fits, one line. */
export function KnowHowOffer({ indicatorCode }: { indicatorCode: string }) {
  useEffect(() => void loadKnowHowInPassing(), []);
  const one = knowHow.value?.items.find((each) => each.indicatorCode === indicatorCode);
  if (!one) return null;
  return (
    <a class="card row space-above" href={href('vuong-mac', 'cach-lam', one.id)}>
      <Icon name="book" />
      <b class="grow two-lines">{t('knowHow.offer', { title: one.text })}</b>
      <Icon name="next" />
    </a>
  );
}
