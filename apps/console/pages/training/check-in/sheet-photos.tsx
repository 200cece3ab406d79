/** The signed sheet: printed before, photographed afterwards and kept as the source of what was keyed in. */
import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { shrinkPhoto } from '#client/shrink-photo';
import { download, fetchRaw } from '../../../api/client.ts';
import { problemText } from '../../../api/problem-text.ts';
import { answered, useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { dateInVietnam } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { SessionDetail } from '../looks.ts';

/** One press at a time, failures in words. */
export function useBusy() {
  const i18n = useI18n();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
    } finally {
      setBusy(false);
    }
  };
  return { busy, run: (work: () => Promise<unknown>) => void run(work) };
}

export function PrintSheet({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const { busy, run } = useBusy();
  return (
    <Button
      variant="default"
      leftSection={<Icon name="printer" size={16} />}
      loading={busy}
      onClick={() =>
        run(() =>
          download(
            `/training/sessions/${session.id}/sheet`,
            `${t('train.sheet.file')}-${dateInVietnam(Date.parse(session.startsAt))}.pdf`,
          ),
        )
      }
    >
      {t('train.sheet.print')}
    </Button>
  );
}

/** As large as the server takes it: handwriting is read from it later. */
const mostBytes = 5 * 1024 * 1024;

async function upload(sessionId: string, file: File, header: object): Promise<void> {
  const photo = file.size > mostBytes ? (await shrinkPhoto(file)).blob : file;
  await fetchRaw(`/training/sessions/${sessionId}/sheet-photos`, {
    method: 'POST',
    body: photo,
    headers: { ...header, 'content-type': 'application/octet-stream' },
  });
}

export function AddSheetPhoto({ sessionId }: { sessionId: string }) {
  const { t } = useI18n();
  const add = useCommand({
    send: (file: File, header) => answered(upload(sessionId, file, header)),
    touches: ['/training/sessions/{sessionId}/result'],
    done: () => showNotice(t('train.sheet.photoDone')),
  });
  return (
    <FileButton accept="image/*" onChange={(file) => file && add.mutate(file)}>
      {(props) => (
        <Button {...props} variant="default" leftSection={<Icon name="photo" size={16} />} loading={add.isPending}>
          {t('train.sheet.photo')}
        </Button>
      )}
    </FileButton>
  );
}

export function SheetPhotos({ photos }: { photos: readonly { id: string; url: string }[] }) {
  const { t } = useI18n();
  if (photos.length === 0) return null;
  return (
    <section className="form">
      <h3>{t('train.sheet.photos')}</h3>
      <ul className="sheet-photos">
        {photos.map(({ id, url }, index) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noreferrer">
              <img src={url} alt={t('train.sheet.photoAlt', { n: index + 1 })} loading="lazy" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
