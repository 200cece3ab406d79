import { webLink } from '#contracts/links';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { useActs } from '../acts.ts';
import { useNow } from '../calendar/calendar-card.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ClashList } from '../plan/clash-list.tsx';
import { DecideForm } from './decide-form.tsx';
import type { SessionDetail } from '../looks.ts';
import { Proposal, Remind } from './proposal.tsx';

function Fact({ word, children }: { word: MessageId; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <>
      <dt>{t(word)}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Where({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const { place, mapUrl, onlineUrl, commune } = session;
  const link = (url: string, word: MessageId) => (
    <a href={webLink(url)} target="_blank" rel="noreferrer" className="fact-link">
      <Icon name="link" size={14} /> {t(word)}
    </a>
  );
  return (
    <Fact word="train.session.where">
      {[place ?? t('train.online'), placeInside(commune.fullName)].join(', ')}
      {mapUrl && link(mapUrl, 'train.session.map')}
      {onlineUrl && link(onlineUrl, 'train.session.link')}
    </Fact>
  );
}

function Seats({ session }: { session: SessionDetail }) {
  const { t, lang } = useI18n();
  const { taken, capacity, waiting, invited, seatsPerTeam, heldUntil } = session;
  const held = heldUntil
    ? t('train.session.held', { n: seatsPerTeam, date: formatDate(heldUntil, lang) })
    : t('train.session.heldAlways', { n: seatsPerTeam });
  return (
    <Fact word="train.session.seats">
      <span className="num-text">{t('train.session.seatsText', { taken, capacity, waiting, invited })}</span>
      {seatsPerTeam > 0 && <span className="caption num-text">{held}</span>}
    </Fact>
  );
}

function Decided({ session }: { session: SessionDetail }) {
  const { t, lang } = useI18n();
  const { decidedBy, decidedAt, version, note, proposal, proposedAt } = session;
  return (
    <>
      <Fact word="train.session.sent">
        <span className="num-text">{formatMoment(proposedAt, Date.now(), lang)}</span>
      </Fact>
      {decidedBy && decidedAt && (
        <Fact word="train.session.decided">
          {t('train.session.decidedBy', {
            name: decidedBy.fullName,
            at: formatMoment(decidedAt, Date.now(), lang),
          })}
        </Fact>
      )}
      {version > 1 && (
        <Fact word="train.session.changes">
          <span className="num-text">{t('train.session.version', { n: version - 1 })}</span>
        </Fact>
      )}
      {note && !proposal && <Fact word="train.session.note">{note}</Fact>}
    </>
  );
}

/** A link among the materials can be pressed. */
function Linked({ text }: { text: string }) {
  return text.split(/(https:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={webLink(part)} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  );
}

function Facts({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const { materials, bring } = session;
  return (
    <dl className="facts">
      <Fact word="train.session.topic">{session.topic}</Fact>
      <Fact word="train.session.audience">{t(`train.audience.${session.audience}` as MessageId)}</Fact>
      <Where session={session} />
      <Fact word="train.session.trainer">{session.trainer.fullName}</Fact>
      <Fact word="train.session.provider">{session.provider.name}</Fact>
      <Seats session={session} />
      {session.language === 'en' && <Fact word="train.plan.language">{t('train.lang.en')}</Fact>}
      {bring && <Fact word="train.session.bring">{bring}</Fact>}
      {materials && (
        <Fact word="train.session.materials">
          <Linked text={materials} />
        </Fact>
      )}
      <Decided session={session} />
    </dl>
  );
}

function PlannerActs({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const acts = useActs();
  const now = useNow();
  const [cancelling, setCancelling] = useState(false);
  const ahead = Date.parse(session.startsAt) > now;
  if (!session.may.change) return null;
  return (
    <div className="session-acts">
      {ahead && acts.change && (
        <Button
          variant="default"
          leftSection={<Icon name="pencil" size={16} />}
          onClick={() => acts.change?.(session.id)}
        >
          {t('train.session.change')}
        </Button>
      )}
      {ahead && acts.move && (
        <Button variant="default" leftSection={<Icon name="clock" size={16} />} onClick={() => acts.move?.(session)}>
          {t('train.session.move')}
        </Button>
      )}
      <Button variant="default" className="quiet-danger" onClick={() => setCancelling(true)}>
        {t('train.session.cancel')}
      </Button>
      {cancelling && <CancelDialog session={session} onClose={() => setCancelling(false)} />}
    </div>
  );
}

export function AboutTab({ session }: { session: SessionDetail }) {
  const { t, lang } = useI18n();
  const reason = session.state === 'cancelled' || session.state === 'refused' ? session.note : null;
  return (
    <>
      {reason && (
        <Notice tone="late" icon="info-circle">
          {reason}
        </Notice>
      )}
      <Proposal session={session} />
      <ClashList clashes={session.clashes} />
      <Facts session={session} />
      {session.state === 'proposed' && session.may.change && (
        <div className="session-acts">
          <Remind session={session} />
          {session.remindedAt && (
            <span className="caption">
              {t('train.open.reminded', { at: formatMoment(session.remindedAt, Date.now(), lang) })}
            </span>
          )}
        </div>
      )}
      {session.may.decide && <DecideForm session={session} />}
      <PlannerActs session={session} />
    </>
  );
}
