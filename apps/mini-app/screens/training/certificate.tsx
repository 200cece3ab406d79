/** Whether a certificate holds: asked by whoever has the paper, also without being signed in. */
import { useEffect, useState } from 'preact/hooks';
import { ApiError, type CertificateCheck, take } from '#client';
import { formatDate } from '#i18n/dates';
import { api } from '../../model/api.ts';
import { session } from '../../model/sign-in/session.ts';
import { failureCode } from '../../model/tasks.ts';
import { lang, momentText, number, t, tidy } from '../../model/words/words.ts';
import { go, goInstead } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';

type Answer = CertificateCheck | 'unknown' | { failed: string };

export function CertificateScreen({ code }: { code?: string | undefined }) {
  const [answer, setAnswer] = useState<Answer>();
  const check = async () => {
    if (!code) return;
    setAnswer(undefined);
    try {
      setAnswer(await take(api.GET('/certificates/{code}', { params: { path: { code } } })));
    } catch (error) {
      const unknown = error instanceof ApiError && [400, 404, 422].includes(error.status);
      setAnswer(unknown ? 'unknown' : { failed: failureCode(error) });
    }
  };
  useEffect(() => void check(), [code]);
  const back = session.value ? { back: ['khoa-da-hoc'] } : {};
  return (
    <Screen bar={<AppBar title={t('tr.check.title')} {...back} />}>
      {!code ? (
        <Ask />
      ) : !answer ? (
        <SkeletonRows count={2} />
      ) : answer === 'unknown' ? (
        <EmptyState title={t('tr.check.unknown')} text={t('tr.check.unknown.text')}>
          <Ask start={code} />
        </EmptyState>
      ) : 'failed' in answer ? (
        <ErrorState
          title={t('tr.check.failed')}
          text={t('tr.check.failed.text')}
          code={answer.failed}
          onRetry={() => void check()}
        />
      ) : (
        <Verdict check={answer} code={code} />
      )}
    </Screen>
  );
}

function Ask({ start = '' }: { start?: string }) {
  const [typed, setTyped] = useState(start);
  const ready = typed.trim().length >= 6;
  const submit = () => {
    const code = typed.trim().replace(/\s+/g, '-').toUpperCase();
    if (ready) (start ? goInstead : go)('chung-nhan', code);
  };
  return (
    <form
      class="ask-code"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('tr.check.code')} kind="text" maxLength={40} value={typed} onInput={setTyped} />
      <div class="space-above">
        <Button wide type="submit" icon="check" disabled={!ready}>
          {t('tr.check.go')}
        </Button>
      </div>
    </form>
  );
}

function Verdict({ check, code }: { check: CertificateCheck; code: string }) {
  const facts: [string, string][] = [
    [t('tr.check.name'), check.fullName],
    [t('tr.check.course'), tidy(check.title)],
    [t('tr.check.hours'), t('tr.credits.hours', { n: number(check.hours) })],
    [t('tr.check.on'), tidy(formatDate(check.heldOn, lang.value, { withYear: true }))],
    [t('tr.check.by'), check.provider],
    [t('tr.check.code'), code],
  ];
  return (
    <>
      <div class={check.holds ? 'verdict holds' : 'verdict ended'} role="status">
        <span class="state-disc">
          <Icon name={check.holds ? drawn.certificate : 'cross'} size={36} />
        </span>
        <h2>{t(check.holds ? 'tr.check.holds' : 'tr.check.revoked')}</h2>
        {check.revokedAt && <p class="muted">{t('tr.check.revokedOn', { day: momentText(check.revokedAt) })}</p>}
      </div>
      <dl class="card rows facts" lang={lang.value}>
        {facts.map(([label, value]) => (
          <div class="fact" key={label}>
            <dt class="muted">{label}</dt>
            <dd class="strong-line">{value}</dd>
          </div>
        ))}
      </dl>
      <Button wide kind="outline" onClick={() => go('chung-nhan')}>
        {t('tr.check.another')}
      </Button>
    </>
  );
}
