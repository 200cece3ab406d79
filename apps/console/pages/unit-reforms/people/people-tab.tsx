import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Notice } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useViewportStep } from '../../../ui/viewport.ts';
import { isOpen, type Reform } from '../reform-looks.ts';
import { NotYours } from './not-yours.tsx';
import { OfficesCard } from './offices-card.tsx';
import { PeopleLeft } from './people-left.tsx';
import { PostsCard } from './posts-card.tsx';
import { type Place, type PlacePeople, usePlace, usePlaces } from './use-people.ts';
import './people.css';

/** Below this the units are chosen from a list that opens. */
const narrowBelow = 1000;
const ALERTED = 2;
const hasGap = ({ empty, unclear, held }: Place): boolean => empty.length > 0 || unclear > 0 || held > 0;

/** The next unit with a gap after this one, round the end. */
function nextGap(places: readonly Place[], position: number): Place | undefined {
  const at = places.findIndex((place) => place.position === position);
  return [...places.slice(at + 1), ...places.slice(0, Math.max(at, 0))].find(hasGap);
}

/** What stays without somebody, the first two by name. */
function Alert({ reform, places, onGo }: { reform: Reform; places: readonly Place[]; onGo: (place: Place) => void }) {
  const { t, lang } = useI18n();
  const lacking = places.filter(({ empty }) => empty.length > 0);
  const [first] = lacking;
  if (!first) return null;
  const said = lacking
    .slice(0, ALERTED)
    .map(({ name, empty }) =>
      t('rp.lacks', { place: name, seats: empty.map((seat) => t(`rp.lack.${seat}`)).join(', ') }),
    );
  return (
    <Notice
      tone="late"
      icon="user-exclamation"
      action={
        <button type="button" className="strong-link" onClick={() => onGo(first)}>
          {t('rp.to', { place: first.name })}
        </button>
      }
    >
      <b>{`${said.join('; ')}${lacking.length > ALERTED ? '…' : '.'}`}</b>{' '}
      {t('rp.alert', { day: formatDate(reform.onDate, lang, { withYear: true }) })}
    </Notice>
  );
}

interface PlacesProps {
  reform: Reform;
  places: readonly Place[];
  /** The position of the one that is shown. */
  at: number;
  onGo: (place: Place) => void;
}

function Places({ reform, places, at, onGo }: PlacesProps) {
  const { t, lang } = useI18n();
  const narrow = useViewportStep() < narrowBelow;
  const left = ({ empty, unclear, held }: Place) => empty.length + unclear + held;
  if (narrow)
    return (
      <Choice
        label={t('rp.pick')}
        searchable
        options={places.map((place) => ({
          value: String(place.position),
          label: left(place) > 0 ? `${place.name} · ${left(place)}` : place.name,
        }))}
        value={String(at)}
        onChange={(value) => {
          const place = places.find(({ position }) => String(position) === value);
          if (place) onGo(place);
        }}
      />
    );
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <Card title={t('rp.places', { n: places.length, day })} className="rp-places">
      <ul>
        {places.map((place) => (
          <li key={place.position}>
            <button type="button" aria-current={place.position === at || undefined} onClick={() => onGo(place)}>
              {place.name}
              {left(place) > 0 ? (
                <span className="ur-count">{left(place)}</span>
              ) : (
                <Icon name="check" size={16} label={t('rp.full')} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Head({ of, next, onGo }: { of: PlacePeople; next: Place | undefined; onGo: (place: Place) => void }) {
  const { t } = useI18n();
  const { name: place, empty, ending, held } = of.place;
  const done = held > 0 ? t('rp.titleHeld', { place, n: held }) : t('rp.titleDone', { place });
  const many = (state: string) => of.people.filter((one) => one.state === state).length;
  return (
    <div className="rp-head">
      <div>
        <h2>{empty.length > 0 ? t('rp.title', { place, n: empty.length }) : done}</h2>
        <p className="muted">
          {t('rp.sub', {
            ending,
            people: of.people.length,
            goes: many('goes'),
            ends: many('ends'),
            unclear: many('unclear'),
          })}
        </p>
      </div>
      {next && (
        <Button leftSection={<Icon name="check" size={16} />} onClick={() => onGo(next)}>
          {t('rp.next', { place: next.name })}
        </Button>
      )}
    </div>
  );
}

function PlaceView({ reform, places, at, onGo }: PlacesProps) {
  const { me } = useIdentity();
  const query = usePlace(reform, at);
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  return (
    <Loaded query={query} rows={8}>
      {(of) => (
        <div className="rp-place">
          <Head of={of} next={nextGap(places, at)} onGo={onGo} />
          <div>
            <PostsCard key={of.place.position} reform={reform} of={of} may={may} />
            <OfficesCard reform={reform} of={of} may={may} />
          </div>
          <PeopleLeft reform={reform} of={of} may={may} />
        </div>
      )}
    </Loaded>
  );
}

/** No post and no unit without somebody by oversight: what stays empty, then new posts, then people left over. */
export function PeopleTab({ reform }: { reform: Reform }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const query = usePlaces(reform);
  const [chosen, setChosen] = useState<number | null>(null);
  const places = query.rows;
  const at = chosen ?? places.find(hasGap)?.position ?? places[0]?.position;
  const go = ({ position }: Place) => setChosen(position);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = event.altKey && event.key === 'ArrowDown' && at !== undefined && nextGap(places, at);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    go(next);
  };
  return (
    <Loaded query={query} rows={8}>
      {() =>
        at === undefined ? (
          <Card className="ur-first">
            <p className="card-body muted">{t('rp.none')}</p>
          </Card>
        ) : (
          <div className="ur-stack" onKeyDownCapture={onKeyDown}>
            <Alert reform={reform} places={places} onGo={go} />
            {isOpen(reform, me.today) && <NotYours posts={query.data?.notYours ?? []} />}
            <div className="rp-columns">
              <Places reform={reform} places={places} at={at} onGo={go} />
              <PlaceView reform={reform} places={places} at={at} onGo={go} />
            </div>
          </div>
        )
      }
    </Loaded>
  );
}
