/** The list by name, with those who come on top of it. */
import { useState } from 'preact/hooks';
import type { CheckInPack } from '#client';
import { finds } from '#i18n/spoken';
import { shortTeam } from '../../model/sign-in/session.ts';
import { showToast } from '../../model/device/speak.ts';
import { byName, checkIn, takeBackItem, walkIn } from '../../model/training/check-in-acts.ts';
import type { CheckIn, CheckInRecords } from '../../model/training/check-in-records.ts';
import { momentText, t } from '../../model/words/words.ts';
import { Field } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';

/** So many are drawn at once; the others are found by their name. */
const FIRST = 60;

/** Five seconds in which a slip is taken back. */
async function letIn(pack: CheckInPack, item: CheckIn, name: string): Promise<void> {
  await checkIn(pack, item);
  showToast(t('tr.checkIn.ok', { name }), { label: t('tr.checkIn.undo'), run: () => void takeBackItem(pack, item) });
}

export function CheckInNames({ pack, records }: { pack: CheckInPack; records: CheckInRecords }) {
  const [sought, setSought] = useState('');
  const isFound = finds(sought);
  const found = records.people.filter(({ person, team }) => isFound(`${person.fullName} ${team?.name ?? ''}`));
  return (
    <>
      <Field label={t('tr.checkIn.find')} kind="search" value={sought} onInput={setSought} maxLength={80} />
      {Boolean(pack.more) && (
        <p class="muted space-above">{t('tr.checkIn.more', { n: pack.people.length, more: pack.more ?? 0 })}</p>
      )}
      {found.length === 0 ? (
        <p class="muted space-above">{t('tr.checkIn.noMatch')}</p>
      ) : (
        <div class="card rows space-above">
          {found.slice(0, FIRST).map((one) => (
            <Person key={one.person.id} pack={pack} one={one} />
          ))}
        </div>
      )}
      <WalkIn pack={pack} start={found.length === 0 ? sought : ''} />
    </>
  );
}

function Person({
  pack,
  one: { person, team, state, thereAt },
}: {
  pack: CheckInPack;
  one: CheckInRecords['people'][number];
}) {
  const name = person.fullName;
  const inside = (
    <>
      <Avatar name={name} me={Boolean(thereAt)} />
      <span class="grow">
        <b>{name}</b>
        {team && <span class="muted">{shortTeam(team.name)}</span>}
        <span class={thereAt ? 'done-word' : 'muted'}>
          {thereAt ? t('tr.chip.there', { time: momentText(thereAt) }) : t(`tr.checkIn.state.${state}`)}
        </span>
      </span>
    </>
  );
  if (thereAt)
    return (
      <div class="row still">
        {inside}
        <Icon name="checkCircle" />
      </div>
    );
  return (
    <button
      type="button"
      class="row"
      aria-label={`${t('tr.checkIn.tick', { name })}, ${t(`tr.checkIn.state.${state}`)}`}
      onClick={() => void letIn(pack, byName(person.id), name)}
    >
      {inside}
      <Icon name="plus" />
    </button>
  );
}

function WalkIn({ pack, start }: { pack: CheckInPack; start: string }) {
  const [typed, setTyped] = useState<string>();
  const [tried, setTried] = useState(false);
  const name = (typed ?? start).trim();
  const bad = name.split(/\s+/).length < 2 || name.length < 4;
  const add = async () => {
    setTried(true);
    if (bad) return;
    await letIn(pack, walkIn(name), name);
    setTyped('');
    setTried(false);
  };
  return (
    <section>
      <GroupHeading>{t('tr.checkIn.walkIn')}</GroupHeading>
      <p class="muted">{t('tr.checkIn.walkIn.lead')}</p>
      <Field
        label={t('tr.checkIn.walkIn.name')}
        kind="text"
        value={typed ?? start}
        onInput={setTyped}
        maxLength={80}
        error={tried && bad ? t('tr.checkIn.walkIn.short') : undefined}
      />
      <div class="space-above">
        <Button wide kind="outline" icon="plus" onClick={() => void add()}>
          {t('tr.checkIn.walkIn.add')}
        </Button>
      </div>
    </section>
  );
}
