/** "Dữ liệu của tôi": what is held about me, why and how long, who looked at my number; all of it as a file. */
import { useState } from 'preact/hooks';
import type { OwnData, OwnLook } from '#client';
import type { DataRequestKind } from '#contracts/privacy/request-kinds';
import { isKeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import { type RecordKind, recordKinds } from '#contracts/privacy/record-kinds';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { showToast } from '../../model/device/speak.ts';
import { keptKeys } from '../../model/keep-ahead.ts';
import { useKeptAnswer } from '../../model/kept-answer.ts';
import { type Held, loadHeld, looksAfter } from '../../model/my-data.ts';
import { ready } from '../../model/words/my-data-words.ts';
import { saveFile } from '../../model/training/files.ts';
import { momentText, number, t, tidy } from '../../model/words/words.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Disc, GroupHeading } from '../../ui/parts.tsx';
import { ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { Requests, RequestSheet } from './data-requests.tsx';

/** The words come in a file of their own, before the screen. */
export const myDataReady = ready.then(() => MyDataScreen);

function MyDataScreen() {
  const { kept, failed, load: again } = useKeptAnswer(keptKeys.data, 'held', loadHeld);
  const [asking, setAsking] = useState<DataRequestKind | 'any'>();
  const close = () => setAsking(undefined);
  return (
    <Screen
      bar={<AppBar title={t('data.title')} back={['cai-dat']} />}
      foot={kept && <Foot onAsk={() => setAsking('any')} />}
    >
      {kept ? (
        <>
          {failed && <p class="muted">{t('data.shownAt', { time: momentText(kept.at) })}</p>}
          <Requests requests={kept.held.requests ?? []} onSent={again} />
          <GroupHeading>{t('data.held')}</GroupHeading>
          <p class="muted" style={{ marginBottom: '8px' }}>
            {t('data.keptUsually')}
          </p>
          <HeldRows data={kept.held.data} />
          <p class="muted space-above">{t('data.notHeld')}</p>
          <Looks key={kept.at} held={kept.held} onAsk={() => setAsking('looks')} />
        </>
      ) : failed ? (
        <ErrorState title={t('data.unloaded')} code={failed} onRetry={again} />
      ) : (
        <SkeletonRows />
      )}
      {asking && <RequestSheet first={asking === 'any' ? undefined : asking} onClose={close} onSent={again} />}
    </Screen>
  );
}

function Foot({ onAsk }: { onAsk: () => void }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await saveFile('/me/data/file', 'du-lieu-cua-toi.json').catch(() => showToast(t('data.saved.failed')));
    setBusy(false);
  };
  return (
    <ActionBar>
      <Button kind="outline" icon="download" busy={busy} onClick={() => void save()}>
        {t('data.save')}
      </Button>
      <Button icon="send" onClick={onAsk}>
        {t('data.request')}
      </Button>
    </ActionBar>
  );
}

// Of this screen only: rules in the common style sheet would be loaded before the first screen.
const PAIR = { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 12px' };
/** At the right end also on a line of their own. */
const VALUES = { marginInlineStart: 'auto' };
const VALUE = { display: 'block', textAlign: 'end', overflowWrap: 'anywhere' };

const ROLES: Partial<Record<string, MiniAppKey>> = {
  leader: 'data.role.leader',
  deputy: 'data.role.deputy',
  member: 'data.role.member',
  supporter: 'data.role.supporter',
};
const COUNTED: Partial<Record<RecordKind, MiniAppKey>> = {
  work: 'data.count.work',
  photos: 'data.count.photos',
  messages: 'data.count.messages',
  accounts: 'data.count.accounts',
  looks: 'data.count.looks',
};

function HeldRows({ data: { fullName, phones, emails, roles, held } }: { data: OwnData }) {
  const now = roles.filter(({ to }) => to === null);
  const before = roles.length - now.length;
  const rows: [RecordKind, string[]][] = [
    ['identity', [fullName]],
    ['contact', [...phones, ...emails]],
    [
      'roles',
      [
        ...now.map(({ role, of }) => t('data.role', { role: t(ROLES[role] ?? 'data.role.officer'), of })),
        ...(before > 0 ? [t('data.role.before', { n: before })] : []),
      ],
    ],
    ...held
      .filter(({ kind, count }) => kind !== 'contact' && count > 0)
      .map(({ kind, count }): [RecordKind, string[]] => [kind, [t(COUNTED[kind] ?? 'data.count', { n: count })]]),
  ];
  return (
    <div class="card rows">
      {rows.map(([kind, values]) => values.length > 0 && <HeldRow key={kind} kind={kind} values={values} />)}
    </div>
  );
}

function HeldRow({ kind, values }: { kind: RecordKind; values: readonly string[] }) {
  const { kept } = recordKinds[kind];
  const { least, most } = isKeepingKind(kept) ? keepingTerms[kept] : { least: 0, most: 0 };
  const words = t(`records.kept.${kept}`, { least, most });
  return (
    <div class="row still">
      <span class="grow">
        <span style={PAIR}>
          <span class="muted">{t(`records.${kind}`)}</span>
          <b style={VALUES}>
            {values.map((value) => (
              <span key={value} style={VALUE}>
                {value}
              </span>
            ))}
          </b>
        </span>
        <span class="muted small">
          {tidy(`${t(`records.${kind}.why`)}. ${kept === 'request' ? '' : t('data.kept', { kept: words })}`)}
        </span>
      </span>
    </div>
  );
}

function Looks({ held, onAsk }: { held: Held; onAsk: () => void }) {
  const [rows, setRows] = useState(held.looks);
  const [next, setNext] = useState(held.next);
  const more = async () => {
    if (!next) return;
    await looksAfter(next).then(
      ({ items, nextCursor }) => {
        setRows([...rows, ...items]);
        setNext(nextCursor);
      },
      () => showToast(t('data.unloaded')),
    );
  };
  return (
    <>
      <GroupHeading count={t('data.looks.count', { n: number(held.data.looks) })}>{t('data.looks')}</GroupHeading>
      {rows.length === 0 ? (
        <p class="muted">{t('data.looks.none')}</p>
      ) : (
        <div class="card rows">
          {rows.map((look) => (
            <LookRow key={look.id} look={look} />
          ))}
        </div>
      )}
      {next && (
        <p class="centre">
          <Button kind="text" onClick={() => void more()}>
            {t('data.looks.more')}
          </Button>
        </p>
      )}
      {rows.length > 0 && (
        <p>
          <Button kind="text" onClick={onAsk}>
            {t('data.ask')}
          </Button>
        </p>
      )}
    </>
  );
}

function LookRow({ look: { at, by, kind, purpose, people } }: { look: OwnLook }) {
  const why = t(`data.look.why.${purpose ?? 'none'}`);
  const what = kind === 'export' && people ? `${t('data.look.list', { n: people })}, ${why}` : why;
  return (
    <div class="row still">
      <Disc icon={kind === 'export' ? 'download' : 'phone'} tone="inset" />
      <span class="grow">
        <b>{by.unit ? `${by.fullName}, ${by.unit}` : by.fullName}</b>
        <span class="muted">{tidy(t('data.look', { at: momentText(at), why: what }))}</span>
      </span>
    </div>
  );
}
