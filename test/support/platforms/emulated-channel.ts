/** A channel without a network: keeps what was sent, fails as told, and can hold a send until it is let go. */
import type { Channel, ChannelId, Health, NeutralMessage, Rendered, SendResult, Verdict } from '#channels';

export class EmulatedChannel implements Channel<string> {
  readonly capabilities = {
    maxText: 4096,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'url',
    openMiniApp: true,
    media: false,
    templatesOnly: false,
    groups: 'none',
    receipts: [],
    inbound: false,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  } as const;
  readonly limits;
  readonly address = {
    parse: (text: string) => (text === '' ? undefined : text),
    format: (address: string) => address,
  };
  readonly sent: { to: string; parts: readonly Rendered[]; deliveryKey: string }[] = [];
  verdict: Verdict = { kind: 'allow', costVnd: 0 };
  private readonly failures = new Map<string, { result: SendResult; times: number }>();

  constructor(
    readonly id: ChannelId,
    { respectsQuietHours = false, concurrency = 100 }: { respectsQuietHours?: boolean; concurrency?: number } = {},
  ) {
    this.limits = { perSecond: 10_000, burst: 10_000, concurrency, timeoutMs: 5_000, respectsQuietHours };
  }

  /** Sends to the address end like this, `times` times or always. */
  fail(to: string, result: SendResult, times = Number.POSITIVE_INFINITY): void {
    this.failures.set(to, { result, times });
  }

  /** Sends wait until the answer is called; `begun` resolves when the first one does. */
  hold(): { begun: Promise<void>; letGo: () => void } {
    const send = this.send.bind(this);
    let letGo = (): void => undefined;
    let begin = (): void => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const begun = new Promise<void>((resolve) => (begin = resolve));
    this.send = async (...args) => {
      begin();
      await gate;
      return send(...args);
    };
    return { begun, letGo };
  }

  /** How often the address got something. */
  countOf(to: string): number {
    return this.sent.filter((one) => one.to === to).length;
  }

  canSend(): Verdict {
    return this.verdict;
  }

  render({ title, paragraphs, link }: NeutralMessage): Rendered[] {
    return [{ text: [title, ...paragraphs].join('\n'), ...(link && { buttons: [link] }) }];
  }

  async send(to: string, parts: readonly Rendered[], { deliveryKey }: { deliveryKey: string }): Promise<SendResult> {
    const failure = this.failures.get(to);
    if (failure && failure.times > 0) {
      failure.times -= 1;
      if (failure.result.ok || failure.result.cls === 'AMBIGUOUS') this.sent.push({ to, parts, deliveryKey });
      return failure.result;
    }
    this.sent.push({ to, parts, deliveryKey });
    return { ok: true, providerId: `m${this.sent.length}` };
  }

  async health(): Promise<Health> {
    return { state: 'ok', detail: null };
  }
}
