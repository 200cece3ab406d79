/** Language, size, light, devices, which messages come, leaving. */
import { AskSheet } from '../../ui/sheet.tsx';
import { useEffect, useState } from 'preact/hooks';
import { type Preferences, type SessionRow, take } from '#client';
import type { Lang } from '#i18n/dates';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { api } from '../../model/api.ts';
import { hostName } from '../../model/device/device.ts';
import { hosted, launch } from '../../model/device/host.ts';
import { write } from '../../model/local.ts';
import { loadPreferences, preferences } from '../../model/preferences.ts';
import { turnPushOff } from '../../model/device/push.ts';
import { savePreferences } from '../../model/save-preferences.ts';
import { refused, unsent } from '../../model/queue/kept-commands.ts';
import { forgetSession, me } from '../../model/sign-in/session.ts';
import { showToast } from '../../model/device/speak.ts';
import { type Theme, look, setLook } from '../../model/device/look.ts';
import { lang, momentText, setLang, t } from '../../model/words/words.ts';
import { go, href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field, Switch } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { Accounts } from './settings-accounts.tsx';
import { Skills } from './skills.tsx';
import { PushSwitch, Ways } from './settings-ways.tsx';
import { saveUnsent } from '../../model/queue/save-unsent.ts';

export function SettingsScreen() {
  const [leaving, setLeaving] = useState(false);
  const open = unsent.value.length + refused.value.length;
  return (
    <Screen bar={<AppBar title={t('settings.title')} back={['to']} />}>
      <GroupHeading>{t('settings.look')}</GroupHeading>
      <div class="card rows">
        <Segments
          label={t('settings.language')}
          options={[
            ['vi', 'Tiếng Việt'],
            ['en', 'English'],
          ]}
          value={lang.value}
          onPick={(next: Lang) => void pickLanguage(next)}
        />
        <LookFields />
      </div>
      <Ways />
      <PushSwitch />
      <Messages />
      <Accounts />
      <Devices />
      <Skills />
      <DataLink />
      <p class="centre">
        <Button kind="text" onClick={() => setLeaving(true)}>
          {t('settings.signOut')}
        </Button>
      </p>
      {me.value && <p class="centre muted small">{me.value.person.fullName}</p>}
      {leaving && <LeaveSheet open={open} onClose={() => setLeaving(false)} />}
    </Screen>
  );
}

/** Light, and how large the letters are. */
const LookFields = () => (
  <>
    <Segments
      label={t('settings.theme')}
      options={[
        ['auto', t('theme.auto')],
        ['light', t('theme.light')],
        ['dark', t('theme.dark')],
      ]}
      value={look.value.theme}
      onPick={(theme: Theme) => setLook({ theme })}
    />
    <Segments
      label={t('settings.large')}
      options={[
        ['0', t('settings.text.normal')],
        ['1', t('settings.text.large')],
        ['2', t('settings.text.largest')],
      ]}
      value={String(Number(look.value.large))}
      onPick={(large: string) => setLook({ large: Number(large) as 0 | 1 | 2 })}
    />
  </>
);

function DataLink() {
  return (
    <>
      <GroupHeading>{t('settings.data')}</GroupHeading>
      <div class="card rows">
        <a class="row" href={href('du-lieu-cua-toi')}>
          <span class="grow">
            <b>{t('settings.myData')}</b>
            <span class="muted">{t('settings.myData.text')}</span>
          </span>
          <Icon name="next" />
        </a>
      </div>
    </>
  );
}

async function pickLanguage(next: Lang): Promise<void> {
  await setLang(next);
  void api.PUT('/me/language', { body: { language: next } }).catch(() => {});
}

function Segments<T extends string>({
  label,
  options,
  value,
  onPick,
}: {
  label: string;
  options: [T, string][];
  value: T;
  onPick: (value: T) => void;
}) {
  return (
    <div class="setting">
      <b>{label}</b>
      <div class="segments" role="group" aria-label={label}>
        {options.map(([key, word]) => (
          <button type="button" key={key} aria-pressed={key === value} onClick={() => onPick(key)}>
            {word}
          </button>
        ))}
      </div>
    </div>
  );
}

const save = (change: Partial<Preferences>): void =>
  void savePreferences(change).catch(() => showToast(t('settings.notSaved')));

/** Duty messages are named and cannot be muted; the others are switches. */
function Messages() {
  useEffect(() => void loadPreferences(), []);
  const kept = preferences.value;
  if (!kept) return null;
  const mute = (kind: string, on: boolean) =>
    save({ muted: on ? kept.muted.filter((one) => one !== kind) : [...kept.muted, kind] });
  return (
    <>
      <GroupHeading>{t('settings.messages')}</GroupHeading>
      <div class="card rows">
        {kept.optional.map((kind) => {
          const word = KINDS[kind];
          return (
            word && (
              <Switch key={kind} label={t(word)} on={!kept.muted.includes(kind)} onChange={(on) => mute(kind, on)} />
            )
          );
        })}
        <div class="setting quiet">
          <Field
            kind="text"
            label={t('settings.quietFrom')}
            value={kept.quietFrom}
            onInput={(quietFrom) => isTimeOfDay(quietFrom) && save({ quietFrom })}
          />
          <Field
            kind="text"
            label={t('settings.quietTo')}
            value={kept.quietTo}
            onInput={(quietTo) => isTimeOfDay(quietTo) && save({ quietTo })}
          />
        </div>
        <p class="setting muted small">{t('settings.duty')}</p>
      </div>
    </>
  );
}

const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** The kinds that reach a team and may be muted; those for officers are not shown here. */
const KINDS: Record<string, MiniAppKey> = {
  taskConfirmed: 'kind.confirmed',
  taskAccepted: 'kind.team',
  taskHandedOver: 'kind.handedOver',
  taskReleased: 'kind.released',
  difficultyAnswered: 'kind.difficulty',
  difficultyPromiseOver: 'kind.difficultyOver',
  knowHowPublished: 'kind.knowHow',
  unitMoved: 'kind.reform',
  digest: 'kind.digest',
};

function Devices() {
  const [rows, setRows] = useState<SessionRow[]>();
  const load = () => void take(api.GET('/me/sessions')).then(setRows, () => {});
  useEffect(load, []);
  if (!rows) return null;
  const end = (row: SessionRow) =>
    take(api.DELETE('/me/sessions/{sessionId}', { params: { path: { sessionId: row.id } } })).then(load, () =>
      showToast(t('settings.notSaved')),
    );
  return (
    <>
      <GroupHeading>{t('settings.devices')}</GroupHeading>
      <div class="card rows">
        {rows.map((row) => (
          <div class="row still" key={row.id}>
            <p class="grow">
              <b>{row.device || t('settings.device')}</b>
              <span class="muted">
                {row.current ? t('settings.thisDevice') : t('settings.lastSeen', { time: momentText(row.lastSeenAt) })}
              </span>
            </p>
            {!row.current && (
              <Button kind="text" onClick={() => void end(row)}>
                {t('settings.endDevice')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </>
  );
}

function LeaveSheet({ open, onClose }: { open: number; onClose: () => void }) {
  const leave = async () => {
    await turnPushOff().catch(() => {});
    await api.POST('/me/sign-out').catch(() => {});
    // A host would sign in again by itself, which is not what was asked for.
    if (hosted) write('left', launch.account ?? true);
    forgetSession();
    go();
  };
  return (
    <AskSheet
      title={t('leave.title')}
      lead={
        open > 0 ? t('leave.queue', { n: open }) : hosted ? t('leave.lead.host', { app: hostName() }) : t('leave.lead')
      }
      onClose={onClose}
      act={<Button onClick={() => void leave()}>{t('settings.signOut')}</Button>}
    >
      {open > 0 && (
        <Button kind="text" wide icon="download" onClick={() => void saveUnsent()}>
          {t('queue.export')}
        </Button>
      )}
    </AskSheet>
  );
}
