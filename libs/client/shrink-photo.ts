/**
 * Photos are made small on the phone before they are queued: 1280 px on the long side, JPEG, at most 350 KB.
 * Drawing on a canvas also drops every tag of the camera (place, device, time).
 */
export interface SmallPhoto {
  blob: Blob;
  width: number;
  height: number;
  /** Something in it was made unreadable by its taker. */
  covered?: boolean;
}

const LONG_SIDE = 1280;
const MAX_BYTES = 350_000;
const QUALITIES = [0.7, 0.55, 0.4];

/** Size that fits `longSide` with the sides' ratio kept; a small picture stays as it is. */
export function fitInto(width: number, height: number, longSide = LONG_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** @throws when the file is not a picture that this phone can read. */
export async function shrinkPhoto(file: Blob | HTMLCanvasElement): Promise<SmallPhoto> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    for (let side = LONG_SIDE; ; side = Math.round(side * 0.75)) {
      const size = fitInto(picture.width, picture.height, side);
      const canvas = draw(picture, size);
      for (const quality of QUALITIES) {
        const blob = await toJpeg(canvas, quality);
        if (blob.size <= MAX_BYTES || side < 320) return { blob, ...size };
      }
    }
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, { width, height }: { width: number; height: number }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', quality),
  );
}
