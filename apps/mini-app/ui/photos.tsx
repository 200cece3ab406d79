/** Photos of an entry: made small before they are kept, shown with their size, dropped with one tap. */
import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '#i18n/format-more';
import { type SmallPhoto, shrinkPhoto } from '#client';
import { host, launch } from '../model/device/host.ts';
import { showToast } from '../model/device/speak.ts';
import { lang, t } from '../model/words/words.ts';
import { Icon } from './icon.tsx';
import { Button } from './parts.tsx';

const MOST = 6;
const checker = () => import('./photo-check/photo-check.tsx');
/** Bridge and look are here before the network goes: photos are taken where there is none. */
void host().catch(() => {});
void checker().catch(() => {});

interface PickOptions {
  /** A paper of one's own is shown as it is: there is nobody else in it to be covered. */
  own?: boolean;
}

/** Asks for pictures, has each looked at by its taker, and hands them back small; what is no picture is named and left out. */
export function usePhotoPicker(
  photos: readonly SmallPhoto[],
  onChange: (photos: SmallPhoto[]) => void,
  { own = false }: PickOptions = {},
) {
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const { pickImages } = await host();
    const files = (await pickImages({ multiple: true })).slice(0, MOST - photos.length);
    if (files.length === 0) return;
    setBusy(true);
    const small = own ? await shrunk(files) : await checked(files, () => pickImages({ multiple: false }));
    setBusy(false);
    if (small.length > 0) onChange([...photos, ...small]);
  };
  return { busy, add, full: photos.length >= MOST };
}

const unreadable = () => showToast(t('photo.unreadable'));

async function shrunk(files: readonly File[]): Promise<SmallPhoto[]> {
  const small: SmallPhoto[] = [];
  for (const file of files) await shrinkPhoto(file).then((photo) => small.push(photo), unreadable);
  return small;
}

/** One after another; without its screen no photo is taken. */
async function checked(files: File[], again: () => Promise<File[]>): Promise<SmallPhoto[]> {
  const { checkPhoto } = await checker().catch(() => ({ checkPhoto: undefined }));
  if (!checkPhoto) showToast(t('part.broken'));
  const small: SmallPhoto[] = [];
  const waiting = checkPhoto ? [...files] : [];
  for (let file = waiting.shift(); file && checkPhoto; file = waiting.shift()) {
    const [photo] = await shrunk([file]);
    const answer = photo && (await checkPhoto(photo));
    if (answer === 'again') waiting.unshift(...(await again()));
    else if (answer) small.push(answer);
  }
  return small;
}

export function PhotoPicker({
  photos,
  onChange,
  bare,
}: {
  photos: readonly SmallPhoto[];
  onChange: (photos: SmallPhoto[]) => void;
  /** Its label stands above it already. */
  bare?: boolean;
}) {
  const picker = usePhotoPicker(photos, onChange);
  return (
    <div class={bare ? '' : 'field'}>
      {!bare && (
        <p class="label">
          <b>{t('photo.label')}</b> <span class="muted">{t('field.optional')}</span>
        </p>
      )}
      <PhotoList photos={photos} onChange={onChange} />
      {picker.busy && (
        <p class="muted" role="status">
          {t('photo.shrinking')}
        </p>
      )}
      {!picker.full && (
        <Button kind="outline" icon="camera" wide busy={picker.busy} onClick={picker.add}>
          {t('photo.add')}
        </Button>
      )}
    </div>
  );
}

export function PhotoList({
  photos,
  onChange,
}: {
  photos: readonly SmallPhoto[];
  onChange: (photos: SmallPhoto[]) => void;
}) {
  return (
    <>
      {photos.map((photo, i) => (
        <div class="photo" key={i}>
          <Thumb blob={photo.blob} />
          <p>
            <b>{t('photo.number', { n: i + 1 })}</b>
            <span class="muted">{t('photo.shrunk', { size: formatBytes(photo.blob.size, lang.value) })}</span>
            <span class="muted">{t(photo.covered ? 'photo.covered' : 'photo.consent')}</span>
            {launch.kind === 'zalo' && <span class="muted">{t('photo.sendSoon')}</span>}
          </p>
          <button
            type="button"
            class="icon-button"
            aria-label={t('photo.remove', { n: i + 1 })}
            onClick={() => onChange(photos.filter((one) => one !== photo))}
          >
            <Icon name="trash" />
          </button>
        </div>
      ))}
    </>
  );
}

function Thumb({ blob }: { blob: Blob }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url ? <img class="thumb" src={url} alt="" /> : <span class="thumb" />;
}
