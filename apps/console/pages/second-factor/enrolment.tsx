/** The authenticator is shown its secret and tried, then ten codes for paper: two of the three steps, as one way is offered. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip, Notice, Steps } from '../../ui/layout.tsx';
import { CodeField, useCode } from './code-field.tsx';
import { browserHasKeys } from './keys.ts';
import { PaperCodes, PaperLater } from './paper-codes.tsx';
import './second-factor.css';
import { useNewKey } from './use-key.ts';

export type Secret = Schemas['SecondFactorSecret'];

/** In groups of four, as people type what they read. */
const grouped = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

function Picture({ secret }: { secret: Secret }) {
  const { t } = useI18n();
  const [isText, setText] = useState(false);
  return (
    <div className="factor-qr">
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qrSvg)}`} alt={t('factor.qr')} />
      {isText ? (
        <p className="factor-secret">
          <span className="caption">{t('factor.typeText')}</span>
          <code>{grouped(secret.secret)}</code>
        </p>
      ) : (
        <button type="button" className="link" onClick={() => setText(true)}>
          {t('factor.showText')}
        </button>
      )}
      <a className="factor-same-phone" href={secret.link}>
        {t('factor.openApp')}
      </a>
    </div>
  );
}

function Doing({ n, title, children }: { n: number; title: string; children: ReactNode }) {
  return (
    <li>
      <h3>
        {n}. {title}
      </h3>
      {children}
    </li>
  );
}

function Lost() {
  const { t } = useI18n();
  return (
    <Card title={t('factor.lostTitle')}>
      <p className="card-body">{t('factor.lostText')}</p>
    </Card>
  );
}

/** "Cách khác: Dùng khóa của máy", where this page and this browser can have one. */
function OtherWay({ onCodes }: { onCodes: (codes: string[]) => void }) {
  const { t } = useI18n();
  const { data } = api.useQuery('get', '/me/second-factor');
  const key = useNewKey(onCodes);
  // Whoever has a second factor already adds a key beside it.
  if (!data?.keysOffered || data.since !== null || !browserHasKeys()) return null;
  return (
    <p className="factor-other">
      {t('factor.otherWay')}
      <button type="button" className="link" disabled={key.isPending} onClick={() => key.mutate()}>
        {t('factor.byKey')}
      </button>
    </p>
  );
}

interface TryCardProps {
  secret: Secret;
  entry: ReturnType<typeof useCode>;
  wrong: string | undefined;
  onFull: (code: string) => void;
  onCodes: (codes: string[]) => void;
}

interface TryProps {
  secret: Secret;
  onCodes: (codes: string[]) => void;
  onBack: () => void;
  backLabel: string;
}

/** What to do on the phone, with the code as the last of it. */
function TryCard({ secret, entry, onCodes, ...field }: TryCardProps) {
  const { t } = useI18n();
  const advised = (
    <Chip tone="done" icon="shield-check">
      {t('factor.advised')}
    </Chip>
  );
  return (
    <Card title={t('factor.app')} aside={advised}>
      <div className="card-body factor-try">
        <Picture secret={secret} />
        <ol className="factor-doing">
          <Doing n={1} title={t('factor.do1')}>
            <p className="caption">{t('factor.do1Text')}</p>
          </Doing>
          <Doing n={2} title={t('factor.do2')}>
            <p className="caption">{t('factor.do2Text', { name: secret.name })}</p>
          </Doing>
          <li>
            <CodeField entry={entry} digitsOnly {...field} />
            <p className="caption">{t('factor.do3Text')}</p>
          </li>
        </ol>
      </div>
      <OtherWay onCodes={onCodes} />
    </Card>
  );
}

function Try({ secret, onCodes, onBack, backLabel }: TryProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const entry = useCode();
  const confirm = useCommand({
    send: (code: string) => client.POST('/me/second-factor/confirm', { body: { code } }),
    touches: ['/me/second-factor', '/me/sessions'],
    done: ({ recoveryCodes }) => onCodes(recoveryCodes),
    failed: () => {
      entry.again();
      return true;
    },
  });
  const wrong = confirm.error ? problemText(i18n, confirm.error) : undefined;
  const check = (code: string) => confirm.mutate(code);
  return (
    <div className="factor">
      <div className="factor-main">
        <TryCard secret={secret} entry={entry} wrong={wrong} onFull={check} onCodes={onCodes} />
        <Notice tone="new" icon="info-circle">
          <b>{t('factor.why')}</b> {t('factor.whyText')}
        </Notice>
        <div className="factor-foot">
          <Button variant="default" onClick={onBack}>
            {backLabel}
          </Button>
          <Button disabled={entry.code.length < 6} loading={confirm.isPending} onClick={() => check(entry.code)}>
            {t('factor.check')}
          </Button>
        </div>
      </div>
      <div className="factor-side">
        <PaperLater />
        <Lost />
      </div>
    </div>
  );
}

interface Props extends Pick<TryProps, 'secret' | 'onBack' | 'backLabel'> {
  /** Codes are put away. */
  onDone: () => void;
}

export function Enrolment({ secret, onDone, ...back }: Props) {
  const { t } = useI18n();
  const [codes, setCodes] = useState<string[] | null>(null);
  const labels = [t('factor.step1'), t('factor.step2'), t('factor.step3')];
  return (
    <>
      <div className="no-print">
        <Steps labels={labels} at={codes ? 2 : 1} />
      </div>
      {codes ? (
        <Kept codes={codes} name={secret.name} onDone={onDone} />
      ) : (
        <Try secret={secret} {...back} onCodes={setCodes} />
      )}
    </>
  );
}

/** The last step, also of who only wants a new sheet. */
export function Kept({ codes, name, onDone }: { codes: readonly string[]; name: string; onDone: () => void }) {
  const { t } = useI18n();
  return (
    <div className="factor">
      <div className="factor-main">
        <PaperCodes codes={codes} name={name} />
        <div className="factor-foot no-print">
          <span />
          <Button onClick={onDone}>{t('factor.kept')}</Button>
        </div>
      </div>
      <div className="factor-side no-print">
        <Lost />
      </div>
    </div>
  );
}
