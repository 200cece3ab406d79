/** What a fake phone can do, whichever platform it shows. */
export type PhoneApp = 'zalo-oa' | 'zalo-bot' | 'telegram' | 'telegram-group' | 'email' | 'web-push';

export interface Bubble {
  /** Within this phone; stays the same when a message is edited. */
  id: string;
  at: Date;
  /** The platform's own voice: "đã chặn bot", an answer to a pressed button. */
  from: 'server' | 'person' | 'platform';
  title?: string;
  /** As the platform shows it; addresses in it open the mini-app. */
  text: string;
  /** What opens an address. */
  links: readonly { label: string; url: string }[];
  /** What goes back to the server as a press. */
  presses: readonly string[];
}

export interface Phone {
  id: string;
  owner: string;
  /** "Tổ trưởng Thôn 1" */
  role: string;
  app: PhoneApp;
  /** How its owner is known to the platform: number, account or address. */
  known: string;
  /** What this phone is not: said on the page, so that nobody takes the demo for the platform. */
  simulated: { vi: string; en: string };
  /** What may be typed, as examples; absent where nothing can be written. */
  hints?: readonly string[];
  messages(): Bubble[];
  /** Where a link of a message leads on this phone, with what its platform adds. */
  open(url: string): string;
  write?(text: string): Promise<void>;
  press?(bubbleId: string, label: string): Promise<void>;
}

/** Its own name of this machine, so that each phone has its own storage in the browser: another device. */
export function onDevice(url: string, phoneId: string): URL {
  const address = new URL(url);
  if (address.hostname === '127.0.0.1') address.hostname = `${phoneId}.localhost`;
  return address;
}

/** What a person wrote: the emulated platforms keep only what they receive. */
export class Written {
  private readonly bubbles: Bubble[] = [];

  constructor(private readonly now: () => Date) {}

  add(text: string, from: 'person' | 'platform' = 'person'): Bubble {
    const bubble = { id: `w${this.bubbles.length}`, at: this.now(), from, text, links: [], presses: [] };
    this.bubbles.push(bubble);
    return bubble;
  }

  /** With the others, by time; what was written stands before what came at the same moment. */
  among(received: readonly Bubble[]): Bubble[] {
    return [...this.bubbles, ...received].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  }
}
