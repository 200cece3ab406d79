/** What this phone has let in, the latest first, and what the server did not take, with the reason. */
import type { DoorPack } from '#client';
import { refusalText } from '../../model/refusals.ts';
import { type CheckIn, type DoorBook, nameAt, type Tick } from '../../model/training/door-book.ts';
import { momentText, t } from '../../model/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { GroupHeading } from '../../ui/parts.tsx';
import { takeBack } from '../../model/training/door-acts.ts';

const SHOWN = 8;

const nameOf = (book: DoorBook, { personId, fullName }: CheckIn): string =>
  fullName ?? (personId && nameAt(book, personId).name) ?? t('tr.door.unknown');

export function DoorDone({ pack, book }: { pack: DoorPack; book: DoorBook }) {
  return (
    <>
      {book.refused.length > 0 && (
        <section>
          <GroupHeading>{t('tr.door.refused')}</GroupHeading>
          <div class="card rows">
            {book.refused.map(({ item, code }) => (
              <div class="row still" key={item.clientId}>
                <span class="grow">
                  <b>{nameOf(book, item)}</b>
                  <span class="late">{refusalText({ refusal: { status: 409, code, params: {} }, view: {} })}</span>
                </span>
              </div>
            ))}
          </div>
        </section>
      )}
      {book.ticks.length > 0 && (
        <section>
          <GroupHeading>{t('tr.door.recent')}</GroupHeading>
          <div class="card rows">
            {book.ticks.slice(0, SHOWN).map((tick) => (
              <Done
                key={tick.item.clientId}
                tick={tick}
                name={nameOf(book, tick.item)}
                onUndo={() => void takeBack(pack, tick)}
              />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Done({ tick: { item, state }, name, onUndo }: { tick: Tick; name: string; onUndo: () => void }) {
  const sent = state === 'sent';
  return (
    <div class="row still">
      <span class="grow">
        <b>{name}</b>
        <span class="muted">
          {t('tr.door.line', { time: momentText(item.at), method: t(`tr.door.method.${item.method}`) })}
        </span>
        <span class={`state-line ${sent ? 'done-word' : 'wait-word'}`}>
          <Icon name={sent ? 'checkCircle' : 'device'} size={20} />
          <b>{t(sent ? 'tr.door.sent' : 'tr.door.kept')}</b>
        </span>
      </span>
      <button type="button" class="icon-button" aria-label={t('tr.door.undo.name', { name })} onClick={onUndo}>
        <Icon name="trash" />
      </button>
    </div>
  );
}
