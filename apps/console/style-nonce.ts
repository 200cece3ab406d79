/**
 * Styles that libraries write into the page while it runs carry the nonce of the answer that brought the page: Mantine asks
 * for it, the one behind its dialogues (react-remove-scroll) reads a variable that bundlers know.
 */
const nonce = document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';
Object.assign(window, { __webpack_nonce__: nonce });

export const styleNonce = (): string => nonce;
