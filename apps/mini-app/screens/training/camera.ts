/** The phone's rear camera, looked at for QR codes some times a second. Nothing of its picture is kept. */
export interface Camera {
  stop(): void;
}
type Reader = (video: HTMLVideoElement) => Promise<string | undefined>;

const LOOK_MS = 150;
/** Enough for a code that fills half of the view, and little work for a cheap phone. */
const SIDE = 640;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

let reader: Promise<Reader> | undefined;
/** The phone's own reader where it has one; else ours. @throws where ours cannot be loaded now */
export function readerOf(): Promise<Reader> {
  reader ??= chooseReader().catch((error) => {
    reader = undefined;
    throw error;
  });
  return reader;
}

async function chooseReader(): Promise<Reader> {
  const Own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  const formats: string[] = (await Own?.getSupportedFormats().catch(() => [])) ?? [];
  if (Own && formats.includes('qr_code')) {
    const detector = new Own({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const side = Math.min(video.videoWidth, video.videoHeight);
    if (!side || !context) return undefined;
    const size = Math.min(SIDE, side);
    canvas.width = canvas.height = size;
    context.drawImage(
      video,
      (video.videoWidth - side) / 2,
      (video.videoHeight - side) / 2,
      side,
      side,
      0,
      0,
      size,
      size,
    );
    try {
      return decodeQR(context.getImageData(0, 0, size, size));
    } catch {
      return undefined;
    }
  };
}

export async function openCamera(
  video: HTMLVideoElement | null,
  onText: (text: string) => void,
): Promise<Camera | 'refused' | 'none'> {
  if (!video || !navigator.mediaDevices?.getUserMedia) return 'none';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  } catch (error) {
    return (error as Error).name === 'NotAllowedError' ? 'refused' : 'none';
  }
  let running = true;
  const stop = () => {
    running = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const read = await readerOf();
    video.srcObject = stream;
    await video.play();
    void look(read, video, onText, () => running);
    return { stop };
  } catch {
    stop();
    return 'none';
  }
}

async function look(
  read: Reader,
  video: HTMLVideoElement,
  onText: (text: string) => void,
  running: () => boolean,
): Promise<void> {
  while (running()) {
    const text = await read(video).catch(() => undefined);
    if (text && running()) onText(text);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
