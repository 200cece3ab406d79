import { BodiesUnderWay } from './bodies-under-way.ts';
import { platformErrors } from './problem.ts';

const MB = 1024 * 1024;
const busy = platformErrors.busy({ seconds: 3 }).message;

describe('bodies under way', () => {
  it('are so many of one person, and room again for those that are answered', () => {
    const bodies = new BodiesUnderWay();
    const ends = [bodies.begin('a', 12 * MB), bodies.begin('a', 12 * MB)];
    expect(() => bodies.begin('a', 1)).toThrow(busy);
    bodies.begin('b', 12 * MB);
    ends[0]?.();
    // An answer that ended and a connection that closed are one end.
    ends[0]?.();
    bodies.begin('a', 12 * MB);
    expect(() => bodies.begin('a', 1)).toThrow(busy);
  });

  it('are so many of all together', () => {
    const bodies = new BodiesUnderWay();
    for (let person = 0; person < 8; person++) bodies.begin(String(person), 8 * MB);
    expect(() => bodies.begin('late', 1)).toThrow(busy);
  });
});
