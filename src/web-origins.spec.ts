import { callingOrigins, contentPolicy, inlineOf } from './web-origins.ts';

const PUBLIC_URL = 'https://to-so.example/nen-tang/';
const none = { scripts: [], styles: [] };
const framing = (policy: string) => policy.split('; ').find((rule) => rule.startsWith('frame-ancestors'));

describe('pages that may call the API', () => {
  it('are our own, by origin', () => {
    expect(callingOrigins({ PUBLIC_URL })).toEqual(['https://to-so.example']);
  });

  it("are also Zalo's when there is a Zalo mini-app", () => {
    expect(callingOrigins({ PUBLIC_URL, ZALO_MINI_APP_ID: '42' })).toEqual([
      'https://to-so.example',
      'https://h5.zdn.vn',
      'zbrowser://h5.zdn.vn',
    ]);
  });
});

describe('pages that may frame', () => {
  it('are our own only, as long as there is no Telegram', () => {
    expect(framing(contentPolicy('mini-app', { PUBLIC_URL }, none))).toBe("frame-ancestors 'self'");
  });

  it.each([
    { TELEGRAM_BOT_TOKEN: '7000000001:AAinvented_token_of_a_test_bot_00001' },
    { TELEGRAM_BOT_ID: '7000000001' },
  ])("the mini-app are also Telegram's web client with %j, never the console", (telegram) => {
    const env = { PUBLIC_URL, ...telegram };
    expect(framing(contentPolicy('mini-app', env, none))).toBe("frame-ancestors 'self' https://web.telegram.org");
    expect(framing(contentPolicy('console', env, none))).toBe("frame-ancestors 'self'");
  });
});

describe('what a page may run', () => {
  it('is its own files and the very scripts and styles that it was built with', () => {
    const html =
      '<style>a{}</style><script>one()</script><script src="x.js"></script><script type="module" src="y"></script>';
    const policy = contentPolicy('mini-app', { PUBLIC_URL }, inlineOf(html));
    expect(policy).toContain("script-src 'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=';");
    expect(inlineOf(html)).toMatchObject({ scripts: { length: 1 }, styles: { length: 1 } });
    expect(policy).not.toMatch(/unsafe|\*/);
  });
});
