/** Where, our seats, trainer, what to bring: in the order in which they are read. */
import { webLink } from '#contracts/links';
import type { ComponentChildren } from 'preact';
import { now } from '../../model/clock.ts';
import { shortTeam } from '../../model/sign-in/session.ts';
import { phaseOf, type ShownSession, seatsLeft } from '../../model/training/answers.ts';
import { ratio, t, tidy } from '../../model/words/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Card } from '../../ui/parts.tsx';
import { drawn } from '../../ui/training-style.ts';

/** So many seats are drawn one by one. */
const DRAWN = 6;

function Fact({ icon, label, children }: { icon: IconName; label: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <Icon name={icon} />
      <div class="grow">
        <span class="muted">{label}</span>
        {children}
      </div>
    </div>
  );
}

const Out = ({ to, children }: { to: string; children: ComponentChildren }) => (
  <a class="link" href={webLink(to)} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);

export function SessionFacts({ session }: { session: ShownSession }) {
  return (
    <Card class="rows">
      <Place session={session} />
      <Seats session={session} />
      <Fact icon="cap" label={t('tr.trainer')}>
        <b class="strong-line">{session.trainer.fullName}</b>
        <span class="muted">{session.provider.name}</span>
      </Fact>
      {session.bring && (
        <Fact icon="device" label={t('tr.bring')}>
          <p class="pre">{tidy(session.bring)}</p>
        </Fact>
      )}
      {session.materials && (
        <Fact icon="paper" label={t('tr.materials')}>
          <p class="pre">{tidy(session.materials)}</p>
        </Fact>
      )}
    </Card>
  );
}

function Place({ session }: { session: ShownSession }) {
  const { place, mapUrl, onlineUrl, mine } = session;
  return (
    <Fact icon="pin" label={t('tr.place')}>
      <b class="strong-line">{place ? tidy(place) : t('tr.place.online')}</b>
      {mapUrl && (
        <Out to={mapUrl}>
          <Icon name="pin" size={20} />
          {t('tr.place.map')}
        </Out>
      )}
      {onlineUrl && <Out to={onlineUrl}>{t('tr.place.link')}</Out>}
      {!place && !onlineUrl && mine.state !== 'seated' && <span class="muted">{t('tr.place.linkLater')}</span>}
    </Fact>
  );
}

function Seats({ session }: { session: ShownSession }) {
  const { team } = session;
  const over = phaseOf(session, now()) === 'over';
  const left = over ? 0 : seatsLeft(session);
  const people = team?.seated ?? [];
  const free = team && team.kept > 0 ? Math.min(left, Math.max(0, team.kept - people.length)) : 0;
  return (
    <Fact icon="people" label={team ? t('tr.seats', { team: shortTeam(team.name) }) : t('tr.seats.all')}>
      {!over && (
        <b class="strong-line">
          {team && team.kept > 0
            ? t('tr.seats.kept', { n: team.kept, left: free })
            : left > 0
              ? t('tr.seats.open', { left })
              : t('tr.seats.none')}
        </b>
      )}
      {people.length + free > 0 && (
        <span class="seats" aria-hidden="true">
          {people.slice(0, DRAWN).map((person) => (
            <Avatar key={person.id} name={person.fullName} />
          ))}
          {Array.from({ length: Math.max(0, Math.min(free, DRAWN - people.length)) }, (_, i) => (
            <span key={i} class="lead free">
              <Icon name={drawn.person} />
            </span>
          ))}
        </span>
      )}
      {people.slice(0, 3).map((person) => (
        <span key={person.id} class="muted">
          {t('tr.seats.who', { name: person.fullName })}
        </span>
      ))}
      {people.length > 3 && <span class="muted">{t('tr.seats.others', { n: people.length - 3 })}</span>}
      <span class="muted">{t('tr.seats.class', { ratio: ratio(session.taken, session.capacity) })}</span>
    </Fact>
  );
}
