import { takeAgencyAnswer } from './agency.ts';

const at = (address: string) => history.replaceState(null, '', address);
beforeEach(() => sessionStorage.clear());

it('takes the answer that this tab has asked for, once, and tidies the address', () => {
  sessionStorage.setItem('to-so.agency', 'sealed');
  at('/console/?code=abc&state=xyz&iss=https%3A%2F%2Fidp.example#/officers');
  expect(takeAgencyAnswer()).toEqual({
    answer: 'code=abc&state=xyz&iss=https%3A%2F%2Fidp.example',
    ticket: 'sealed',
  });
  expect(location.pathname + location.search + location.hash).toBe('/console/#/officers');
  expect(takeAgencyAnswer()).toBeUndefined();
});

it('leaves what it has not asked for, and other addresses', () => {
  at('/console/?code=abc&state=xyz');
  expect(takeAgencyAnswer()).toBeUndefined();
  sessionStorage.setItem('to-so.agency', 'sealed');
  at('/console/?q=code');
  expect(takeAgencyAnswer()).toBeUndefined();
  expect(sessionStorage.getItem('to-so.agency')).toBe('sealed');
});
