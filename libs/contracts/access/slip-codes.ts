/** The six letters of an invite on paper: what is typed where a camera does not read the square beside them. */

/** Without 0, O, 1 and I, which are taken for each other. Thirty-two, so that six of them are thirty bits. */
export const SLIP_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const SLIP_LENGTH = 6;

const whole = new RegExp(`^[${SLIP_LETTERS}]{${SLIP_LENGTH}}$`);

/** "k7m 29p" -> "K7M29P"; undefined for what is no such code. */
export function slipCodeIn(text: string): string | undefined {
  const code = text.replace(/[\s.-]+/g, '').toUpperCase();
  return whole.test(code) ? code : undefined;
}

/** "K7M29P" -> "K7M 29P", as it stands on paper. */
export const writeSlipCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
