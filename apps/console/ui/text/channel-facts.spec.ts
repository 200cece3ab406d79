import { channelRow as row } from '../../testing/channels.ts';
import {
  arrivedPercent,
  brokenChannels,
  type ChannelsBoard,
  failureWords,
  orderedChannels,
  quotaEnds,
  sparkBars,
} from './channel-facts.ts';

describe('a failure in words', () => {
  it.each([
    ['RETRYABLE ECONNREFUSED', 'failure.noAnswer', 'ECONNREFUSED'],
    ['RETRYABLE -100', 'failure.RETRYABLE', '-100'],
    ['RECIPIENT_GONE 403_FORBIDDEN', 'failure.RECIPIENT_GONE', '403_FORBIDDEN'],
    ['QUOTA', 'failure.QUOTA', null],
    ['HTTP_502', 'failure.server', 'HTTP_502'],
    ['OA_NOT_AUTHORISED', 'failure.REAUTH', 'OA_NOT_AUTHORISED'],
    ['NO_ADDRESS', 'failure.noAddress', 'NO_ADDRESS'],
    ['ALL_STOPPED', 'failure.stopped', 'ALL_STOPPED'],
    ['window-closed', 'failure.WINDOW_CLOSED', 'window-closed'],
    ['no_consent', 'failure.noConsent', 'no_consent'],
    ['SOMETHING_NEW', 'failure.unknown', 'SOMETHING_NEW'],
  ])('%s says what it means and keeps the code', (failure, id, code) => {
    expect(failureWords(failure)).toEqual({ id, code });
  });

  it('without a code still says that it failed', () => {
    expect(failureWords(null)).toEqual({ id: 'failure.unknown', code: null });
  });
});

describe('what arrived', () => {
  it('is a share of what was sent, never rounded up to all', () => {
    expect(arrivedPercent(row({ sentToday: 842, delivered: 818 }))).toBe(97.1);
    expect(arrivedPercent(row({ sentToday: 10_000, delivered: 9_999 }))).toBe(99.9);
  });

  it('is unknown where the platform gives no receipts', () => {
    expect(arrivedPercent(row({ sentToday: 18, delivered: 0 }))).toBeNull();
    expect(arrivedPercent(row())).toBeNull();
  });
});

describe('a quota', () => {
  const now = Date.parse('2022-06-21T01:00:00Z');
  const dayEnds = Date.parse('2022-06-21T17:00:00Z');
  const hours = [...Array.from({ length: 21 }, () => 0), 10, 10, 10];
  const quota = (left: number) => ({ left, total: 400, asOf: '2022-06-21T01:00:00Z' });

  it('ends at the pace of the last three hours', () => {
    expect(quotaEnds(row({ hours, quota: quota(82) }), now, dayEnds)).toBe(now + 8.2 * 3_600_000);
  });

  it('that outlasts the day, or is not being used, has no end to show', () => {
    expect(quotaEnds(row({ hours, quota: quota(400) }), now, dayEnds)).toBeNull();
    expect(quotaEnds(row({ quota: quota(5) }), now, dayEnds)).toBeNull();
    expect(quotaEnds(row({ hours }), now, dayEnds)).toBeNull();
  });
});

it('draws empty hours as one pixel and the busiest hour at full height', () => {
  expect(sparkBars([0, 5, 10], 24)).toEqual([1, 12, 24]);
  expect(sparkBars([0, 0], 24)).toEqual([1, 1]);
});

it('raises no alarm for a channel that is off, and lists it last', () => {
  const telegram = row({ id: 'telegram', state: 'off' });
  const email = row({ state: 'failing' });
  const rows = [telegram, email, row({ id: 'zalo-oa', state: 'down' })];
  expect(brokenChannels({ channels: rows } as ChannelsBoard)).toEqual([email]);
  expect(orderedChannels(rows).map((each) => each.id)).toEqual(['email', 'zalo-oa', 'telegram']);
});
