import { configuredChannels } from './configured-channels.ts';
import { configuredZaloGroups, zaloGraph, zaloOauth } from './configured-zalo.ts';
import { parseTemplate } from './zalo-zbs/zbs-template.ts';

const app = {
  ZALO_APP_ID: '4100000000000000001',
  ZALO_APP_SECRET: 'app-secret-of-the-test',
  ZALO_OA_SECRET_KEY: 'oa-secret-of-the-test',
};
const mail = { MAIL_FROM: 'tin@to-so.example' };
const now = () => new Date('2026-11-25T02:00:00Z');
const store = {
  read: async () => undefined,
  write: async () => undefined,
  underLock: <T>(work: () => Promise<T>) => work(),
};
const ports = () => {
  const oauth = zaloOauth(app, store, now);
  if (!oauth) throw new Error('the app is configured');
  return { tokens: oauth.tokens, now, interactions: () => ({ sentSince: 0 }) };
};
const ids = (env: object, zalo?: ReturnType<typeof ports>) =>
  configuredChannels({ ...mail, ...env }, zalo ? { zalo } : {}).map(({ id }) => id);

describe('Zalo’s channels', () => {
  it('are off without settings, and with half of them', () => {
    expect(ids({})).toEqual([]);
    expect(ids({ ZALO_APP_ID: app.ZALO_APP_ID, ZALO_MINI_APP_ID: '32' }, ports())).toEqual([]);
    expect(ids({ ...app, ZALO_ZBS_TEMPLATE: 'not a template' }, ports())).toEqual(['zalo-oa']);
    expect([zaloGraph({}), zaloOauth({}, store, now)]).toEqual([undefined, undefined]);
  });

  it('are off where nobody keeps the account’s tokens', () => {
    expect(ids({ ...app, ZALO_ZBS_TEMPLATE: '1;title=title:65', ZALO_BOT_TOKEN: '1:bot-token' })).toEqual(['zalo-bot']);
  });

  it('stand in the channel order: what is paid or fixed comes last', () => {
    const all = {
      ...app,
      ZALO_ZBS_TEMPLATE: '1;title=title:65',
      ZALO_BOT_TOKEN: '1:bot-token',
      ZALO_MINI_APP_ID: '32',
      ZALO_MINI_API_KEY: 'mini-api-key',
      ZALO_MINI_TEMPLATE: 'n1',
    };
    expect(ids({ ...all, SMTP_URL: 'smtp://127.0.0.1:2525' }, ports())).toEqual([
      'zalo-oa',
      'zalo-bot',
      'email',
      'zalo-mini',
      'zalo-zbs',
    ]);
  });

  it('make groups only when asked', () => {
    expect(configuredZaloGroups(app, ports())).toBeUndefined();
    expect(configuredZaloGroups({ ...app, ZALO_GMF: 'on' }, ports())?.id).toBe('zalo-gmf');
  });

  it('say off while nobody has authorised, without a call', async () => {
    const [channel] = configuredChannels({ ...mail, ...app }, { zalo: ports() });
    expect(await channel?.health()).toEqual({ state: 'off', detail: 'OA_NOT_AUTHORISED' });
  });
});

describe('a template as it is written in the settings', () => {
  it('names its parameters, their sources and lengths', () => {
    expect(parseTemplate('100001; title=title:65; content=text:400')).toEqual({
      id: '100001',
      parameters: { title: { from: 'title', max: 65 }, content: { from: 'text', max: 400 } },
    });
    for (const text of ['', '100001', '1;title=name:65', '1;title=title', '1;=title:3'])
      expect(parseTemplate(text)).toBeUndefined();
  });
});
