import { typedCode } from './typed-code.ts';

describe('what is typed to come in', () => {
  it('is six letters as they stand on a slip, a link, or the code of one', () => {
    expect(typedCode('k7m 29p')).toEqual({ slipCode: 'K7M29P' });
    expect(typedCode('https://to-so.example/app/#/moi/AbCdEfGhIjKlMnOpQrStUv')).toEqual({
      code: 'AbCdEfGhIjKlMnOpQrStUv',
    });
    expect(typedCode(' AbCdEfGhIjKlMnOpQrStUv ')).toEqual({ code: 'AbCdEfGhIjKlMnOpQrStUv' });
  });

  it('is nothing else', () => {
    for (const text of ['', 'K7M29', 'K7M2OP', 'https://to-so.example/app/']) expect(typedCode(text)).toBeUndefined();
  });
});
