import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { client } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, FormDialog } from '../../../ui/form.tsx';
import { Card } from '../../../ui/layout.tsx';
import { useReformCommand } from '../reform-command.ts';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import { Held } from './person-pick.tsx';
import { type PersonLeft, type PlacePeople, postOf, seatWord } from './use-people.ts';

/** For how long whoever held a post reads the past of the unit that ends. */
function DaysDialog({ reform, onClose }: { reform: Reform; onClose: () => void }) {
  const { t } = useI18n();
  const [days, setDays] = useState<number | null>(reform.pastDays);
  const { id: reformId, title, onDate, directive } = reform;
  const save = useReformCommand(reform, {
    send: (pastDays: number, header, version) =>
      client.PUT('/reforms/{reformId}', {
        params: { path: { reformId }, header },
        body: { version, title, onDate, pastDays, ...(directive && { directiveId: directive.id }) },
      }),
    done: onClose,
  });
  return (
    <FormDialog
      title={t('rp.days')}
      label={t('rp.save')}
      busy={save.isPending}
      disabled={days === null || days > 366}
      onClose={onClose}
      onSubmit={() => days !== null && save.mutate(days)}
    >
      <CountField
        label={t('rp.daysLabel')}
        description={t('rp.daysHint')}
        required
        max={366}
        value={days}
        onChange={setDays}
      />
    </FormDialog>
  );
}

function Unclear({ reform, of, may, left }: { reform: Reform; of: PlacePeople; may: boolean; left: PersonLeft }) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const { fullName, position, id } = left.person;
  const [seat] = of.place.empty;
  return (
    <li>
      <b>{fullName}</b>
      <Held holder={left} />
      {may && (
        <span className="ur-offers">
          {seat && (
            <Button
              size="xs"
              variant="default"
              disabled={edit.isPending}
              aria-label={t('rp.seatTo', { seat: t(seatWord(seat)), name: fullName })}
              onClick={() => edit.mutate([postOf(seat, left, of.place, position ?? t(seatWord(seat)))])}
            >
              {t(seatWord(seat))}
            </Button>
          )}
          <Button
            size="xs"
            variant="subtle"
            disabled={edit.isPending}
            aria-label={t('rp.endOf', { name: fullName })}
            onClick={() => edit.mutate([{ do: 'leave', personId: id, intoPosition: of.place.position }])}
          >
            {t('rp.end')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** What remains of an office that ends: the past, for some days. */
function PastText({ reform, of }: { reform: Reform; of: PlacePeople }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { pastDays: n, pastLastDay } = of;
  if (!pastLastDay) return t('rp.pastNone');
  const isLate = reform.onDate < me.today && reform.state !== 'applied';
  return isLate ? t('rp.pastLate', { n }) : t('rp.past', { n, day: formatDate(pastLastDay, lang, { withYear: true }) });
}

function Ends({ reform, of, may, ends }: { reform: Reform; of: PlacePeople; may: boolean; ends: PersonLeft[] }) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const [asks, setAsks] = useState(false);
  return (
    <section>
      <h3>
        {t('rp.ends')} · {ends.length}
      </h3>
      <p className="muted">
        <PastText reform={reform} of={of} />{' '}
        {may && (
          <button type="button" className="link" onClick={() => setAsks(true)}>
            {t('rp.days')}
          </button>
        )}
      </p>
      <ul>
        {ends.map(({ person, leaveLine }) => (
          <li key={person.id} className="rp-line">
            {person.fullName}
            {may && leaveLine !== null && (
              <button
                type="button"
                className="link"
                aria-label={t('rp.undoEndOf', { name: person.fullName })}
                onClick={() => edit.mutate([{ do: 'drop', positions: [leaveLine] }])}
              >
                {t('rp.undoEnd')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {asks && <DaysDialog reform={reform} onClose={() => setAsks(false)} />}
    </section>
  );
}

/** People of the units that end: of whom nothing is said first, then who goes on and who leaves office. */
export function PeopleLeft({ reform, of, may }: { reform: Reform; of: PlacePeople; may: boolean }) {
  const { t } = useI18n();
  const by = (state: PersonLeft['state']) => of.people.filter((one) => one.state === state);
  const [unclear, goes] = [by('unclear'), by('goes')];
  return (
    <Card title={t('rp.people', { n: of.people.length })} className="rp-left">
      <section>
        <h3 data-open={unclear.length > 0 || undefined}>
          {t('rp.unclear')} · {unclear.length}
        </h3>
        {unclear.length === 0 && <p className="muted">{t('rp.nobodyUnclear')}</p>}
        <ul>
          {unclear.map((left) => (
            <Unclear key={left.person.id} reform={reform} of={of} may={may} left={left} />
          ))}
        </ul>
      </section>
      <section>
        <h3>
          {t('rp.goes')} · {goes.length}
        </h3>
        <ul>
          {goes.map(({ person, to }) => (
            <li key={person.id}>
              {person.fullName}
              <span className="cell-2">{to.map(({ title, name }) => `${title}, ${name}`).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </section>
      <Ends reform={reform} of={of} may={may} ends={by('ends')} />
    </Card>
  );
}
