import { isWebLink, webLink } from './links.ts';
import { link } from './primitives.ts';

describe('a link that people write down', () => {
  it.each([
    'https://zalo.me/g/abc',
    'HTTPS://to-so.example',
    'https://x.example:8443/a?b=c#d',
    'https://bảnđồ.vn/đường',
  ])('may be opened: %s', (text) => {
    expect(isWebLink(text)).toBe(true);
    expect(link.safeParse(text).success).toBe(true);
    expect(webLink(text)).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//https://x.example',
    'data:text/html,<script>alert(1)</script>',
    'http://x.example',
    'file:///etc/passwd',
    'intent://x#Intent;end',
    'https://zalo.me@x.example/',
    'https:\\\\x.example',
    'https://x.example/\njavascript:alert(1)',
    ' https://x.example',
    'https://',
    'x.example',
    '',
  ])('is neither stored nor opened: %j', (text) => {
    expect(isWebLink(text)).toBe(false);
    expect(webLink(text)).toBeUndefined();
    expect(link.safeParse(text).error?.issues[0]?.message).toBe('input.not_https');
  });
});
