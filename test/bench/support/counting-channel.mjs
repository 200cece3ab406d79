/** Stands in for a channel and only counts, per person, with the others of its worker: addresses are p<number>@bench.example. */
export class CountingChannel {
  capabilities = {
    maxText: 10_000,
    lengthUnit: 'utf16',
    formats: ['plain'],
    buttons: 'none',
    openMiniApp: false,
    media: false,
    templatesOnly: false,
    groups: 'none',
    receipts: [],
    inbound: false,
    verifiedPhone: false,
    edit: false,
    batchMax: 1,
  };
  limits = { perSecond: 1e9, burst: 1e9, concurrency: 1_000, timeoutMs: 5_000, respectsQuietHours: false };
  address = {
    parse: (text) => {
      const at = text.indexOf('@');
      return text.startsWith('p') && at > 1 ? Number(text.slice(1, at)) : undefined;
    },
    format: (person) => `p${person}@bench.example`,
  };

  constructor(people, id = 'email', counted = { sent: 0, duplicates: 0, of: new Uint8Array(people + 1) }) {
    this.id = id;
    this.counted = counted;
  }

  canSend() {
    return { kind: 'allow', costVnd: 0 };
  }

  render({ title, paragraphs }) {
    return [{ text: [title, ...paragraphs].join('\n') }];
  }

  async send(person) {
    const { counted } = this;
    if (counted.of[person]) counted.duplicates += 1;
    else counted.sent += 1;
    counted.of[person] = 1;
    return { ok: true, providerId: null };
  }

  async health() {
    return { state: 'ok', detail: null };
  }
}
