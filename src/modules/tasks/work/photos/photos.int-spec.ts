import { randomBytes, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part, type Village } from '../../../../../test/support/orders.ts';

let app: TestApp;
let village: Village;
let taskId: string;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
  village = await buildVillage(app, { hamlets: 1 });
  taskId = (await issueOrder(app, village)).taskIds[0] as string;
  await act(app, team().leader, 'acceptTask', taskId);
});
afterAll(stopApps);

const team = () => village.teams[0] as Village['teams'][number];
const picture = (width = 400, height = 300) => sharp({ create: { width, height, channels: 3, background: '#3377aa' } });
const withPlace = () =>
  picture()
    .withExif({ IFD0: { Copyright: 'secret-owner' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '19/1 49/1 0/1' } })
    .jpeg()
    .toBuffer();

async function announced(): Promise<{ entryId: string; photoId: string }> {
  const photoId = randomUUID();
  const { body } = await act(app, team().member, 'reportProgress', taskId, part(1, { photoIds: [photoId] }));
  return { entryId: body.task.entries.at(-1).id, photoId };
}
const upload = (ids: { entryId: string; photoId: string }, bytes: Buffer, token = team().member.token) =>
  app.call(routes.addPhoto, { token, params: ids, body: bytes });
const fetchUrl = (url: string) => app.nest.inject({ method: 'GET', url });

it('is stored when its bytes arrive and is shown through a signed link of five minutes', async () => {
  const ids = await announced();
  const pending = await app.call(routes.getTask, { token: village.officer.token, params: { taskId } });
  expect(pending.body.entries.at(-1)).toMatchObject({ photos: [], photosPending: 1 });
  const { status, body } = await upload(ids, await picture(2400, 1200).png().toBuffer());
  expect([status, body.width, body.height, body.takenBy.id]).toEqual([200, 1600, 800, team().member.id]);
  const shown = await fetchUrl(body.url);
  expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
    200,
    'image/jpeg',
    'nosniff',
  ]);
  expect((await sharp(shown.rawPayload).metadata()).format).toBe('jpeg');
  const forged = body.url.replace(/signature=./, (match: string) =>
    match.endsWith('A') ? 'signature=B' : 'signature=A',
  );
  expect((await fetchUrl(forged)).json().code).toBe('photo.linkExpired');
  expect((await fetchUrl(body.url.replace(ids.photoId, randomUUID()))).json().code).toBe('photo.linkExpired');
  expect((await fetchUrl(body.url.replace(/expires=\d+/, 'expires=9999999999'))).json().code).toBe('photo.linkExpired');
  app.clock.advance(5 * 60_000 + 2_000);
  expect((await fetchUrl(body.url)).statusCode).toBe(403);
});

it('loses its EXIF, the place with it', async () => {
  const original = await withPlace();
  expect((await sharp(original).metadata()).exif?.toString('latin1')).toContain('secret-owner');
  const { body } = await upload(await announced(), original);
  const kept = await fetchUrl(body.url);
  expect((await sharp(kept.rawPayload).metadata()).exif).toBeUndefined();
  expect(kept.rawPayload.includes('secret-owner')).toBe(false);
});

it('is taken once: the second upload changes nothing', async () => {
  const ids = await announced();
  const first = await upload(ids, await picture(400, 300).jpeg().toBuffer());
  const second = await upload(ids, await picture(100, 100).jpeg().toBuffer());
  expect([second.status, second.body.width]).toEqual([200, first.body.width]);
});

it.each([
  ['text', () => Buffer.from('this is not a photo, whatever its name says'), 422, 'photo.notAPhoto'],
  [
    'an SVG with a script',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    422,
    'photo.notAPhoto',
  ],
  [
    'a JPEG head with nothing behind',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(4_000)]),
    422,
    'photo.notAPhoto',
  ],
  ['a GIF', () => picture(20, 20).gif().toBuffer(), 422, 'photo.notAPhoto'],
  [
    'a file of 6 MB',
    () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(6 * 1024 * 1024)]),
    413,
    'photo.tooBig',
  ],
  ['a file of 30 MB', () => Buffer.alloc(30 * 1024 * 1024, 1), 413, 'platform.tooLarge'],
  [
    'a picture that unfolds to 100 million pixels',
    () => picture(10_000, 10_000).png({ compressionLevel: 9 }).toBuffer(),
    422,
    'photo.tooManyPixels',
  ],
])('refuses %s, and the count stays', async (_, bytes, status, code) => {
  const ids = await announced();
  const answer = await upload(ids, await bytes());
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  const { body } = await app.call(routes.getTask, { token: team().leader.token, params: { taskId } });
  expect(body.entries.at(-1)).toMatchObject({ id: ids.entryId, value: 1, photosPending: 1 });
});

it('is nobody else’s to send, and only an announced one is taken', async () => {
  const ids = await announced();
  const bytes = await picture().jpeg().toBuffer();
  expect((await upload(ids, bytes, team().leader.token)).status).toBe(404);
  expect((await upload({ ...ids, photoId: randomUUID() }, bytes)).body.code).toBe('photo.notFound');
  const again = await act(app, team().member, 'reportProgress', taskId, part(1, { photoIds: [ids.photoId] }));
  expect([again.status, again.body.code]).toEqual([409, 'photo.idUsed']);
});
