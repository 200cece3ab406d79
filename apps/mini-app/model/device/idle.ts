/** Older phones have no idle callback: there a moment later must do. */
export const whenIdle = (run: () => unknown): void =>
  void (window.requestIdleCallback ?? ((later: () => void) => setTimeout(later, 300)))(() => void run());
