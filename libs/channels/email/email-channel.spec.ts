import type { Channel, NeutralMessage, SendResult } from '../channel.ts';
import { startSmtpEmulator, type SmtpEmulator } from '../../../test/emulators/smtp.ts';
import { createEmailChannel } from './email-channel.ts';

const message: NeutralMessage = {
  language: 'vi',
  title: 'Việc mới: đưa 5 sản phẩm OCOP lên sàn',
  paragraphs: ['Chậm nhất hết ngày 24/11.', 'Chụp ảnh <và> viết giới thiệu.'],
  link: { label: 'Mở việc', url: 'https://to-so.example/app/#/viec/1' },
  footer: 'Vì bạn là Tổ trưởng.',
  muteUrl: 'https://to-so.example/app/#/cai-dat',
};

let smtp: SmtpEmulator;
let channel: Channel<string>;
/** Gives a server up that hangs, after a time in which a busy machine does what a server does. */
let hurried: Channel<string>;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  const settings = { url: smtp.url, from: 'Tổ Số <tin@to-so.example>' };
  channel = createEmailChannel(settings);
  hurried = createEmailChannel({ ...settings, timeoutMs: 3_000 });
});
afterAll(async () => {
  await channel.close?.();
  await hurried.close?.();
  await smtp.stop();
});

function send(to: string, deliveryKey = to, by = channel): Promise<SendResult> {
  const { signal } = new AbortController();
  return by.send(to, by.render(message), { deliveryKey, attempt: 1, signal });
}
const last = () => smtp.mails.at(-1);

describe('e-mail', () => {
  it('sends plain text and HTML with the link, and says how to mute it', async () => {
    expect(await send('a@x.example')).toMatchObject({ ok: true });
    expect(last()?.subject).toBe(message.title);
    expect(last()?.text).toContain('Mở việc: https://to-so.example/app/#/viec/1');
    expect(last()?.html).toContain('Chụp ảnh &lt;và&gt; viết giới thiệu.');
    expect(last()?.headers.get('list-unsubscribe')).toBe('<https://to-so.example/app/#/cai-dat>');
  });

  it('keeps one Message-ID for all attempts of a delivery', async () => {
    await send('b@x.example', 'one');
    await send('b@x.example', 'one');
    await send('b@x.example', 'two');
    const ids = smtp.mails.filter(({ to }) => to === 'b@x.example').map(({ messageId }) => messageId);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('carries files under their Vietnamese names, byte by byte', async () => {
    const content = Buffer.from([0, 255, 13, 10, 46, 13, 10, 0]);
    const [part] = channel.render(message);
    const attachments = [{ name: 'Báo cáo tháng 6\r\nBcc: x@x.example.pdf', type: 'application/pdf', content }];
    await channel.send('files@x.example', [{ ...part!, attachments }], {
      deliveryKey: 'files',
      attempt: 1,
      signal: new AbortController().signal,
    });
    expect(last()?.attachments).toEqual([
      { name: 'Báo cáo tháng 6 Bcc: x@x.example.pdf', type: 'application/pdf', content },
    ]);
    expect(last()?.text).toContain('Mở việc');
  });

  it('keeps a line break in a title from becoming a header', async () => {
    const parts = channel.render({ ...message, title: 'Việc mới\r\nBcc: other@x.example' });
    await channel.send('c@x.example', parts, { deliveryKey: 'c', attempt: 1, signal: new AbortController().signal });
    expect(last()?.subject).toBe('Việc mới Bcc: other@x.example');
    expect(smtp.counts.get('other@x.example')).toBeUndefined();
  });

  it('says that an unknown mailbox is gone', async () => {
    smtp.fail('gone@x.example', 'unknown-mailbox');
    expect(await send('gone@x.example')).toEqual({ ok: false, cls: 'RECIPIENT_GONE', code: '550', noSuch: true });
  });

  it('may try again after 451', async () => {
    smtp.fail('later@x.example', 'try-later');
    expect(await send('later@x.example')).toEqual({ ok: false, cls: 'RETRYABLE', code: '451' });
  });

  it('may try again when the server hung before it took the content', async () => {
    smtp.fail('slow@x.example', 'hang-before-data');
    expect(await send('slow@x.example', 'slow', hurried)).toMatchObject({ ok: false, cls: 'RETRYABLE' });
  });

  it.each(['hang-after-data', 'drop-after-data'] as const)('does not know when the server does %s', async (fault) => {
    smtp.fail(`${fault}@x.example`, fault);
    expect(await send(`${fault}@x.example`, fault, hurried)).toMatchObject({ ok: false, cls: 'AMBIGUOUS' });
    expect(smtp.counts.get(`${fault}@x.example`)).toBe(1);
  });

  it('may try again when nobody listens', async () => {
    const dead = await startSmtpEmulator();
    await dead.stop();
    const other = createEmailChannel({ url: dead.url, from: 'tin@to-so.example', timeoutMs: 400 });
    expect(
      await other.send('d@x.example', other.render(message), {
        deliveryKey: 'd',
        attempt: 1,
        signal: new AbortController().signal,
      }),
    ).toMatchObject({ ok: false, cls: 'RETRYABLE' });
    expect((await other.health()).state).toBe('down');
    await other.close?.();
  });

  it('takes addresses and refuses what is none', () => {
    expect(channel.address.parse('hoa.le@minhson.example')).toBe('hoa.le@minhson.example');
    for (const text of ['', 'hoa', 'hoa@', '@x.example', 'a b@x.example', 'a@x.example\r\nBcc: b@x.example'])
      expect(channel.address.parse(text)).toBeUndefined();
  });
});
