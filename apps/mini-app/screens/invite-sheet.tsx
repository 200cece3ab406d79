/** A way in for a member: the first invite, or a new one for a phone that is lost. */
import { useEffect, useState } from 'preact/hooks';
import { type Invite, type PersonRef, take } from '#client';
import { api } from '../model/api.ts';
import { host } from '../model/device/host.ts';
import { showToast } from '../model/device/speak.ts';
import { momentText, t } from '../model/words/words.ts';
import { Button } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';

/** The leader brings in who has not signed in yet: a code to scan, or a link to send. */
interface InviteSheetProps {
  person: PersonRef;
  /** The phone is gone: nothing happens before that is said once more. */
  lost: boolean;
  onClose: () => void;
}
export function InviteSheet({ person, lost, onClose }: InviteSheetProps) {
  const { invite, failed, make } = useInvite(person.id, lost);
  if (lost && !invite) return <LostSheet person={person} failed={failed} onClose={onClose} onYes={make} />;
  const share = async () => {
    const text = t('team.invite.text', { name: person.fullName });
    if (invite && (await (await host()).share({ text, url: invite.url })) === 'copied') showToast(t('act.copied'));
  };
  return (
    <BottomSheet
      title={t('team.invite.for', { name: person.fullName })}
      {...(invite && {
        lead: t(lost ? 'team.lost.lead' : 'team.invite.lead', {
          name: person.fullName,
          time: momentText(invite.expiresAt),
        }),
      })}
      onClose={onClose}
      actions={
        <>
          <Button kind="outline" onClick={onClose}>
            {t('act.close')}
          </Button>
          {invite && (
            <Button icon="send" onClick={() => void share()}>
              {t('team.invite.share')}
            </Button>
          )}
        </>
      }
    >
      {invite ? (
        <img
          class="qr"
          src={`data:image/svg+xml,${encodeURIComponent(invite.qrSvg)}`}
          alt={t('team.invite.for', { name: person.fullName })}
        />
      ) : (
        <p class="muted" role="status">
          {t(failed ? 'team.invite.failed' : 'state.loading')}
        </p>
      )}
    </BottomSheet>
  );
}

function useInvite(personId: string, lost: boolean) {
  const [invite, setInvite] = useState<Invite>();
  const [failed, setFailed] = useState(false);
  const make = () => {
    const params = { path: { personId } };
    setFailed(false);
    take(
      lost ? api.POST('/people/{personId}/lost-phone', { params }) : api.POST('/people/{personId}/invites', { params }),
    ).then(setInvite, () => setFailed(true));
  };
  useEffect(() => {
    if (!lost) make();
  }, [personId]);
  return { invite, failed, make };
}

/** Whoever has the phone is locked out at once, so it is asked first. */
function LostSheet({
  person,
  failed,
  onClose,
  onYes,
}: {
  person: PersonRef;
  failed: boolean;
  onClose: () => void;
  onYes: () => void;
}) {
  return (
    <BottomSheet
      title={t('team.lost.ask', { name: person.fullName })}
      lead={t('team.lost.what', { name: person.fullName })}
      onClose={onClose}
      actions={
        <>
          <Button wide icon="shield" onClick={onYes}>
            {t('team.lost.do')}
          </Button>
          <Button wide kind="outline" onClick={onClose}>
            {t('act.goBack')}
          </Button>
        </>
      }
    >
      {failed && (
        <p class="late" role="alert">
          {t('team.lost.failed')}
        </p>
      )}
    </BottomSheet>
  );
}
