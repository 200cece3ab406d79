import type { FailureClass } from '../channel.ts';
import { daytime } from './local-hours.ts';
import { oaFailure } from './oa-failure.ts';

/** 23:30 in Viet Nam. */
const now = new Date('2026-11-24T16:30:00Z');

const table: [FailureClass, number[]][] = [
  ['REAUTH', [-216, -220, -124]],
  ['CONFIG', [-209, -212, -219, -221, -223, -224, -235, -242, -320, -321, -115, -238, -241]],
  ['CONFIG', [-117, -120, -135, -138, -126, -137, -127]],
  ['RECIPIENT_GONE', [-213, -217, -227, -237, -403, -108, -118, -139, -140, -141]],
  ['WINDOW_CLOSED', [-230, -231, -232, -218, -244]],
  ['QUOTA', [-211, -144, -147]],
  ['RETRYABLE', [-100, -200]],
  ['RETRY_AFTER', [-32, -234, -133]],
  ['PERMANENT', [-201, -210, -233, -240, -248, -249, -109, -111, -113, -114, -1122, -1124, -131, -132]],
];

describe('the error numbers of the Official Account and of ZBS', () => {
  it.each(table.flatMap(([cls, list]) => list.map((number) => [number, cls] as const)))('%i is %s', (number, cls) => {
    expect(oaFailure(number, { now, hours: daytime })).toMatchObject({ ok: false, cls, code: String(number) });
  });

  it('knows a number that nobody has from a person who shuts us out', () => {
    const gone = [-108, -118, -139, -140, -141, -213].map(
      (number) => oaFailure(number, { now, hours: daytime }).noSuch,
    );
    expect(gone).toEqual([true, true, undefined, undefined, undefined, undefined]);
  });

  it('refuses the message for good when the number is unknown', () => {
    expect(oaFailure(-99_999, { now, hours: daytime })).toEqual({ ok: false, cls: 'PERMANENT', code: '-99999' });
  });

  it('waits for the morning after a refusal for the night', () => {
    expect(oaFailure(-234, { now, hours: daytime }).retryAfterMs).toBe(6.5 * 3_600_000);
    expect(oaFailure(-133, { now, hours: daytime }).retryAfterMs).toBe(6.5 * 3_600_000);
  });

  it('waits a minute over the request limit, or what the answer asks', () => {
    expect(oaFailure(-32, { now, hours: daytime }).retryAfterMs).toBe(60_000);
    expect(oaFailure(-32, { now, hours: daytime, retryAfterMs: 7_000 }).retryAfterMs).toBe(7_000);
  });
});
