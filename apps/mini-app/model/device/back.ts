/** What "back" does on the screen that stands; set by its title bar, asked for by the host's own arrow. */
export const backTo: { value: (() => void) | undefined } = { value: undefined };
