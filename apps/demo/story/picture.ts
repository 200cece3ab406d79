import sharp from 'sharp';

/** Stands in for a photo from the phone: two flat fields, as large as a phone would send. */
export async function picture(): Promise<Buffer> {
  const wall = await sharp({ create: { width: 1280, height: 640, channels: 3, background: '#e8dcc0' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 1280, height: 960, channels: 3, background: '#5b7f58' } })
    .composite([{ input: wall, top: 0, left: 0 }])
    .jpeg({ quality: 70 })
    .toBuffer();
}
