import { openEventStream } from '#client';
import { apiBase } from '../api.ts';
import { loadInbox } from './load-inbox.ts';
import { token } from '../sign-in/session.ts';
import { loadTasks } from '../tasks.ts';
import { loadTraining } from '../training/sessions.ts';

/** Keeps list and inbox current while the app is open; returns what ends it. */
export function listenForNews(): () => void {
  return openEventStream({
    url: `${apiBase}/me/inbox/stream`,
    token,
    onOpen: () => void loadInbox(),
    onEvent: ({ event }) => {
      if (event !== 'inbox') return;
      void loadInbox();
      void loadTasks();
      void loadTraining();
    },
  });
}
