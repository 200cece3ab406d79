/** "Có đúng tên mình không?": the same question for an invite and for a proven phone number. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import type { InvitePreview } from '#client';
import { moreReady } from '../../model/words/door-words.ts';
import { insideSentence, shortTeam } from '../../model/sign-in/session.ts';
import { lang, setLang, t } from '../../model/words/words.ts';
import { useScreenTitle } from '../../ui/chrome.tsx';
import { UnitEmblem } from '../../ui/drum.tsx';
import { DrumMotif, drawLines } from '../../ui/ornament.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/parts.tsx';

void drawLines();

export function InviteHeader({ invite }: { invite?: InvitePreview }) {
  return (
    <header class="home-header invite-header">
      <DrumMotif />
      <div class="home-issuer">
        <UnitEmblem size={48} />
        <p>
          {invite ? (
            <>
              <span>{t('invite.from', { issuer: insideSentence(invite.issuer) })}</span>
              <b class="title">
                {invite.teamName ? t('home.team', { team: shortTeam(invite.teamName) }) : invite.unitName}
              </b>
            </>
          ) : (
            <b class="title">{t('app.name')}</b>
          )}
        </p>
      </div>
      <button
        type="button"
        class="lang-switch"
        lang={lang.value === 'vi' ? 'en' : 'vi'}
        onClick={() => void setLang(lang.value === 'vi' ? 'en' : 'vi')}
      >
        {lang.value === 'vi' ? 'English' : 'Tiếng Việt'}
      </button>
    </header>
  );
}

export function ConfirmFoot({ busy, onYes, onNo }: { busy: boolean; onYes: () => void; onNo: () => void }) {
  return (
    <footer class="action-bar stacked">
      <Button wide icon="check" busy={busy} onClick={onYes}>
        {t('invite.yes')}
      </Button>
      <Button wide kind="outline" disabled={busy} onClick={onNo}>
        {t('invite.no')}
      </Button>
      <RightsLine />
    </footer>
  );
}

export function ConfirmPerson({
  fullName,
  roleTitle,
  nameFrom,
  rows,
}: {
  fullName: string;
  roleTitle: string;
  nameFrom: string | undefined;
  rows: [string, string][];
}) {
  const title = useScreenTitle(t('invite.question'));
  return (
    <>
      <h1 ref={title} class="screen-title" tabIndex={-1}>
        {t('invite.question')}
      </h1>
      {nameFrom && <p class="muted lead-line">{nameFrom}</p>}
      <div class="card rows">
        <div class="row still">
          <Avatar name={fullName} me />
          <p class="grow">
            <b class="title">{fullName}</b>
            <span class="muted">{roleTitle}</span>
          </p>
        </div>
        <dl class="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p class="safety">
        <Icon name="shield" />
        <span>
          <b>{t('invite.safe')}</b> {t('invite.safe.text')}
        </span>
      </p>
    </>
  );
}

/** What the commune uses the name for, and the person's rights behind it. */
export function RightsLine() {
  const [Sheet, setSheet] = useState<ComponentType<{ onClose: () => void }>>();
  const open = () =>
    void Promise.all([import('./rights-sheet.tsx'), moreReady()]).then(
      ([{ RightsSheet }]) => setSheet(() => RightsSheet),
      () => {},
    );
  return (
    <>
      <p class="muted small centre">
        {t('invite.purpose')}{' '}
        <button type="button" class="link inline" onClick={open}>
          {t('invite.rights')}
        </button>
      </p>
      {Sheet && <Sheet onClose={() => setSheet(undefined)} />}
    </>
  );
}
