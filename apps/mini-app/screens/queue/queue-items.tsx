/** One item of the queue: what it is, why it waits, its photos, and the ways out. */
import { AskSheet } from '../../ui/sheet.tsx';
import { useState } from 'preact/hooks';
import { type Command, mayHaveArrived } from '#client';
import { formatTime } from '#i18n/dates';
import { formatBytes } from '#i18n/format-more';
import { callOffice, officeReach } from '../../model/device/phone.ts';
import { partsOf } from '../../model/queue/kept-commands.ts';
import { canMend, mend } from '../../model/queue/mend.ts';
import { takeOut } from '../../model/queue/tell.ts';
import { sendNow } from '../../model/queue/enqueue.ts';
import { refusalText } from '../../model/refusals.ts';
import { communeOf, post, teamPosts } from '../../model/sign-in/session.ts';
import { dayText, lang, t, tidy } from '../../model/words/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { sendAsQuick } from './send-as-quick.ts';
import { queueTitle, recordedText, whyWaiting } from './queue-words.ts';

const photosOf = (item: Command): Command[] => partsOf(item).filter(({ state }) => state !== 'sent');

export function WaitingItem({ item, before }: { item: Command; before: readonly Command[] }) {
  const [asking, setAsking] = useState(false);
  const photos = photosOf(item);
  const arrived = item.state === 'sent';
  const why = whyWaiting(item, before);
  const still = item.state === 'saved';
  return (
    <div class="queue-item">
      <b>{queueTitle(item)}</b>
      <span class="muted">{recordedText(item)}</span>
      {isOfOldTeam(item) && (
        <span class="muted">{t('queue.oldTeam', { day: dayText(String(item.view.happenedOn)) })}</span>
      )}
      <span class={`state-line ${arrived ? 'done-word' : 'wait-word'}`}>
        <Icon name={arrived ? 'checkCircle' : why.icon} size={20} />
        <span>
          {arrived ? t('queue.photosLeft', { time: formatTime(item.sentAt ?? 0), n: photos.length }) : why.text}
        </span>
      </span>
      <Share of={item.uploaded} />
      {still && (
        <div class="two">
          {why.helps && (
            <Button kind="outline" icon="cloudUp" onClick={() => void sendNow()}>
              {t('queue.sendNow')}
            </Button>
          )}
          {canMend(item) && (
            <Button kind="outline" icon="pencil" onClick={() => void mend(item)}>
              {t('queue.mend')}
            </Button>
          )}
          <Button kind="outline" icon="trash" onClick={() => setAsking(true)}>
            {t('queue.dropShort')}
          </Button>
        </div>
      )}
      {photos.map((photo) => (
        <PhotoItem key={photo.id} photo={photo} parent={item} />
      ))}
      {asking && <DropSheet item={item} onClose={() => setAsking(false)} />}
    </div>
  );
}

/** The membership has ended since: the work counts for its day. */
const isOfOldTeam = ({ view }: Command) =>
  Boolean(view.teamId && view.happenedOn) && teamPosts.value.every((one) => one.team?.id !== view.teamId);

function PhotoItem({ photo, parent }: { photo: Command; parent: Command }) {
  const size = formatBytes(Number(photo.view.bytes ?? photo.blob?.size ?? 0), lang.value);
  const why = whyWaiting(photo, []);
  return (
    <div class="sub-item">
      <p>
        <b>{t('queue.photo', { n: Number(photo.view.number ?? 1), size })}</b>
        <span class="muted">
          {photo.state === 'refused' ? refusalText(photo) : parent.state === 'sent' ? why.text : t('queue.photo.later')}
        </span>
        <Share of={photo.uploaded} />
      </p>
      {photo.state !== 'sending' && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('photo.remove', { n: Number(photo.view.number ?? 1) })}
          onClick={() => void takeOut(photo.id)}
        >
          <Icon name="trash" />
        </button>
      )}
    </div>
  );
}

const Share = ({ of = 0 }: { of?: number | undefined }) =>
  of > 0 ? (
    <div class="bar thin" aria-hidden="true">
      <i style={{ width: `${of * 100}%` }} />
    </div>
  ) : null;

export function DoneItem({ item }: { item: Command }) {
  return (
    <div class="queue-item">
      <b>{queueTitle(item)}</b>
      <span class="muted">{item.receipt ? t('queue.receipt', { receipt: item.receipt }) : recordedText(item)}</span>
      <span class="state-line done-word">
        <Icon name="checkCircle" size={20} />
        <b>{t('queue.sentAt', { time: formatTime(item.sentAt ?? 0) })}</b>
      </span>
    </div>
  );
}

export function RefusedItem({ item, first }: { item: Command; first: boolean }) {
  const [asking, setAsking] = useState(false);
  const commune = communeOf(post.value);
  const value = Number(item.view.value);
  const canBecomeQuick = item.kind === 'task.progress' && value > 0 && post.value?.team && !mayHaveArrived(item);
  return (
    <>
      <b>{queueTitle(item)}</b>
      <span class="muted">{recordedText(item)}</span>
      <span class="state-line late">
        <Icon name="warn" size={20} />
        <b>{t('queue.refused')}</b>
      </span>
      {item.refusal && <p class="reason-box">{refusalText(item)}</p>}
      {photosOf(item).map((photo) => (
        <PhotoItem key={photo.id} photo={photo} parent={item} />
      ))}
      {canBecomeQuick && (
        <Button wide kind={first ? 'primary' : 'outline'} onClick={() => void sendAsQuick(item)}>
          {t('queue.asQuick.keeps', { n: value, unit: String(item.view.unit ?? t('quick.times')) })}
        </Button>
      )}
      <div class="two">
        {canMend(item) && (
          <Button kind="outline" icon="pencil" onClick={() => void mend(item)}>
            {t('queue.mend')}
          </Button>
        )}
        {commune && (
          <Button kind="outline" icon="phone" onClick={() => void callOffice(commune.id)}>
            {t('queue.callSupport')}
          </Button>
        )}
        <Button kind="outline" icon="trash" onClick={() => setAsking(true)}>
          {t('queue.drop')}
        </Button>
      </div>
      {commune && <Reach unitId={commune.id} />}
      {asking && <DropSheet item={item} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Who answers at the office, and when. */
function Reach({ unitId }: { unitId: string }) {
  const text = officeReach(unitId);
  return text ? <p class="muted">{tidy(text)}</p> : null;
}

function DropSheet({ item, onClose }: { item: Command; onClose: () => void }) {
  const value = Number(item.view.value);
  const title =
    value > 0
      ? t('queue.drop.count', { n: value, unit: String(item.view.unit ?? t('quick.times')) })
      : t('queue.drop.one');
  return (
    <AskSheet
      title={title}
      lead={t('queue.drop.lead')}
      onClose={onClose}
      act={
        <Button
          onClick={() => {
            void takeOut(item.id);
            onClose();
          }}
        >
          {t('queue.drop')}
        </Button>
      }
    >
      <p>{queueTitle(item)}</p>
      {mayHaveArrived(item) && <p class="late">{t('queue.drop.maybe')}</p>}
    </AskSheet>
  );
}
