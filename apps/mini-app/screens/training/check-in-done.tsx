/** What this phone has let in, the latest first, and what the server did not take, with the reason. */
import type { CheckInPack } from '#client';
import { refusalText } from '../../model/refusals.ts';
import { type CheckIn, type CheckInRecords, nameAt, type Tick } from '../../model/training/check-in-records.ts';
import { momentText, t } from '../../model/words/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { GroupHeading } from '../../ui/parts.tsx';
import { takeBack } from '../../model/training/check-in-acts.ts';

const SHOWN = 8;

const nameOf = (records: CheckInRecords, { personId, fullName }: CheckIn): string =>
  fullName ?? (personId && nameAt(records, personId).name) ?? t('tr.checkIn.unknown');

export function CheckInDone({ pack, records }: { pack: CheckInPack; records: CheckInRecords }) {
  return (
    <>
      {records.refused.length > 0 && (
        <section>
          <GroupHeading>{t('tr.checkIn.refused')}</GroupHeading>
          <div class="card rows">
            {records.refused.map(({ item, code }) => (
              <div class="row still" key={item.clientId}>
                <span class="grow">
                  <b>{nameOf(records, item)}</b>
                  <span class="late">{refusalText({ refusal: { status: 409, code, params: {} }, view: {} })}</span>
                </span>
              </div>
            ))}
          </div>
        </section>
      )}
      {records.ticks.length > 0 && (
        <section>
          <GroupHeading>{t('tr.checkIn.recent')}</GroupHeading>
          <div class="card rows">
            {records.ticks.slice(0, SHOWN).map((tick) => (
              <Done
                key={tick.item.clientId}
                tick={tick}
                name={nameOf(records, tick.item)}
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
          {t('tr.checkIn.line', { time: momentText(item.at), method: t(`tr.checkIn.method.${item.method}`) })}
        </span>
        <span class={`state-line ${sent ? 'done-word' : 'wait-word'}`}>
          <Icon name={sent ? 'checkCircle' : 'device'} size={20} />
          <b>{t(sent ? 'tr.checkIn.sent' : 'tr.checkIn.kept')}</b>
        </span>
      </span>
      <button type="button" class="icon-button" aria-label={t('tr.checkIn.undo.name', { name })} onClick={onUndo}>
        <Icon name="trash" />
      </button>
    </div>
  );
}
