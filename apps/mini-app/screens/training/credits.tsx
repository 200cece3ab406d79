/** My certificates and what I learnt elsewhere. */
import { useEffect, useState } from 'preact/hooks';
import type { MyCredits } from '#client';
import { host } from '../../model/device/host.ts';
import { apiOrigin } from '../../model/api.ts';
import { unsent } from '../../model/queue/kept-commands.ts';
import { showToast } from '../../model/device/speak.ts';
import { credits, creditsFailed, loadCredits } from '../../model/training/credits.ts';
import { saveFile } from '../../model/training/files.ts';
import { dayText, number, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { WaitChip } from '../../ui/more-parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';

type Certificate = MyCredits['certificates'][number];
type Credit = MyCredits['credits'][number];

const sum = (hours: number, on: string) => `${t('tr.credits.hours', { n: number(hours) })} · ${dayText(on)}`;

export function CreditsScreen() {
  const waiting = unsent.value.filter(({ kind }) => kind === 'training.credit');
  useEffect(() => void loadCredits(), [waiting.length]);
  const mine = credits.value;
  const failed = creditsFailed.value;
  return (
    <Screen
      bar={<AppBar title={t('tr.credits')} back={['tap-huan']} />}
      foot={
        <ActionBar>
          <Button wide icon="plus" href={href('khoa-da-hoc', 'moi')}>
            {t('tr.credits.add')}
          </Button>
        </ActionBar>
      }
    >
      {waiting.length > 0 && (
        <div class="card rows">
          {waiting.map((item) => (
            <div class="row still" key={item.id}>
              <span class="grow">
                <b>{String(item.view.course)}</b>
                <WaitChip />
              </span>
            </div>
          ))}
        </div>
      )}
      {mine ? (
        <Lists mine={mine} waits={waiting.length > 0} />
      ) : failed ? (
        <ErrorState title={t('tr.credits.unloaded')} code={failed} onRetry={() => void loadCredits()} />
      ) : (
        <SkeletonRows />
      )}
    </Screen>
  );
}

function Lists({ mine, waits }: { mine: MyCredits; waits: boolean }) {
  if (mine.certificates.length + mine.credits.length === 0 && !waits)
    return <EmptyState hall title={t('tr.credits.none')} text={t('tr.credits.none.text')} />;
  return (
    <>
      {mine.certificates.length > 0 && (
        <section>
          <GroupHeading>{t('tr.credits.certificates')}</GroupHeading>
          {mine.certificates.map((certificate) => (
            <CertificateCard key={certificate.id} certificate={certificate} />
          ))}
        </section>
      )}
      {mine.credits.length > 0 && (
        <section>
          <GroupHeading>{t('tr.credits.elsewhere')}</GroupHeading>
          <div class="card rows">
            {mine.credits.map((credit) => (
              <CreditRow key={credit.id} credit={credit} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function CertificateCard({ certificate }: { certificate: Certificate }) {
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    await saveFile(`/training/certificates/${certificate.id}/pdf`, `chung-nhan-${certificate.code}.pdf`).catch(() =>
      showToast(t('tr.credits.pdf.failed')),
    );
    setBusy(false);
  };
  const share = async () => {
    const url = `${apiOrigin}/app/#/chung-nhan/${certificate.code}`;
    const text = t('tr.credits.share.text', { title: certificate.title, name: certificate.person.fullName });
    const how = await (await host()).share({ text, url });
    if (how === 'copied') showToast(t('act.copied'));
  };
  return (
    <div class="card certificate">
      <a class="row" href={href('chung-nhan', certificate.code)}>
        <Icon name={drawn.certificate} />
        <span class="grow">
          <b>{tidy(certificate.title)}</b>
          <span class="muted">{sum(certificate.hours, certificate.heldOn)}</span>
          <span class="muted">{certificate.provider}</span>
          <span class="muted certificate-code">{t('tr.credits.code', { code: certificate.code })}</span>
          {certificate.revokedAt && <span class="late">{t('tr.credits.revoked')}</span>}
        </span>
        <Icon name="next" />
      </a>
      {!certificate.revokedAt && (
        <div class="two">
          <Button kind="outline" icon={drawn.download} busy={busy} onClick={() => void download()}>
            {t('tr.credits.pdf')}
          </Button>
          <Button kind="outline" icon="send" onClick={() => void share()}>
            {t('tr.credits.share.short')}
          </Button>
        </div>
      )}
    </div>
  );
}

const CHIPS: Record<Credit['state'], [tone: string, icon: IconName]> = {
  waiting: ['wait', 'clock'],
  accepted: ['done', 'checkCircle'],
  refused: ['late', 'cross'],
};

function CreditRow({ credit }: { credit: Credit }) {
  const [tone, icon] = CHIPS[credit.state];
  return (
    <div class="row still">
      <span class="grow">
        <b>{tidy(credit.course)}</b>
        <span class="muted">{credit.organiser}</span>
        <span class="muted">{sum(credit.hours, credit.completedOn)}</span>
        <span class={`chip ${tone}`}>
          <Icon name={icon} size={16} />
          {t(`tr.credits.state.${credit.state}`)}
        </span>
        {credit.note && <span class={credit.state === 'refused' ? 'late' : 'muted'}>{credit.note}</span>}
      </span>
    </div>
  );
}
