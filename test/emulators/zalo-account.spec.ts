/** The Official Account's channel and its tokens against the emulated services. */
import type { Channel, NeutralMessage, SendResult } from '../../libs/channels/channel.ts';
import { challengeOf } from '../../libs/channels/zalo-oa/oa-oauth.ts';
import { type ConnectedZalo, connectZalo } from './zalo/setting.ts';
import { type FakePerson, startZaloEmulator, type ZaloEmulator } from './zalo.ts';

const HOUR = 3_600_000;
const message: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới: đưa 5 sản phẩm OCOP lên sàn',
  paragraphs: ['Chậm nhất hết ngày 24/11.'],
  link: { label: 'Mở việc', url: 'https://to-so.example/app/#/viec/1' },
  footer: 'Vì bạn là Tổ trưởng.',
};

let zalo: ZaloEmulator;
let ours: ConnectedZalo;
let hoa: FakePerson;

beforeEach(async () => {
  zalo = await startZaloEmulator();
  ours = await connectZalo(zalo, 1_500);
  hoa = zalo.world.person({ name: 'Lê Thị Hoa' });
});
afterEach(() => zalo.stop());

function send<A>(channel: Channel<A>, to: A, about = message): Promise<SendResult> {
  return channel.send(to, channel.render(about), {
    deliveryKey: 'd1',
    attempt: 1,
    signal: new AbortController().signal,
  });
}
const toHoa = (about = message) => send(ours.oa, hoa.userId, about);

describe('consultation messages', () => {
  it('reach the phone as plain text with the link in words', async () => {
    zalo.says(hoa, 'chào');
    expect(await toHoa()).toEqual({ ok: true, providerId: hoa.received[0]?.id, costVnd: 0 });
    expect(hoa.received[0]?.text).toBe(
      'Việc mới: đưa 5 sản phẩm OCOP lên sàn\n\nChậm nhất hết ngày 24/11.\n\nMở việc: https://to-so.example/app/#/viec/1\n\nVì bạn là Tổ trưởng.',
    );
  });

  it('agree with the service about what is free, paid and closed', async () => {
    zalo.says(hoa, 'chào');
    const steps = [...Array.from({ length: 9 }, () => 0), 49 * HOUR, 118 * HOUR, 2 * HOUR];
    for (const step of steps) {
      await zalo.advance(step);
      const verdict = ours.oa.canSend(hoa.userId, message, zalo.world.now());
      const result = await toHoa();
      expect(result.ok).toBe(verdict.kind === 'allow');
      if (result.ok) expect(hoa.received.at(-1)?.costVnd).toBe(result.costVnd);
      else expect(result.cls).toBe('WINDOW_CLOSED');
    }
    expect(hoa.received.map(({ costVnd }) => costVnd)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 55, 55, 55]);
  });

  it('are split below the longest text, and told as ambiguous when only a part went out', async () => {
    zalo.says(hoa, 'chào');
    const long = { ...message, paragraphs: ['dài '.repeat(800), 'x'.repeat(1_900)] };
    expect(ours.oa.render(long).every(({ text }) => text.length <= 2_000)).toBe(true);
    expect(await toHoa(long)).toMatchObject({ ok: true });
    const before = hoa.received.length;
    await zalo.advance(2 * 24 * HOUR);
    zalo.world.interacts(hoa);
    hoa.sentSince = 7;
    zalo.world.settings.paidPerMonth = 0;
    expect(await toHoa(long)).toMatchObject({ ok: false, cls: 'AMBIGUOUS', code: 'PART_-211' });
    expect(hoa.received).toHaveLength(before + 1);
  });

  it('say who cannot be reached', async () => {
    expect(await toHoa()).toEqual({ ok: false, cls: 'RECIPIENT_GONE', code: '-213' });
    zalo.follows(hoa);
    expect(await toHoa()).toEqual({ ok: false, cls: 'WINDOW_CLOSED', code: '-232' });
  });

  it('feed the limits that come with each answer, and pause when the minute is used up', async () => {
    zalo.world.settings.perMinute = 2;
    zalo.says(hoa, 'chào');
    await toHoa();
    expect(ours.limits.at(-1)).toMatchObject({ limit: 2, remaining: 1, pauseMs: 0, quotaLeft: 7, quotaTotal: 8 });
    await toHoa();
    expect(ours.limits.at(-1)).toMatchObject({ remaining: 0, pauseMs: 60_000 });
    expect(await toHoa()).toEqual({ ok: false, cls: 'RETRY_AFTER', code: '-32', retryAfterMs: 60_000 });
    await zalo.advance(60_000);
    expect(await toHoa()).toMatchObject({ ok: true });
  });

  it.each([
    ['drop-after', 'AMBIGUOUS'],
    ['hang-after', 'AMBIGUOUS'],
    ['drop', 'AMBIGUOUS'],
    ['hang', 'AMBIGUOUS'],
    ['html', 'AMBIGUOUS'],
    ['busy', 'RETRY_AFTER'],
    [-200, 'RETRYABLE'],
    [-224, 'CONFIG'],
    [-227, 'RECIPIENT_GONE'],
    [-244, 'WINDOW_CLOSED'],
  ] as const)('end %s as %s', async (fault, cls) => {
    zalo.says(hoa, 'chào');
    zalo.fail('/openapi', fault, 1);
    expect(await toHoa()).toMatchObject({ ok: false, cls });
  });

  it('may be tried again when nobody listens', async () => {
    await zalo.stop();
    expect(await toHoa()).toMatchObject({ ok: false, cls: 'RETRYABLE' });
    zalo = await startZaloEmulator();
  });
});

describe('the tokens at the service', () => {
  it('are renewed in the second half of their 25 hours', async () => {
    zalo.says(hoa, 'chào');
    await zalo.advance(13 * HOUR);
    expect(await toHoa()).toMatchObject({ ok: true });
    expect(ours.store.row?.version).toBe(2);
  });

  it('are renewed once when the access token is over, however many ask', async () => {
    await zalo.advance(26 * HOUR);
    zalo.says(hoa, 'chào');
    const sources = Array.from({ length: 6 }, () => ours.newSource());
    const results = await Promise.all(
      sources.map((source) =>
        source.withToken(
          async (token) => zalo.oauth.refusal(token) ?? 'living',
          (result) => result !== 'living',
        ),
      ),
    );
    expect(results).toEqual(sources.map(() => 'living'));
    expect([zalo.world.requests.get('oauth'), zalo.oauth.burnt]).toEqual([1, 0]);
  });

  it.each(['error-body', 'html', 'busy'] as const)('are not overwritten by %s', async (fault) => {
    zalo.says(hoa, 'chào');
    await zalo.advance(13 * HOUR);
    zalo.fail('/oauth', fault, 1);
    expect(await toHoa()).toMatchObject({ ok: true });
    await zalo.advance(61_000);
    expect(await toHoa()).toMatchObject({ ok: true });
    expect([ours.store.row?.version, zalo.oauth.burnt]).toEqual([2, 0]);
  });

  it('are lost with the answer, and say so', async () => {
    zalo.says(hoa, 'chào');
    await zalo.advance(26 * HOUR);
    zalo.fail('/oauth', 'drop-after', 1);
    expect(await toHoa()).toMatchObject({ ok: false, cls: 'RETRYABLE' });
    expect(await toHoa()).toMatchObject({ ok: false, cls: 'REAUTH' });
    expect(await ours.oa.health()).toEqual({ state: 'down', detail: 'OA_REAUTHORISE' });
    expect(await ours.tokens.health()).toMatchObject({ state: 'reauthorise' });
  });

  it('come back when an administrator authorises again', async () => {
    zalo.oauth.revoke();
    zalo.says(hoa, 'chào');
    expect(await toHoa()).toMatchObject({ cls: 'REAUTH' });
    const verifier = 'V'.repeat(43);
    const code = zalo.oauth.consent(challengeOf(verifier));
    expect(await ours.oauth.exchange(code, 'W'.repeat(43))).toMatchObject({ ok: false });
    const pair = await ours.oauth.exchange(code, verifier);
    expect(pair).toMatchObject({ ok: true, expiresInSeconds: 90_000 });
    if (pair.ok) await ours.tokens.adopt(pair);
    expect(await toHoa()).toMatchObject({ ok: true });
    expect(await ours.oauth.exchange(code, verifier)).toMatchObject({ ok: false });
  });
});
