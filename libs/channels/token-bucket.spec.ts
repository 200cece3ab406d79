import { TokenBucket } from './token-bucket.ts';

describe('a token bucket', () => {
  it('lets a burst pass and then spaces the rest', () => {
    const bucket = new TokenBucket(10, 2, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(0), bucket.take(0)]).toEqual([0, 0, 100, 200]);
  });

  it('fills up again, but never beyond the burst', () => {
    const bucket = new TokenBucket(10, 2, 0);
    bucket.take(0);
    expect([bucket.take(60_000), bucket.take(60_000), bucket.take(60_000)]).toEqual([0, 0, 100]);
  });

  it('holds everything while the provider wants a pause', () => {
    const bucket = new TokenBucket(10, 2, 0);
    bucket.pause(0, 5_000);
    expect(bucket.take(0)).toBe(5_100);
  });
});
