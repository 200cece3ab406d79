/** My accounts of Zalo and Telegram: which are tied to me, taking one off, tying another by a code of my own. */
import { useEffect, useState } from 'preact/hooks';
import { type LinkCode, type LinkedAccount, take } from '#client';
import { dateInVietnam } from '#i18n/dates';
import { api } from '../../model/api.ts';
import { host } from '../../model/device/host.ts';
import { showToast } from '../../model/device/speak.ts';
import { dayText, momentText, t } from '../../model/words/words.ts';
import { Disc, Button, GroupHeading } from '../../ui/parts.tsx';
import { AskSheet, BottomSheet } from '../../ui/sheet.tsx';
import { copy } from '../../model/device/copy.ts';

const nameOf = (space: LinkedAccount['space']) => t(`accounts.${space}`);

export function Accounts() {
  const [rows, setRows] = useState<LinkedAccount[]>();
  const [taking, setTaking] = useState<LinkedAccount>();
  const [code, setCode] = useState<LinkCode>();
  const [busy, setBusy] = useState(false);
  const load = () => void take(api.GET('/me/accounts')).then(setRows, () => {});
  useEffect(load, []);
  if (!rows) return null;
  const connect = async () => {
    setBusy(true);
    await take(api.POST('/me/link-codes')).then(setCode, () => showToast(t('connect.failed')));
    setBusy(false);
  };
  return (
    <>
      <GroupHeading>{t('accounts.title')}</GroupHeading>
      <div class="card rows">
        {rows.length === 0 && <p class="setting muted">{t('accounts.none')}</p>}
        {rows.map((row) => (
          <AccountRow key={row.id} account={row} onTake={() => setTaking(row)} />
        ))}
        <div class="setting">
          <Button wide kind="outline" icon="plus" busy={busy} onClick={() => void connect()}>
            {t('accounts.connect')}
          </Button>
        </div>
      </div>
      {taking && <TakeSheet account={taking} onClose={() => setTaking(undefined)} onTaken={load} />}
      {code && (
        <ConnectSheet
          code={code}
          onClose={() => {
            setCode(undefined);
            load();
          }}
        />
      )}
    </>
  );
}

function AccountRow({ account, onTake }: { account: LinkedAccount; onTake: () => void }) {
  const active = account.state === 'active';
  const name = nameOf(account.space);
  return (
    <div class="row still">
      <Disc icon="chat" tone={active ? 'tint' : 'wait'} />
      <p class="grow">
        <b>{name}</b>
        <span class={active ? 'muted' : 'wait-word'}>
          {active ? t('accounts.since', { day: dayText(dateInVietnam(account.linkedAt)) }) : t('accounts.suspended')}
        </span>
      </p>
      <button type="button" class="link" aria-label={t('accounts.take.name', { name })} onClick={onTake}>
        {t('accounts.take')}
      </button>
    </div>
  );
}

function TakeSheet({
  account,
  onClose,
  onTaken,
}: {
  account: LinkedAccount;
  onClose: () => void;
  onTaken: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const name = nameOf(account.space);
  const yes = async () => {
    setBusy(true);
    await take(api.DELETE('/me/accounts/{accountId}', { params: { path: { accountId: account.id } } })).then(
      () => {
        showToast(t('accounts.taken', { name }));
        onTaken();
      },
      () => showToast(t('settings.notSaved')),
    );
    onClose();
  };
  return (
    <AskSheet
      title={t('accounts.take.title', { name })}
      lead={t('accounts.take.lead')}
      onClose={onClose}
      act={
        <Button busy={busy} onClick={() => void yes()}>
          {t('accounts.take')}
        </Button>
      }
    />
  );
}

/** A way with a link opens it here or by its code on another phone; a way without one takes the text. */
function ConnectSheet({ code, onClose }: { code: LinkCode; onClose: () => void }) {
  return (
    <BottomSheet
      title={t('connect.title')}
      lead={t('connect.lead', { time: momentText(code.expiresAt) })}
      onClose={onClose}
      actions={
        <Button kind="outline" wide onClick={onClose}>
          {t('act.close')}
        </Button>
      }
    >
      {code.ways.length === 0 && <p>{t('connect.none')}</p>}
      {code.ways.map((way) => (
        <section class="connect" key={way.space}>
          {way.url?.includes(code.code) ? (
            <OpenWay name={nameOfWay(way)} url={way.url} />
          ) : (
            <TextWay name={nameOfWay(way)} {...way} />
          )}
        </section>
      ))}
    </BottomSheet>
  );
}

const nameOfWay = ({ space }: LinkCode['ways'][number]) => t(space === 'zalo-app' ? 'way.zalo-mini' : `way.${space}`);
const openOutside = (url: string) => void host().then((shown) => shown.openExternal(url));

/** The link carries the code: opened here, or on another phone. */
function OpenWay({ name, url }: { name: string; url: string }) {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    void import('#qr').then(({ qrSvg }) => setPicture(qrSvg(url, { border: 4 })));
  }, [url]);
  return (
    <>
      <Button wide kind="outline" icon="chat" onClick={() => openOutside(url)}>
        {t('connect.open', { name })}
      </Button>
      {picture && (
        <>
          <p class="muted centre">{t('connect.scan')}</p>
          <img
            class="qr small-qr"
            alt={t('connect.qr', { name })}
            src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
          />
        </>
      )}
    </>
  );
}

/** The code is a line to send into the chat. */
function TextWay({ name, url, text }: { name: string; url: string | null; text: string }) {
  return (
    <>
      <b>{t('connect.send', { name })}</b>
      <p class="code-line">{text}</p>
      <div class="two">
        <Button kind="outline" icon="copy" onClick={() => void copy(text)}>
          {t('act.copy')}
        </Button>
        {url && (
          <Button kind="outline" icon="chat" onClick={() => openOutside(url)}>
            {t('connect.open', { name })}
          </Button>
        )}
      </div>
    </>
  );
}
