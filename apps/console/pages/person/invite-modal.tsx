import { Button, CopyButton, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { formatMoment } from '#i18n';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { Dialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/states.tsx';

/** A fresh one-time invite with its QR: to be scanned here and now, or sent by hand. */
export function InviteModal({ person, onClose }: { person: { id: string; fullName: string }; onClose: () => void }) {
  const { t, lang } = useI18n();
  const create = useCommand({
    send: (_: void) => client.POST('/people/{personId}/invites', { params: { path: { personId: person.id } } }),
    touches: [],
  });
  const { mutate } = create;
  useEffect(() => {
    mutate();
  }, [mutate]);
  const invite = create.data;
  return (
    <Dialog onClose={onClose} title={t('invite.title', { name: person.fullName })}>
      {create.isError && <Button onClick={() => mutate()}>{t('act.retry')}</Button>}
      {!invite && !create.isError && <Loading rows={5} />}
      {invite && (
        <div className="form invite">
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(invite.qrSvg)}`}
            alt={t('invite.qr', { name: person.fullName })}
            width="220"
            height="220"
          />
          <p>{t('invite.note')}</p>
          <TextInput
            readOnly
            aria-label={t('invite.link')}
            value={invite.url}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p className="caption">{t('invite.expires', { at: formatMoment(invite.expiresAt, Date.now(), lang) })}</p>
          <div className="form-foot">
            <Button variant="default" onClick={onClose}>
              {t('act.close')}
            </Button>
            <CopyButton value={invite.url}>
              {({ copied, copy }) => (
                <Button leftSection={<Icon name={copied ? 'check' : 'copy'} />} onClick={copy}>
                  {copied ? t('act.copied') : t('invite.copy')}
                </Button>
              )}
            </CopyButton>
          </div>
        </div>
      )}
    </Dialog>
  );
}
