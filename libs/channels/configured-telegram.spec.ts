import { configuredTelegram, configuredWebPush } from './configured-telegram.ts';

it('switches nothing on by itself, and each channel by its own variables', () => {
  expect([...configuredTelegram({}), ...configuredWebPush({})]).toEqual([]);
  expect(configuredWebPush({ VAPID_PUBLIC_KEY: 'a', VAPID_PRIVATE_KEY: 'b' })).toEqual([]);
  const [telegram] = configuredTelegram({
    TELEGRAM_BOT_TOKEN: '7000000001:AAinvented',
    PUBLIC_URL: 'https://to-so.example/',
  });
  const [push] = configuredWebPush({
    VAPID_PUBLIC_KEY: 'a',
    VAPID_PRIVATE_KEY: 'b',
    VAPID_SUBJECT: 'mailto:a@x.example',
  });
  expect([telegram?.id, push?.id]).toEqual(['telegram', 'web-push']);
});

it('refuses every webhook call as long as no secret is set', () => {
  const [telegram] = configuredTelegram({ TELEGRAM_BOT_TOKEN: '7000000001:AAinvented' });
  const headers = { 'x-telegram-bot-api-secret-token': '' };
  expect(telegram!.verifyInbound!(headers, Buffer.from('{"update_id":1}'), new Date(0))).toEqual({
    ok: false,
    reason: 'not-configured',
  });
});
