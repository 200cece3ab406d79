import { aTask, signInHere } from '../testing/phone.ts';

signInHere([aTask(1)]);
const { cleanup, render, screen, waitFor } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { ReadText } = await import('./read-aloud.tsx');
await (await import('../model/words/more-words.ts')).ready;

const said: string[] = [];
Object.assign(globalThis, {
  SpeechSynthesisUtterance: class {
    constructor(readonly text: string) {}
  },
  speechSynthesis: {
    getVoices: () => [{ lang: 'vi-VN' }],
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => said.push('stop'),
  },
});

it('reads, stops by a second tap, and when the screen is left', async () => {
  render(<ReadText text="Việc của tôi" />);
  const button = screen.getByRole('button');
  const before = button.textContent;
  await userEvent.click(button);
  expect(said.at(-1)).toBe('Việc của tôi');
  expect(button.textContent).not.toBe(before);
  await userEvent.click(button);
  expect(said.at(-1)).toBe('stop');
  expect(button.textContent).toBe(before);
  await userEvent.click(button);
  cleanup();
  await waitFor(() => expect(said.at(-1)).toBe('stop'));
});
