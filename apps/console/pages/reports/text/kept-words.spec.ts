import { jest } from '@jest/globals';
import { keep } from '../../../api/kept.ts';
import { keepWords, keptWords } from './kept-words.ts';

afterEach(() => {
  localStorage.clear();
  jest.restoreAllMocks();
});

it('keeps words by who typed them and in which report, until none is left', () => {
  const words = { texts: { strengths: 'Sóng yếu.' }, over: { strengths: 'Sóng' }, request: null };
  keepWords('p', 'r', words);
  expect(keptWords('p', 'r')).toEqual(words);
  expect([keptWords('q', 'r'), keptWords('p', 's')]).toEqual([null, null]);
  keepWords('p', 'r', { texts: {}, over: {}, request: null });
  expect(keptWords('p', 'r')).toBeNull();
  expect(localStorage).toHaveLength(0);
});

it('reads what was kept before requests were kept', () => {
  const older = { texts: { strengths: 'Sóng yếu.' }, over: { strengths: 'Sóng' } };
  keep('to-so.report-words.p.r', older);
  expect(keptWords('p', 'r')).toEqual({ ...older, request: null });
});

it.each(['{', '7', '{"texts":{"strengths":"a"}}', '{"texts":{},"over":{}}'])('takes %s for nothing', (text) => {
  localStorage.setItem('to-so.report-words.p.r', text);
  expect(keptWords('p', 'r')).toBeNull();
});

it('goes on where the browser keeps nothing', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => keep('key', 1)).not.toThrow();
});
