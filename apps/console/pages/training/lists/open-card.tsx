import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate, formatMoment } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import { useActs } from '../acts.ts';
import { lookOf, type SessionRow } from '../looks.ts';
import { Proposal, Remind } from '../session/proposal.tsx';
import { useSession } from '../use-sessions.ts';
import { dayOfSession, placeText, whenText } from '../words.ts';

const shown = 3;

/** What only the whole session knows: the commune's wish, when it was reminded. */
function More({ session }: { session: SessionRow }) {
  const { t, lang } = useI18n();
  const detail = useSession(session.id).data;
  if (!detail) return null;
  return (
    <>
      {detail.remindedAt && (
        <span className="caption">
          {t('train.open.reminded', { at: formatMoment(detail.remindedAt, Date.now(), lang) })}
        </span>
      )}
      <Proposal session={detail} />
    </>
  );
}

function Acts({ session, decides }: { session: SessionRow; decides: boolean }) {
  const { t } = useI18n();
  const acts = useActs();
  const { move } = acts;
  if (decides)
    return session.state === 'proposed' ? (
      <Button onClick={() => acts.open(session.id)}>{t('train.open.answer')}</Button>
    ) : (
      <Button variant="default" onClick={() => acts.open(session.id)}>
        {t('train.open.see')}
      </Button>
    );
  return (
    <>
      {session.state === 'proposed' && <Remind session={session} />}
      {move && (
        <Button variant="default" leftSection={<Icon name="clock" size={16} />} onClick={() => move(session)}>
          {t('train.open.move')}
        </Button>
      )}
    </>
  );
}

function Entry({ session, decides }: { session: SessionRow; decides: boolean }) {
  const { t, lang } = useI18n();
  const acts = useActs();
  const look = lookOf(session, Date.now());
  const state = t(look.word).toLocaleLowerCase('vi');
  return (
    <li>
      <div className="open-head">
        <button type="button" className="link" onClick={() => acts.open(session.id)}>
          {decides ? session.title : t('train.open.title', { date: dayOfSession(session, lang), state })}
        </button>
        {decides && (
          <Chip tone={look.tone} icon={look.icon}>
            {t(look.word)}
          </Chip>
        )}
      </div>
      <p className="caption num-text">
        {[
          whenText(t, lang, session),
          placeText(t, session, !decides),
          decides ? session.provider.name : session.title,
        ].join(' · ')}
        <br />
        {t('train.open.sent', { date: formatDate(dateInVietnam(session.proposedAt), lang) })}
      </p>
      <More session={session} />
      <div className="session-acts">
        <Acts session={session} decides={decides} />
      </div>
    </li>
  );
}

/** What waits for the commune, or for the trainer's answer to the commune. */
export function OpenCard({ sessions, decides }: { sessions: readonly SessionRow[]; decides: boolean }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  if (sessions.length === 0) return null;
  return (
    <Card title={t(decides ? 'train.open.headingCommune' : 'train.open.heading')}>
      <ul className="open-list">
        {sessions.slice(0, all ? undefined : shown).map((session) => (
          <Entry key={session.id} session={session} decides={decides} />
        ))}
      </ul>
      {!all && sessions.length > shown && (
        <div className="card-body">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t('train.open.more', { n: sessions.length })}
          </button>
        </div>
      )}
    </Card>
  );
}
