import { redact } from './redact.ts';

describe('redact', () => {
  it.each(['0512 345 678', '0512345678', '+84512345678', '84 512 345 678', '0512.345.678'])(
    'removes the phone number %s',
    (phone) => {
      expect(redact(`call ${phone} now`)).toBe('call [phone] now');
    },
  );

  it('removes bearer tokens, passwords in URLs, invite codes and bot tokens', () => {
    expect(redact('Authorization: Bearer abc.def')).toBe('Authorization: Bearer [removed]');
    expect(redact('postgres://u:secret@host/db')).toBe('postgres://u:[removed]@host/db');
    expect(redact('GET /api/v1/invites/AbC_123/accept')).toBe('GET /api/v1/invites/[removed]/accept');
    expect(redact('GET /api/v1/calendar/AbC-123_x')).toBe('GET /api/v1/calendar/[removed]');
    expect(redact('https://host/bot123:AAB-c/sendMessage')).toBe('https://host/bot[removed]/sendMessage');
  });

  it('leaves ids, dates and counts alone', () => {
    const text = '0198c0de-0000-7000-8000-051234567890 2022-11-18 took 1234567890 ns';
    expect(redact(text)).toBe(text);
  });
});
