/** Reads QR codes: the host's own scanner where there is one, else the camera in the page. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { host, hosted } from '../../model/device/host.ts';
import { t } from '../../model/words/words.ts';
import { Button } from '../../ui/parts.tsx';
import { drawn } from '../../ui/training-style.ts';
import { type Camera, openCamera, readerOf } from './camera.ts';

/** Both are here before the network goes: scanning is done where there is none. */
void host().catch(() => {});
void readerOf().catch(() => {});

export type ScannerState = 'off' | 'starting' | 'on' | 'refused' | 'none';

/** @param onText may come many times for the same code while it stays in view */
export function Scanner({ onText, start }: { onText: (text: string) => void; start?: boolean }) {
  const [state, setState] = useState<ScannerState>('off');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useRef<Camera | undefined>(undefined);
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    if (start && !hosted) void open();
    return () => camera.current?.stop();
  }, []);
  const open = async () => {
    setState('starting');
    if (hosted) {
      const answer = await (await host()).scanQr();
      if ('text' in answer) latest.current(answer.text);
      if (!('unsupported' in answer)) return setState('off');
    }
    camera.current?.stop();
    const opened = await openCamera(video.current, (text) => latest.current(text));
    if (typeof opened === 'string') return setState(opened);
    camera.current = opened;
    setState('on');
  };
  return (
    <>
      <div class="camera" hidden={state !== 'on' && state !== 'starting'}>
        <video ref={video} playsInline muted aria-label={t('tr.scan.view')} />
      </div>
      {state === 'starting' && (
        <p class="muted centre" role="status">
          {t('tr.scan.starting')}
        </p>
      )}
      {(state === 'refused' || state === 'none') && (
        <p class="reason-box wide-line" role="alert">
          {t(`tr.scan.${state}`)}
        </p>
      )}
      {state !== 'on' && state !== 'starting' && (
        <Button wide icon={drawn.qr} onClick={() => void open()}>
          {t('tr.scan.start')}
        </Button>
      )}
    </>
  );
}
