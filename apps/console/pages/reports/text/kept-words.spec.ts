import { jest } from '@jest/globals';
import { keep } from '../../../api/kept.ts';
import { keepWords, keptWords } from './kept-words.ts';

afterEach(() => {
  localStorage.clear();
  jest.restoreAllMocks();
});

it('keeps words by who typed them and in which report, until none is left', () => {
  keepWords('p', 'r', { version: 4, texts: { strengths: 'Sóng yếu.' } });
  expect(keptWords('p', 'r')).toEqual({ version: 4, texts: { strengths: 'Sóng yếu.' } });
  expect([keptWords('q', 'r'), keptWords('p', 's')]).toEqual([null, null]);
  keepWords('p', 'r', { version: 5, texts: {} });
  expect(keptWords('p', 'r')).toBeNull();
  expect(localStorage).toHaveLength(0);
});

it.each(['{', '7', '{"version":4}', '{"version":4,"texts":{}}'])('takes %s for nothing', (text) => {
  localStorage.setItem('to-so.report-words.p.r', text);
  expect(keptWords('p', 'r')).toBeNull();
});

it('goes on where the browser keeps nothing', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(() => keep('key', 1)).not.toThrow();
});
