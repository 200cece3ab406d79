/** ZBS template messages: approved templates, their parameters and lengths, hours, quota. */
import type { EmulatedAccount } from './official-account.ts';
import { DAY, type FakePerson, type Incoming, ok, type Reply, refused, type ZaloWorld } from './world.ts';

export class EmulatedTemplates {
  private day = -1;
  private sent = 0;
  /** The account's money is used up. */
  emptyWallet = false;

  constructor(
    private readonly world: ZaloWorld,
    private readonly account: EmulatedAccount,
  ) {}

  handle(incoming: Incoming): Reply {
    if (incoming.method !== 'POST' || incoming.path !== '/message/template') return { status: 404, body: 'Not found' };
    return this.account.gate(incoming, -124) ?? this.check(incoming.json) ?? this.deliver(incoming.json);
  }

  private check(json: Record<string, unknown>): Reply | undefined {
    const template = this.world.templates.get(String(json.template_id));
    if (!template) return refused(-109, 'Template is invalid');
    if (template.status !== 'enabled') return refused(-131, 'Template is not approved');
    if (!/^[0-9A-Za-z]{1,48}$/.test(String(json.tracking_id ?? ''))) return refused(-113, 'tracking_id is invalid');
    const given = (json.template_data ?? {}) as Record<string, unknown>;
    for (const [name, max] of Object.entries(template.parameters)) {
      const value = given[name];
      if (typeof value !== 'string' || value === '') return refused(-1122, `${name} is missing`);
      if (value.length > max) return refused(-1124, `${name} is too long`);
    }
    if (Object.keys(given).some((name) => !(name in template.parameters))) return refused(-132, 'Unknown parameter');
    const hour = this.world.hour();
    return hour < 6 || hour >= 22 ? refused(-133, 'Not in the allowed hours') : undefined;
  }

  private deliver(json: Record<string, unknown>): Reply {
    if ('phone' in json && !/^84\d{9,10}$/.test(String(json.phone))) return refused(-108, 'Phone number is invalid');
    const byPhone = 'phone' in json;
    const person = byPhone
      ? this.world.people.find(({ phone }) => phone === json.phone)
      : this.world.byUserId(json.user_id);
    if (!person) return refused(byPhone ? -118 : -217, 'No Zalo account');
    if (json.mode === 'development' && !person.admin) return refused(-127, 'Only admins in development mode');
    if (person.refusesTemplates) return refused(-139, 'User refuses this kind of message');
    if (this.emptyWallet) return refused(-126, 'Wallet is out of money');
    if (!this.take()) return refused(-144, 'Daily quota is used');
    return this.hand(person, json, byPhone ? 300 : 200);
  }

  private hand(person: FakePerson, json: Record<string, unknown>, costVnd: number): Reply {
    const data = json.template_data as Record<string, string>;
    const message = {
      channel: 'zalo-zbs',
      id: this.world.id('zbs-'),
      text: Object.values(data).join('\n'),
      at: this.world.now(),
      costVnd,
      data,
    } as const;
    person.received.push(message);
    const time = String(message.at.getTime());
    if (this.world.settings.receipts)
      this.account.receipt(person, { msg_id: message.id, tracking_id: String(json.tracking_id), delivery_time: time });
    const { templatesPerDay } = this.world.settings;
    return ok({
      msg_id: message.id,
      sent_time: time,
      quota: { dailyQuota: String(templatesPerDay), remainingQuota: String(templatesPerDay - this.sent) },
    });
  }

  private take(): boolean {
    const day = Math.floor(this.world.now().getTime() / DAY);
    if (day !== this.day) [this.day, this.sent] = [day, 0];
    if (this.sent >= this.world.settings.templatesPerDay) return false;
    this.sent += 1;
    return true;
  }
}
