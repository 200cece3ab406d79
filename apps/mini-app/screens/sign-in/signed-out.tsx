/** Signed out with work on the phone: what waits, why that may be, and the way by which it leaves. */
import { useState } from 'preact/hooks';
import { inviteCodeIn } from '#host';
import { dateInVietnam } from '#i18n/dates';
import { read } from '../../model/local.ts';
import type { LeftBehind } from '../../model/queue/kept-commands.ts';
import { dayText, t } from '../../model/words.ts';
import { go } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field } from '../../ui/fields.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Disc } from '../../ui/parts.tsx';

export function SignedOutScreen() {
  const kept = read<Partial<LeftBehind>>('unsent');
  const n = kept?.n ?? 1;
  const [entering, setEntering] = useState(false);
  return (
    <Screen
      bar={<AppBar title={t('app.name')} />}
      foot={
        <ActionBar>
          <Button wide icon="shield" onClick={() => setEntering(true)}>
            {t('out.enter')}
          </Button>
        </ActionBar>
      }
    >
      <div class="card receipt">
        <div class="receipt-top" role="status">
          <Disc icon="device" tone="wait" />
          <p>
            <b class="title">{t('out.title')}</b>
            <span class="muted">{t('out.kept', { n })}</span>
            {kept?.name && kept.since && (
              <span class="muted">{t('out.whose', { name: kept.name, day: dayText(dateInVietnam(kept.since)) })}</span>
            )}
          </p>
        </div>
      </div>
      <h2 class="question">{t('out.why')}</h2>
      <p>{t('out.why.text')}</p>
      <h2 class="question">{t('out.how', { n })}</h2>
      <ol class="steps">
        <li>{t('out.step.call')}</li>
        <li>{t('out.step.open')}</li>
        <li>{t('out.step.sent', { n })}</li>
      </ol>
      {entering && <EnterCode />}
      <p class="muted space-above">{t('out.others')}</p>
    </Screen>
  );
}

function EnterCode() {
  const [text, setText] = useState('');
  const code = inviteCodeIn(text) ?? (/^[\w-]{16,128}$/.test(text.trim()) ? text.trim() : undefined);
  return (
    <>
      <Field label={t('out.code')} kind="text" value={text} onInput={setText} hint={t('out.code.hint')} />
      <Button wide disabled={!code} onClick={() => code && go('moi', code)}>
        {t('out.open')}
      </Button>
    </>
  );
}
